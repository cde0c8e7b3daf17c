"""The same words find the same things on PostgreSQL; what is taken back leaves no word there either."""

import pytest
from django.utils.translation import override

from pages.recherche.modeles import MotRecherche
from tests.pages.recherche.monde import batir, batir_en_anglais, premiers
from tests.pages.recherche.paires import PAIRES, PAIRES_ANGLAISES
from tests.pages.recherche.test_visibilite import (  # noqa: F401 - the same tests, on the other engine
    test_un_consentement_echu_cache_le_texte_puis_le_menage_l_oublie,
    test_un_temoignage_approuve_se_trouve_et_son_retrait_ne_laisse_aucun_mot,
    test_une_page_fermee_apres_coup_ne_se_trouve_plus,
    test_une_page_se_trouve_des_sa_publication_et_plus_apres_son_retrait,
)

pytestmark = pytest.mark.django_db


def test_ce_qu_on_tape_trouve_ce_qu_on_cherche_sur_postgresql() -> None:
    noms = batir()

    assert [(tape, nom) for tape, nom in PAIRES if noms[nom] not in premiers(tape)] == []


def test_ce_qu_on_tape_en_anglais_trouve_ce_qu_on_cherche_sur_postgresql() -> None:
    noms = batir_en_anglais()

    with override("en"):
        assert [(tape, nom) for tape, nom in PAIRES_ANGLAISES if noms[nom] not in premiers(tape)] == []


@pytest.mark.parametrize("tape", ["'", '"', "* OR titre:", "\\' | !", "a & b", "%", "(", "😀"])
def test_aucun_signe_n_est_un_ordre(tape: str) -> None:
    batir()

    assert premiers(tape) == []


def test_une_faute_sur_la_premiere_lettre_se_corrige_par_les_trigrammes() -> None:
    noms = batir()
    assert MotRecherche.objects.filter(plie__ressemble="emtraide").exists()

    assert noms["benevoles"] in premiers("vénévoles")
