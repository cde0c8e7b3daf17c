"""The yearly account: closed years only, figures that do not move, nothing under five to read or to work out."""

import datetime
from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from temoignages.actions import ecarter_rafale, prendre, refuser, retirer
from temoignages.bilan import CATEGORIES, EN_ATTENTE, PUBLIES, RETIRES, Bilan, bilans, cloture, nom_de, rediger
from temoignages.etats import MotifRefus
from temoignages.models import Depot
from tests.fabriques.temoignages import un_depot, un_temoignage, une_personne

FEVRIER = datetime.date(2027, 2, 1)


def lu(bilan: Bilan) -> object:
    """Return all that a reader sees of an account."""
    return bilan.total, bilan.au_moins, [(ligne.nom, ligne.nombre) for ligne in bilan.lignes]


@given(st.dictionaries(st.sampled_from(sorted(CATEGORIES)), st.integers(0, 30)))
def test_aucun_nombre_de_un_a_quatre_n_est_montre(comptes: dict[str, int]) -> None:
    bilan = rediger(2026, comptes)
    assert all(ligne.nombre is None or ligne.nombre >= 5 for ligne in bilan.lignes)
    assert bilan.total <= sum(comptes.values())
    assert bilan.au_moins is any(0 < nombre < 5 for nombre in comptes.values())


@given(st.dictionaries(st.sampled_from(sorted(CATEGORIES)), st.integers(1, 30)), st.randoms())
def test_ce_qui_se_lit_ne_change_pas_quand_un_petit_nombre_change(comptes: dict[str, int], hasard: object) -> None:
    """Whatever the small figures are, the page is the same, totals included: no subtraction can tell them."""

    def autre(nombre: int) -> int:
        return nombre if nombre >= 5 else hasard.randint(1, 4)  # type: ignore[attr-defined]

    assert lu(rediger(2026, comptes)) == lu(rediger(2026, {cle: autre(nombre) for cle, nombre in comptes.items()}))


@pytest.mark.parametrize("petits", list(product(range(1, 5), repeat=2)))
def test_deux_petits_nombres_ne_se_devinent_pas_l_un_par_l_autre(petits: tuple[int, int]) -> None:
    bilan = rediger(2026, {PUBLIES: 12, RETIRES: petits[0], EN_ATTENTE: petits[1]})
    assert (bilan.total, bilan.au_moins) == (14, True)


def test_chaque_raison_de_refus_a_ses_mots() -> None:
    assert {nom_de(motif) for motif in MotifRefus} <= {f"non retenus\u00a0: {motif.label}" for motif in MotifRefus}
    assert len({nom_de(cle) for cle in CATEGORIES}) == len(CATEGORIES)


def comptes_de(jour: datetime.date) -> Mapping[str, int | None]:
    (bilan,) = bilans(jour)
    return {ligne.nom: ligne.nombre for ligne in bilan.lignes}


@pytest.fixture
def campagne(settings: Settings, db: None) -> list[str]:
    """Make a campaign: six published, six declined, five withdrawn, five waiting. Return the codes of the published."""
    settings.AUJOURDHUI = "2026-10-01"
    lectrice = une_personne()
    publies = [un_temoignage(f"des mots {rang}").empreinte_code for rang in range(6)]
    for _ in range(6):
        refuser(depot=prendre(depot=un_depot(), par=lectrice), par=lectrice, motif=MotifRefus.HORS_SUJET)
    for _ in range(5):
        retirer(empreinte_code=un_depot().empreinte_code)
        un_depot()
    ecarter_rafale(depots=[un_depot().pk for _ in range(5)])
    return publies


ATTENDUS = {
    "publiés": 6,
    "retirés par leur auteur": 5,
    "non retenus\u00a0: il ne parle pas de la Journée ni de l’entraide": 6,
    "non retenus\u00a0: c’est un envoi automatisé": 5,
    "encore en lecture": 5,
}


def test_chaque_texte_est_compte_une_fois(campagne: list[str]) -> None:
    assert comptes_de(FEVRIER) == ATTENDUS
    assert bilans(FEVRIER)[0].total == Depot.objects.count()


def test_une_annee_ouverte_ne_se_compte_pas(campagne: list[str]) -> None:
    assert cloture(2026) == datetime.date(2027, 1, 31)
    assert bilans(cloture(2026)) == []
    assert [bilan.edition for bilan in bilans(FEVRIER)] == [2026]


def test_ce_qui_arrive_apres_ne_change_rien(campagne: list[str], settings: Settings) -> None:
    """Else two visits, the day before and the day after a withdrawal, would tell that somebody withdrew."""
    settings.AUJOURDHUI = "2027-02-01"
    retirer(empreinte_code=campagne[0])
    lectrice = une_personne()
    attendu = Depot.objects.a_lire().order_by("pk")[0]
    refuser(depot=prendre(depot=attendu, par=lectrice), par=lectrice, motif=MotifRefus.ILLISIBLE)
    un_depot(edition=2026)
    assert comptes_de(FEVRIER) == ATTENDUS
    assert comptes_de(datetime.date(2030, 1, 1)) == ATTENDUS


@pytest.mark.django_db
def test_le_bilan_coute_une_requete_quel_que_soit_le_nombre_d_annees(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for edition in range(2018, 2026):
        un_depot(edition=edition)
    with django_assert_num_queries(1):
        assert bilans(FEVRIER) == []  # received on the day of the tests, after each of those years was closed
    Depot.objects.update(recu_le="2015-01-01T12:00Z")
    with django_assert_num_queries(1):
        assert len(bilans(FEVRIER)) == 8
