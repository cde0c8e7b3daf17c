"""Every layer and every rule of the detector earns its place, and none of its scores goes down unnoticed.

Layers and rules are judged on the tuning texts; the floors hold on the texts kept in reserve as well.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import pytest

from temoignages.anonymat import Constat, detecter
from temoignages.anonymat.formes import chercher_formes
from temoignages.anonymat.graines import graine
from temoignages.anonymat.lecture import Lecture
from temoignages.anonymat.motifs import chercher_motifs
from temoignages.anonymat.normalisation import TexteNormalise
from temoignages.anonymat.quasi import chercher_quasi
from tests.bancs.cibles import MESURES, PLANCHERS
from tests.bancs.corpus import COURTS, DE_REGLAGE, Document, lire_corpus, lire_permis, presents
from tests.bancs.releve import noter_constats
from tests.bancs.score import Score

Reponses = list[tuple[Document, list[Constat]]]
ANONYMAT = "temoignages.anonymat"


def rien(*_: object) -> list[Constat]:
    """Find nothing."""
    return []


def seul(_: Lecture, i: int, *__: object) -> tuple[int, int]:
    """Take a name for its first word found."""
    return i, i


# What the whole text says: layers, below.
DU_DOCUMENT = {"repetition", "coordination", "diminutif"}
# What is put in the place of a layer, and a measure that must then get worse.
COUCHES: dict[str, tuple[str, Callable[..., object], str]] = {
    "normalisation": ("normaliser", TexteNormalise, "direct"),
    "motifs": ("chercher_motifs", rien, "direct"),
    "quasi-identifiants": ("chercher_quasi", rien, "quasi"),
    "lieux": ("quasi.chercher_lieux", rien, "quasi"),
    "noms-permis": ("zones_permises", rien, "faux"),
    "noms-publics": ("permis.index_public", dict, "faux"),
    "noms": ("chercher_noms", rien, "direct"),
    "lexique-inverse": ("mots.marques", str, "faux"),
    "formes": ("noms.chercher_formes", rien, "direct"),
    "repetition": ("noms.repeter", rien, "direct"),
    "liste-de-noms": ("noms.coordonner", rien, "direct"),
    "nom-entier": ("noms._etendre", seul, "direct"),
}


@pytest.fixture(scope="module")
def reponses() -> Reponses:
    """Return what the whole detector finds in the short tuning texts, and in stories by one author: quick enough."""
    noms = [nom for nom in DE_REGLAGE if nom in (*COURTS, "reglage2a_recits")]
    return lire([document for nom in noms for document in lire_corpus(nom)])


@pytest.mark.parametrize("couche", COUCHES)
def test_sans_une_couche_une_mesure_baisse(couche: str, reponses: Reponses) -> None:
    entree, remplacant, mesure = COUCHES[couche]
    with patch(f"{ANONYMAT}.{entree}", remplacant):
        mutant = noter_constats(lire([document for document, _ in reponses]))
    assert mesure in pires(mutant, noter_constats(reponses))


def test_sans_une_regle_une_mesure_baisse(reponses: Reponses) -> None:
    # Without the net, which is there to catch what a shape would miss.
    with patch(f"{ANONYMAT}.chercher_suites", rien):
        nues = lire([document for document, _ in reponses])
        regles = {constat.regle for _, constats in nues for constat in constats} - DU_DOCUMENT
        assert {regle for regle in regles if not sert(regle, nues)} == set()


def test_sans_le_filet_ce_que_les_formes_manquent_echappe(reponses: Reponses) -> None:
    with patch(f"{ANONYMAT}.chercher_motifs", rien):
        avec = noter_constats(lire([document for document, _ in reponses]))
        with patch(f"{ANONYMAT}.chercher_suites", rien):
            sans_filet = noter_constats(lire([document for document, _ in reponses]))
    assert "direct" in pires(sans_filet, avec)


@pytest.mark.parametrize("nom", presents())
def test_aucun_score_ne_descend_sous_son_plancher(nom: str) -> None:
    assert PLANCHERS[nom].manquees(noter_constats(lire(lire_corpus(nom)))) == {}


def test_une_baisse_est_vue() -> None:
    dev = lire_corpus("dev")
    score = noter_constats(lire(dev))
    with sans("prenom"):
        mutant = noter_constats(lire(dev))
    assert "direct" in PLANCHERS["dev"].manquees(mutant)
    assert "direct" in pires(mutant, score)
    assert pires(score, score) == set()


def pires(mutant: Score, entier: Score) -> set[str]:
    """Return the measures that are worse for ``mutant``."""
    valeurs = {nom: (mesure.lire(mutant).valeur, mesure.lire(entier).valeur) for nom, mesure in MESURES.items()}
    return {nom for nom, (avec, sans) in valeurs.items() if (avec < sans if MESURES[nom].au_moins else avec > sans)}


def sert(regle: str, reponses: Reponses) -> bool:
    """Return whether, without a rule, some measure gets worse or some passage is no longer said for what it is.

    Only the texts where the rule found something are read again: elsewhere it did nothing.
    """
    concernees = [(document, constats) for document, constats in reponses if regle in {c.regle for c in constats}]
    with sans(regle):
        mutantes = lire([document for document, _ in concernees])
    moins_bien = pires(noter_constats(mutantes), noter_constats(concernees))
    return bool(moins_bien) or bien_dits(mutantes) < bien_dits(concernees)


def bien_dits(reponses: Reponses) -> int:
    """Return how many marked passages are touched by a finding of their own type."""
    return sum(
        any(c.type == attendu.type and c.debut < attendu.fin and attendu.debut < c.fin for c in constats)
        for document, constats in reponses
        for attendu in document.attendus
    )


def lire(documents: Sequence[Document]) -> Reponses:
    """Return the documents with what the detector, whole or not, finds in them."""
    permis = lire_permis()
    return [(document, detecter(document.texte, permis)) for document in documents]


@contextmanager
def sans(regle: str) -> Iterator[None]:
    """Leave out what one rule finds."""
    with (
        patch(f"{ANONYMAT}.chercher_motifs", filtrer(chercher_motifs, regle)),
        patch(f"{ANONYMAT}.chercher_quasi", filtrer(chercher_quasi, regle)),
        patch(f"{ANONYMAT}.noms.chercher_formes", filtrer(chercher_formes, regle)),
        patch(f"{ANONYMAT}.noms.graine", lambda lecture, i: (nom := graine(lecture, i)) * (nom != regle)),
    ):
        yield


def filtrer(couche: Callable[[str], Iterator[Constat]], regle: str) -> Callable[[str], Iterator[Constat]]:
    """Return a layer without the findings of one rule."""
    return lambda texte: (constat for constat in couche(texte) if constat.regle != regle)
