"""The annotated texts are sound: what is measured on them means something."""

from collections import Counter

import pytest

from tests.bancs.annotation import QUASI
from tests.bancs.corpus import CORPUS, DE_REGLAGE, EN_RESERVE, Document, lire_corpus, lire_permis

TEXTES_A_NOUS = 600


@pytest.mark.parametrize("nom", CORPUS)
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
    documents = [document for nom in CORPUS for document in lire_corpus(nom)]
    par_id = Counter(document.id for document in documents)
    par_texte = Counter(" ".join(document.texte.lower().split()) for document in documents)
    assert [identifiant for identifiant, fois in par_id.items() if fois > 1] == []
    assert par_texte.total() == len(par_texte)


def test_il_y_en_a_assez_et_autant_en_reserve_que_pour_le_reglage() -> None:
    nombres = {nom: len(lire_corpus(nom)) for nom in CORPUS}
    assert sum(nombres.values()) - nombres["dev"] >= TEXTES_A_NOUS
    assert sum(nombres[nom] for nom in EN_RESERVE) >= sum(nombres[nom] for nom in DE_REGLAGE if nom != "dev")


def test_les_noms_permis_sont_lus() -> None:
    assert {"Le Fanal", "Estrie"} <= set(lire_permis())
    assert "" not in lire_permis()
