import datetime
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.croisement import Choix, croiser, paroles_de
from temoignages.actions.generation import suivre_les_regions
from temoignages.etats import Echelon
from temoignages.models import Comptage
from tests.fabriques.pages import des_temoignages, retirer_temoignage, un_theme, une_amorce
from tests.fabriques.reseau import RessourceFactory
from tests.pages.croisements import croisement_de

CASES = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from(["", "05", "06"]), st.sampled_from([2025, 2026])),
    st.integers(1, 12),
)
TOUS_LES_CHOIX = [
    Choix(phrase, theme, region, edition)
    for phrase, theme, region, edition in product((None, 1, 2), (None, 1, 2), (None, "05", "06"), (None, 2025, 2026))
]


def plus_larges(choix: Choix) -> set[Choix]:
    """Return a choice, and those that ask for less."""
    larges = {choix}
    for axe in choix.axes:
        larges |= {large.sur(axe, None) for large in larges}
    return larges


@given(CASES)
def test_ce_qu_un_filtre_retranche_d_un_autre_n_est_jamais_petit(
    cases: dict[tuple[int, int, str, int], int],
) -> None:
    croisement = croisement_de(cases)
    for choix in TOUS_LES_CHOIX:
        if not choix.axes or not croisement.est_montrable(choix):
            continue
        compte = croisement.compte(choix)
        assert compte >= 5
        for large in plus_larges(choix):
            assert croisement.est_montrable(large)
            assert croisement.compte(large) - compte not in range(1, 5)
        for axe in choix.axes:
            reste = croisement.compte(choix.sur(axe, None))
            reste -= sum(croisement.compte(choix.sur(axe, v)) for v in croisement.options(choix, axe))
            assert reste == 0 or reste >= 5 or croisement.options(choix, axe) == []


def test_tout_le_mur_se_montre_meme_petit() -> None:
    assert croisement_de({(0, 0, "", 2026): 1}).est_montrable(Choix())


def test_un_choix_dont_une_liste_plus_large_est_retenue_l_est_aussi() -> None:
    croisement = croisement_de({(1, 0, "05", 2026): 8, (2, 0, "05", 2026): 9, (2, 0, "", 2026): 3})
    assert not croisement.est_montrable(Choix(region="05"))  # 20 - 17 would tell 3
    assert not croisement.est_montrable(Choix(phrase=1, region="05"))
    assert croisement.est_montrable(Choix(phrase=1))


def test_la_requete_ne_dit_que_ce_qui_est_choisi() -> None:
    assert Choix().requete == ""
    assert Choix(phrase=3, edition=2026).requete == "phrase=3&edition=2026"


@pytest.mark.django_db
def test_une_ressource_nommee_compte_dans_sa_propre_region() -> None:
    ressource = RessourceFactory.create(region="05")
    des_temoignages(6, echelon=Echelon.RESSOURCE, ressource=ressource, region="06")
    # It was moved since: the attribution shows where it is, and so does the wall once the upkeep has run.
    suivre_les_regions()
    assert croiser(Choix()).options(Choix(), "region") == ["05"]
    assert paroles_de(Choix(region="05")).count() == 6
    assert not paroles_de(Choix(region="06")).exists()


@pytest.mark.django_db
def test_les_comptes_et_les_listes_disent_la_meme_chose() -> None:
    amorce = une_amorce()
    theme = un_theme()
    temoignages = des_temoignages(7, amorce=amorce, theme=theme, echelon=Echelon.REGION, region="05")
    des_temoignages(8, edition=2025)
    retirer_temoignage(temoignages[0])
    for choix in (
        Choix(),
        Choix(phrase=amorce.pk),
        Choix(theme=theme.pk),
        Choix(region="05"),
        Choix(edition=2025),
        Choix(amorce.pk, theme.pk, "05", 2026),
    ):
        assert croiser(choix).compte(choix) == paroles_de(choix).count() > 0


@given(CASES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.django_db
def test_ce_qu_on_lit_pour_un_choix_suffit_a_le_juger_et_ses_voisins(
    cases: dict[tuple[int, int, str, int], int],
) -> None:
    complet = croisement_de(cases)
    Comptage.objects.all().delete()
    Comptage.objects.bulk_create(
        Comptage(**dict(zip(Comptage.CLE, (*croise, jour), strict=True)), nombre=compte)
        for croise, compte in complet.comptes.items()
        for jour in (datetime.date(2026, 11, 22), datetime.date(2026, 11, 21))
    )
    for choix in TOUS_LES_CHOIX:
        lu = croiser(choix)
        assert lu.compte(choix) == complet.compte(choix)
        for axe in Choix._fields:
            assert lu.options(choix, axe) == complet.options(choix, axe)
        assert lu.options(Choix(), "phrase") == complet.options(Choix(), "phrase")
