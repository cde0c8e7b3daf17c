"""The annotated texts are sound: what is measured on them means something."""

from collections import Counter

import pytest

from tests.bancs.annotation import QUASI
from tests.bancs.corpus import EN_RESERVE, Document, lire_corpus, lire_permis, presents

TEXTES_A_NOUS = 600
EN_RESERVE_AU_MOINS = 100


@pytest.mark.parametrize("nom", presents())
def test_chaque_passage_marque_tient_dans_son_texte(nom: str) -> None:
    assert [document.id for document in lire_corpus(nom) if not est_sain(document)] == []


def est_sain(document: Document) -> bool:
    """Say whether the marks are sorted, disjoint, without white space at their ends, and of the level of their type."""
    position = 0
    for attendu in sorted(document.attendus, key=lambda a: a.debut):
        passage = document.texte[attendu.debut : attendu.fin]
        if attendu.debut < position or not passage or passage != passage.strip():
            return False
        if (attendu.niveau == "quasi") != (attendu.type in QUASI):
            return False
        position = attendu.fin
    return True


def test_aucun_texte_n_est_la_deux_fois() -> None:
    documents = [document for nom in presents() for document in lire_corpus(nom)]
    par_id = Counter(document.id for document in documents)
    par_texte = Counter(" ".join(document.texte.lower().split()) for document in documents)
    assert [identifiant for identifiant, fois in par_id.items() if fois > 1] == []
    assert par_texte.total() == len(par_texte)


def test_il_y_en_a_assez_pour_le_reglage_et_en_reserve() -> None:
    nombres = {nom: len(lire_corpus(nom)) for nom in presents()}
    assert sum(nombres.values()) - nombres["dev"] >= TEXTES_A_NOUS
    reserve = [nombres[nom] for nom in EN_RESERVE if nom in nombres]
    assert sum(reserve) >= EN_RESERVE_AU_MOINS or not reserve


def test_les_noms_permis_sont_lus() -> None:
    assert {"Le Fanal", "Estrie"} <= set(lire_permis())
    assert "" not in lire_permis()
