"""The feeds: what calendars follow, and what they never learn."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date
from icalendar import Calendar

from pages.evenements.actions import annuler, dupliquer
from pages.evenements.calendrier import une_ligne
from pages.models import Evenement
from pages.publication.porte import ouvrir
from tests.fabriques.evenements import MIDI, EvenementFactory

from .calendriers import CALENDRIER, DONNEES, composant, composants, demander, lignes_json, lire_autrement
from .gestes import contact_de, frais, propose, recrire, un_brouillon, une_ressource

pytestmark = pytest.mark.django_db
LE_JOUR = "2026-10-01"


@pytest.fixture(autouse=True)
def un_jour_d_octobre(settings: Any) -> None:
    settings.AUJOURDHUI = LE_JOUR


def un_evenement(**champs: Any) -> Evenement:
    evenement: Evenement = EvenementFactory.create(ressource=champs.pop("ressource", None) or une_ressource(), **champs)
    return evenement


def republier(evenement: Evenement, **champs: Any) -> Evenement:
    for nom, valeur in champs.items():
        setattr(evenement, nom, valeur)
    with ouvrir("essai"):
        evenement.save_revision().publish()
    return frais(evenement)


def depublier(evenement: Evenement) -> None:
    with ouvrir("essai"):
        evenement.unpublish()


def test_une_cle_ne_change_jamais_et_la_sequence_suit(client: Client) -> None:
    evenement = un_evenement()
    uid = composant(client, evenement)["UID"]
    changements: list[dict[str, Any]] = [
        {"titre": "Soupe"},
        {"debut": MIDI + timedelta(days=1), "fin": MIDI + timedelta(days=1, hours=2)},
        {"lieu": "La maison", "adresse": "12, rue Longue"},
        {"region": "13", "municipalite": "Laval"},
    ]
    for sequence, changement in enumerate(changements, start=1):
        evenement = republier(evenement, **changement)
        lu = composant(client, evenement)
        assert (lu["UID"], lu["SEQUENCE"]) == (uid, sequence)


def test_ce_qui_attend_ne_change_ni_le_texte_ni_la_sequence(client: Client) -> None:
    evenement = un_evenement()
    avant = demander(client).content
    recrire(evenement, titre="Un secret pas encore approuvé")
    assert demander(client).content == avant
    assert frais(evenement).has_unpublished_changes


def test_un_double_a_sa_propre_cle(client: Client) -> None:
    evenement = un_evenement()
    double = dupliquer(evenement=evenement, par=contact_de(evenement))
    double.debut, double.fin = MIDI + timedelta(days=2), MIDI + timedelta(days=2, hours=1)
    with ouvrir("essai"):
        double.save()
        double.save_revision().publish()
    lus = composants(demander(client))
    assert len(lus) == 2
    assert {lu["SEQUENCE"] for lu in lus.values()} == {0}


def test_une_annulation_se_dit_pendant_90_jours(client: Client, settings: Any) -> None:
    evenement = un_evenement()
    annuler(evenement=evenement, par=contact_de(evenement))
    Evenement.objects.update(annule_le=MIDI)
    for jour, reste in (("2026-10-10", True), ("2027-01-07", True), ("2027-01-09", False)):
        settings.AUJOURDHUI = jour
        for requete in ("", "?edition=2026"):
            lus = composants(demander(client, f"{CALENDRIER}{requete}"))
            assert [(lu["STATUS"], lu["SEQUENCE"]) for lu in lus.values()] == [("CANCELLED", 1)] * reste, jour
            assert len(lignes_json(demander(client, f"{DONNEES}{requete}"))) == reste


def test_ce_qui_a_eu_lieu_reste_90_jours_et_dans_son_edition(client: Client, settings: Any) -> None:
    evenement = un_evenement()
    settings.AUJOURDHUI = "2026-12-01"
    assert composant(client, evenement)["STATUS"] == "CONFIRMED"
    settings.AUJOURDHUI = "2027-02-01"
    assert composants(demander(client)) == {}
    assert composant(client, evenement, f"{CALENDRIER}?edition=2026")


def test_rien_qui_ne_soit_public_dans_aucun_flux(client: Client) -> None:
    ressource = une_ressource()
    un_brouillon(ressource, titre="CANARI brouillon", debut=MIDI, fin=MIDI + timedelta(hours=1))
    propose(ressource, titre="CANARI attente")
    public = un_evenement(ressource=ressource, titre="Le public")
    recrire(public, titre="CANARI version")
    retire = un_evenement(ressource=ressource, titre="CANARI retiré")
    depublier(retire)
    for quoi in (CALENDRIER, DONNEES):
        for requete in ("", "?region=05", f"?ressource={ressource.slug}", "?edition=2026", "?genre=porte_ouverte"):
            texte = demander(client, f"{quoi}{requete}").content.decode()
            assert "CANARI" not in texte
            assert "Le public" in texte
    assert "CANARI" not in demander(client, f"{public.slug}/evenement.ics").content.decode()
    assert demander(client, f"{retire.slug}/evenement.ics").status_code == 404


@pytest.mark.parametrize("quoi", [CALENDRIER, DONNEES])
def test_seule_l_empreinte_dispense_de_relire(client: Client, quoi: str) -> None:
    un_evenement(titre="Il reste")
    retire = un_evenement(titre="Il part")
    premiere = demander(client, quoi)
    etag = premiere["ETag"]
    assert demander(client, quoi, HTTP_IF_NONE_MATCH=etag).status_code == 304
    assert demander(client, quoi, HTTP_IF_NONE_MATCH=f"W/{etag}").status_code == 304
    depublier(retire)
    plus_tard = http_date(datetime(2030, 1, 1, tzinfo=ZoneInfo("UTC")).timestamp())
    relue = demander(client, quoi, HTTP_IF_MODIFIED_SINCE=plus_tard)
    assert relue.status_code == 200
    assert b"Il part" not in relue.content
    assert demander(client, quoi, HTTP_IF_NONE_MATCH=etag).status_code == 200


@pytest.mark.parametrize("quoi", [CALENDRIER, DONNEES])
def test_deux_lectures_donnent_les_memes_octets(client: Client, settings: Any, quoi: str) -> None:
    un_evenement()
    Evenement.objects.update(last_published_at=None)
    premiere = demander(client, quoi).content
    settings.AUJOURDHUI = "2026-10-02"
    assert demander(client, quoi).content == premiere


def test_l_empreinte_suit_le_nom_de_la_ressource(client: Client) -> None:
    evenement = un_evenement()
    etag = demander(client)["ETag"]
    evenement.ressource.nom = "La Traversée"
    evenement.ressource.save()
    assert demander(client, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_un_lieu_masque_n_est_nulle_part(client: Client) -> None:
    secret = {"lieu": "CANARI maison", "adresse": "12, rue CANARI", "municipalite": "Granby"}
    evenement = un_evenement(lieu_masque=True, **secret)
    for quoi in (CALENDRIER, DONNEES, f"{evenement.slug}/evenement.ics"):
        assert "CANARI" not in demander(client, quoi).content.decode()
    assert composant(client, evenement)["LOCATION"] == "Granby"


@pytest.mark.parametrize(
    "titre",
    [
        "Soupe; pain, beurre \\ et « café » : à 100 %",
        "Bonjour\r\nBEGIN:VEVENT\r\nUID:vole@exemple.org\r\nEND:VEVENT",
        "une\rdeux\x0btrois\x85quatre\u2028cinq\u2029six",
        "\x01\x07cloche\x1b[31m",
        "é" * 120,
        "🫖" * 60,
        "l’été à Québec, " * 7,
        '"guillemets" et ^carets^ \\n',
    ],
)
def test_un_titre_hostile_reste_un_titre(client: Client, titre: str) -> None:
    evenement = un_evenement(titre=titre, description=titre * 3, municipalite=titre[:80])
    reponse = demander(client, f"{evenement.slug}/evenement.ics")
    lus = composants(reponse)
    assert list(lus) == [f"{evenement.cle}@evenements.journee-alternative"]
    lu = composant(client, evenement)
    assert str(lu["SUMMARY"]) == une_ligne(titre)
    lignes = reponse.content.split(b"\r\n")
    assert all(len(ligne) <= 75 and b"\n" not in ligne for ligne in lignes)
    assert reponse.content.endswith(b"END:VCALENDAR\r\n")
    assert lignes_json(demander(client, DONNEES))[str(evenement.cle)]["titre"] == titre


@pytest.mark.parametrize("annee", [2013, 2026, 2040, 2060])
def test_l_horloge_du_fichier_est_celle_du_quebec(client: Client, annee: int) -> None:
    un_evenement()
    horloge: Any = Calendar.from_ical(demander(client).content).walk("VTIMEZONE")[0]
    assert horloge["TZID"] == "America/Toronto"
    lue, la_notre = horloge.to_tz(lookup_tzid=False), ZoneInfo("America/Toronto")
    for jour in range(365):
        moment = datetime(annee, 1, 1, 12, tzinfo=la_notre) + timedelta(days=jour)
        assert moment.replace(tzinfo=lue).utcoffset() == moment.utcoffset()


def test_un_calendrier_vide_reste_un_calendrier(client: Client) -> None:
    reponse = demander(client)
    assert composants(reponse) == {}
    assert b"BEGIN:VTIMEZONE" in reponse.content  # at least one component (RFC 5545, section 3.6)
    assert lire_autrement(reponse).prodid


def test_chaque_calendrier_ne_tient_que_le_sien(client: Client) -> None:
    ici = un_evenement(region="05")
    ailleurs = un_evenement(region="13", municipalite="Laval")
    hier = un_evenement(debut=MIDI.replace(year=2025))
    cas = {
        "?region=13": ({ailleurs}, "Agenda – Laval"),
        f"?ressource={ici.ressource.slug}": ({ici}, f"Agenda – {ici.ressource.nom}"),
        "?edition=2025": ({hier}, "Agenda – 2025"),
        "": ({ici, ailleurs}, "Agenda"),
    }
    for requete, (attendus, nom) in cas.items():
        reponse = demander(client, f"{CALENDRIER}{requete}")
        assert {uid.split("@")[0] for uid in composants(reponse)} == {str(e.cle) for e in attendus}
        assert Calendar.from_ical(reponse.content)["X-WR-CALNAME"] == nom
        assert lignes_json(demander(client, f"{DONNEES}{requete}")).keys() == {str(e.cle) for e in attendus}
    seul = demander(client, f"{hier.slug}/evenement.ics")
    assert [uid.split("@")[0] for uid in composants(seul)] == [str(hier.cle)]


@pytest.mark.parametrize(
    "requete",
    ["region=99", "edition=abc", "edition=99999999999999999999", "genre=%00", "commune=%00", "page=-1", "%ff=1"],
)
def test_une_requete_absurde_est_ignoree(client: Client, requete: str) -> None:
    un_evenement()
    assert len(composants(demander(client, f"{CALENDRIER}?{requete}"))) == 1
    assert len(lignes_json(demander(client, f"{DONNEES}?{requete}"))) == 1


@pytest.mark.parametrize("slug", ["", "inconnue", "%00", "a" * 500])
def test_une_ressource_inconnue_n_a_pas_d_evenement(client: Client, slug: str) -> None:
    un_evenement()
    assert len(composants(demander(client, f"{CALENDRIER}?ressource={slug}"))) == (slug in {"", "%00"})


@pytest.mark.parametrize("quoi", [CALENDRIER, DONNEES])
def test_une_autre_adresse_web_peut_lire_le_flux(client: Client, quoi: str) -> None:
    un_evenement()
    reponse = demander(client, quoi)
    assert reponse["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in reponse
    tete: Any = client.head(reponse.wsgi_request.path)  # type: ignore[attr-defined]
    assert (tete.status_code, tete.content, tete["ETag"]) == (200, b"", reponse["ETag"])


@pytest.mark.parametrize("quoi", [CALENDRIER, DONNEES])
def test_un_flux_coute_autant_de_requetes_pour_deux_ou_pour_vingt(client: Client, quoi: str) -> None:
    comptes = []
    for nombre in (2, 18):
        for _rang in range(nombre):
            un_evenement()
        demander(client, quoi)
        with CaptureQueriesContext(connection) as requetes:
            demander(client, quoi)
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1] <= 10
