"""The incident register on screen: who may, what is written, what can never be undone; and the list of consents."""

import csv
import io

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from reseau.models import Compte
from temoignages.actions.signaler import signaler
from temoignages.etats import NatureIncident
from temoignages.models import Consentement, Incident, Trace
from tests.fabriques.temoignages import un_temoignage, une_personne

from .conftest import connecter

pytestmark = pytest.mark.django_db

LISTE, NOUVEAU, CSV = "/admin/paroles/incidents/", "/admin/paroles/incidents/nouveau/", "/admin/paroles/incidents/csv/"
CONSENTEMENTS = "/admin/paroles/consentements/"


@pytest.fixture
def administration() -> Compte:
    return une_personne("view_incident", "change_incident", first_name="Une", last_name="Responsable")


@pytest.fixture
def chez_elle(administration: Compte) -> Client:
    return connecter(administration)


def un_incident(**champs: str) -> Incident:
    return signaler(nature=NatureIncident.RESIDU, surface=champs.get("surface", "default.t.c"), reference="12")


def test_la_liste_montre_les_ouverts_puis_les_autres(chez_elle: Client, administration: Compte) -> None:
    ouvert, ferme = un_incident(), un_incident(surface="cache")
    chez_elle.post(f"{LISTE}{ferme.pk}/", {"mesures": "Cache vidé.", "geste": "clore"})
    pages = {etat: chez_elle.get(LISTE, {"etat": etat}).content.decode() for etat in ("ouverts", "fermes", "", "x")}
    assert [(f"Incident {ouvert.pk}<" in page, f"Incident {ferme.pk}<" in page) for page in pages.values()] == [
        (True, False),
        (False, True),
        (True, True),
        (True, False),
    ]
    assert "Une Responsable" in pages["fermes"]


def test_decrire_puis_fermer_dit_qui_et_quand_et_le_consigne(chez_elle: Client, administration: Compte) -> None:
    incident = un_incident()
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "Clé tournée.", "geste": "decrire"})
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "Clé tournée, hôte avisé.", "geste": "clore"})
    incident.refresh_from_db()
    assert (incident.mesures, incident.clos_par) == ("Clé tournée, hôte avisé.", administration)
    assert incident.clos_le
    actes = Trace.objects.filter(objet="incident", objet_id=str(incident.pk)).order_by("pk")
    assert list(actes.values_list("verbe", "par")) == [
        ("signaler", None),
        ("decrire", administration.pk),
        ("clore", administration.pk),
    ]
    assert "hôte" not in repr(list(Trace.objects.values()))


@pytest.mark.parametrize("geste", ["decrire", "clore"])
def test_un_incident_ferme_ne_change_plus(chez_elle: Client, geste: str) -> None:
    incident = un_incident()
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "Fait.", "geste": "clore"})
    avant = Incident.objects.values().get()
    reponse = chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "Autre chose.", "geste": geste}, follow=True)
    assert "déjà fermé" in reponse.content.decode()
    assert Incident.objects.values().get() == avant


@pytest.mark.parametrize("mesures", ["", "   ", "\u200b"])
def test_on_ne_ferme_pas_sans_dire_ce_qui_a_ete_fait(chez_elle: Client, mesures: str) -> None:
    incident = un_incident()
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": mesures, "geste": "clore"})
    assert Incident.objects.get().clos_le is None


def test_des_mesures_ne_s_effacent_pas(chez_elle: Client) -> None:
    incident = un_incident()
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "Fait.", "geste": "decrire"})
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "", "geste": "decrire"})
    assert Incident.objects.get().mesures == "Fait."


def test_une_personne_inscrit_un_incident_sans_aucun_texte(chez_elle: Client, administration: Compte) -> None:
    reponse = chez_elle.post(NOUVEAU, {"nature": "fuite", "surface": "courriel", "reference": "k7q2m"})
    incident = Incident.objects.get()
    assert reponse.headers["Location"] == f"{LISTE}{incident.pk}/"
    assert (incident.nature, incident.surface, incident.reference) == ("fuite", "courriel", "k7q2m")
    assert Trace.objects.get(verbe="signaler").par == administration


@pytest.mark.parametrize(
    "champs",
    [
        {"nature": "fuite", "surface": "chez Gaétane"},
        {"nature": "autre", "surface": "courriel"},
        {"nature": "fuite", "surface": "courriel", "reference": "la personne qui a écrit"},
    ],
)
def test_un_lieu_ou_une_reference_ne_peut_pas_etre_une_phrase(chez_elle: Client, champs: dict[str, str]) -> None:
    assert chez_elle.post(NOUVEAU, champs).status_code == 400
    assert not Incident.objects.exists()


def test_l_export_csv_a_les_memes_lignes_et_aucune_formule(chez_elle: Client) -> None:
    incident = un_incident()
    chez_elle.post(f"{LISTE}{incident.pk}/", {"mesures": "=1+1", "geste": "clore"})
    contenu = b"".join(chez_elle.get(CSV, {"etat": ""}).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    entete, ligne = csv.reader(io.StringIO(contenu), delimiter=";")
    assert entete[:3] == ["Numéro", "Nature", "Où"]
    assert ligne[0] == str(incident.pk)
    assert ligne[5] == "'=1+1"


@pytest.mark.parametrize("adresse", [LISTE, NOUVEAU, CSV, f"{LISTE}1/", CONSENTEMENTS])
def test_anonyme_et_mauvais_role_restent_dehors(adresse: str, client: Client) -> None:
    un_incident()
    assert client.get(adresse).status_code == 302
    assert connecter(une_personne()).get(adresse).status_code in {302, 403}


def test_qui_peut_lire_ne_peut_pas_pour_autant_ecrire() -> None:
    lectrice, incident = connecter(une_personne("view_incident")), un_incident()
    assert lectrice.get(LISTE).status_code == 200
    assert "Inscrire les mesures" not in lectrice.get(f"{LISTE}{incident.pk}/").content.decode()
    for adresse, champs in ((f"{LISTE}{incident.pk}/", {"mesures": "x"}), (NOUVEAU, {"nature": "fuite"})):
        assert lectrice.post(adresse, champs).status_code in {302, 403}
    assert Incident.objects.values_list("mesures", "clos_le").get() == ("", None)


def test_la_liste_ne_coute_pas_plus_pour_cent_incidents(
    chez_elle: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for rang in range(40):
        un_incident(surface=f"default.table{rang}.texte")
    chez_elle.get(LISTE)
    with django_assert_max_num_queries(13):  # one of them is Wagtail's, for the languages of the site
        chez_elle.get(LISTE)


def test_les_consentements_a_echeance_donnent_un_lien_et_aucun_texte(settings: Settings) -> None:
    temoignage = un_temoignage("une chaise gardée pour moi")
    client = connecter(une_personne("view_entreeregistre"))
    assert "Aucun accord" in client.get(CONSENTEMENTS).content.decode()
    settings.AUJOURDHUI = Consentement.objects.get().jusqu_au.isoformat()
    page = client.get(CONSENTEMENTS).content.decode()
    assert f'href="{temoignage.url}"' in page
    assert "chaise" not in page


def test_les_rapports_menent_aux_deux_ecrans(chez_elle: Client) -> None:
    menu = chez_elle.get("/admin/").content.decode()
    assert LISTE in menu
    assert CONSENTEMENTS not in menu
