"""The register on screen and as a file: who sees it, what filters keep, and never a word of anyone."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from reseau.models import Compte
from temoignages.actions import retirer
from temoignages.etats import Risque
from temoignages.models import EntreeRegistre
from temoignages.views.registre import COLONNES
from temoignages.views.tableur import sans_formule
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, un_temoignage, une_personne

from .conftest import connecter
from .envoi import MOTS, page

pytestmark = pytest.mark.django_db
REGISTRE = "/admin/paroles/registre/"
CSV = f"{REGISTRE}csv/"


@pytest.fixture
def lectrice() -> Client:
    """The client of someone who may read the register, and nothing else of the room."""
    return connecter(une_personne("view_entreeregistre"))


def lire(client: Client, **requete: str) -> str:
    reponse = client.get(REGISTRE, requete)
    assert reponse.status_code == 200
    return page(reponse)


def exporter(client: Client, **requete: str) -> list[list[str]]:
    reponse: Any = client.get(CSV, requete)
    assert reponse.status_code == 200
    octets = b"".join(reponse.streaming_content)
    assert octets.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_le_registre_montre_les_decisions_sans_un_mot(lectrice: Client) -> None:
    temoignage = un_temoignage(MOTS)
    source = lire(lectrice)
    assert temoignage.pk in source
    assert MOTS not in source
    assert "Relu" not in source


def test_un_registre_vide_le_dit(lectrice: Client) -> None:
    assert "Aucune décision ne correspond." in lire(lectrice)
    assert len(exporter(lectrice)) == 1


def test_les_filtres_gardent_ce_qu_ils_disent(lectrice: Client, settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    court, long = un_temoignage(), un_temoignage("du monde qui écoute " * 10, edition=2026, duree="trois_ans")
    assert EntreeRegistre.objects.get(temoignage=long).risque_residuel == Risque.MOYEN

    def gardes(**requete: str) -> set[str]:
        lignes = exporter(lectrice, **requete)[1:]
        source = lire(lectrice, **requete)
        cles = {ligne[0] for ligne in lignes}
        assert {cle for cle in (court.pk, long.pk) if f"/paroles/{cle}/" in source} == cles
        return cles

    assert gardes() == {court.pk, long.pk}
    assert gardes(risque="moyen") == {long.pk}
    assert gardes(edition="2027") == {court.pk}
    assert gardes(risque="moyen", edition="2027") == set()
    assert gardes(echeance="oui") == set()
    settings.AUJOURDHUI = "2027-06-01"
    assert gardes(echeance="oui") == {long.pk}
    retirer(empreinte_code=long.empreinte_code)
    assert gardes(echeance="oui") == set()


@pytest.mark.parametrize(
    "requete",
    [{"p": "abc"}, {"p": "9" * 30}, {"edition": "²027"}, {"edition": "9" * 40}, {"risque": "\x00"}, {"echeance": "x"}],
)
def test_une_adresse_bricolee_montre_le_registre(lectrice: Client, requete: dict[str, str]) -> None:
    temoignage = un_temoignage()
    assert temoignage.pk in lire(lectrice, **requete)
    assert len(exporter(lectrice, **requete)) == 2


def test_les_requetes_ne_croissent_pas_avec_les_lignes(lectrice: Client) -> None:
    def compte(geste: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as requetes:
            geste()
        return len(requetes)

    un_temoignage()
    lire(lectrice)
    avant = [compte(lambda: lire(lectrice)), compte(lambda: exporter(lectrice))]
    modele = {nom: valeur for nom, valeur in EntreeRegistre.objects.values().get().items() if nom != "id"}
    EntreeRegistre.objects.bulk_create(EntreeRegistre(**modele) for _ in range(120))
    assert [compte(lambda: lire(lectrice)), compte(lambda: exporter(lectrice))] == avant
    assert "Page 1 de 3" in lire(lectrice)
    assert "Page 3 de 3" in lire(lectrice, p="3")


def test_le_fichier_a_une_ligne_par_decision_et_aucun_texte(lectrice: Client) -> None:
    seconde = une_personne(first_name="=Seconde", last_name="Lectrice")
    depot = soumettre_depot(un_depot(MOTS), une_personne())
    temoignage = approuver_depot(depot, seconde)
    titres, ligne = exporter(lectrice)
    assert titres == [str(colonne) for colonne in COLONNES]
    assert ligne[:9] == [
        temoignage.pk,
        str(temoignage.edition),
        "quebec",
        *["faible"] * 4,
        "approuver",
        "'=Seconde Lectrice",
    ]
    assert MOTS not in repr(ligne)


@pytest.mark.parametrize("case", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_aucune_case_ne_commence_une_formule(case: str) -> None:
    assert sans_formule(case) == f"'{case}"
    assert sans_formule(f"a{case}") == f"a{case}"


def test_le_fichier_demande_le_droit(premiere: Compte) -> None:
    for adresse in (REGISTRE, CSV):
        assert connecter(premiere).get(adresse).status_code == 302
        assert Client().get(adresse).status_code == 302
        assert connecter(une_personne("view_entreeregistre")).post(adresse).status_code == 405


def test_une_seconde_lectrice_inscrit_une_reevaluation(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    temoignage = un_temoignage(duree="trois_ans")
    client = connecter(une_personne("view_entreeregistre", "approuver_depot"))
    assert "Relu" not in lire(client)
    settings.AUJOURDHUI = "2027-11-23"
    assert "Relu : inscrire" in lire(client, echeance="oui").replace("\xa0", " ")
    reponse = client.post(f"{REGISTRE}{temoignage.pk}/reevaluer/", follow=True)
    assert "La réévaluation est inscrite" in page(reponse)
    assert temoignage.pk not in lire(client, echeance="oui")
    assert EntreeRegistre.objects.count() == 2


@pytest.mark.parametrize(("droit", "visible"), [("view_entreeregistre", True), ("moderer_depot", False)])
def test_l_entree_du_menu_est_pour_qui_peut_le_voir(droit: str, visible: bool) -> None:
    source = page(connecter(une_personne(droit)).get("/admin/"))
    assert (f'"url": "{REGISTRE}"' in source) == visible
