"""Words of a translation that the site showed, then written over: looked for at once, since nothing keeps them."""

import importlib

import pytest

from temoignages.actions import reprendre_traduction, supprimer_traduction
from temoignages.coffre.models import CleDepot
from temoignages.models import Temoignage, Traduction
from tests.fabriques.temoignages import un_temoignage

from .monde import MOTS, WORDS, approuver, ecrire, quelqu_un, un_temoignage_traduit

pytestmark = pytest.mark.django_db

NOUVEAUX = "a seat that waits for me"


@pytest.fixture
def cherches(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], list[str]]]:
    """Return what is sought from now on, each time with what is not."""
    prises: list[tuple[list[str], list[str]]] = []
    module = importlib.import_module("temoignages.actions.traduire")
    monkeypatch.setattr(module, "prendre_empreintes", lambda textes, sauf: prises.append((list(textes), list(sauf))))
    return prises


@pytest.fixture
def temoignage() -> Temoignage:
    return un_temoignage_traduit()


def test_une_traduction_publique_remplacee_est_cherchee(temoignage: Temoignage, cherches: list[object]) -> None:
    ecrire(temoignage, NOUVEAUX)
    assert cherches == [([WORDS], [NOUVEAUX])]
    ecrire(temoignage, "a stool that waits for me")  # nobody has read the former one
    assert len(cherches) == 1


def test_une_proposition_remplacee_n_est_pas_cherchee(cherches: list[object]) -> None:
    temoignage = un_temoignage(MOTS)
    ecrire(temoignage)
    ecrire(temoignage, NOUVEAUX)
    supprimer_traduction(traduction=Traduction.objects.get(), par=quelqu_un())
    assert cherches == []


def test_enregistrer_la_meme_ne_cherche_rien(temoignage: Temoignage, cherches: list[object]) -> None:
    ecrire(temoignage)
    assert cherches == []


@pytest.mark.parametrize("geste", ["ecrire", "supprimer"])
def test_une_traduction_reprise_du_site_est_cherchee_quand_ses_mots_partent(
    temoignage: Temoignage, cherches: list[object], geste: str
) -> None:
    reprendre_traduction(traduction=Traduction.objects.get(), par=quelqu_un())
    assert cherches == []
    if geste == "ecrire":
        ecrire(temoignage, NOUVEAUX)
    else:
        supprimer_traduction(traduction=Traduction.objects.get(), par=quelqu_un())
    assert cherches == [([WORDS], [NOUVEAUX if geste == "ecrire" else ""])]


def test_la_cle_de_la_recherche_ne_reste_pas(temoignage: Temoignage) -> None:
    avant = CleDepot.objects.count()
    approuver(ecrire(temoignage, "a seat by the window that waits for me every single week"))
    ecrire(temoignage, NOUVEAUX)
    assert CleDepot.objects.count() == avant
