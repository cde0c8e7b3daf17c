from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.croisement import Choix, Croisement, croiser, paroles_de
from temoignages.etats import Echelon
from tests.fabriques.pages import des_temoignages, retirer_temoignage, une_amorce
from tests.fabriques.reseau import RessourceFactory

CASES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.sampled_from(["", "05", "06"]), st.sampled_from([2025, 2026])),
    st.integers(1, 12),
)


@given(CASES)
def test_ce_qu_un_filtre_retranche_d_un_autre_n_est_jamais_petit(cases: dict[tuple[int, str, int], int]) -> None:
    croisement = Croisement((*case, compte) for case, compte in cases.items())
    for croise in product((None, 1, 2, 3), (None, "05", "06"), (None, 2025, 2026)):
        choix = Choix(*croise)
        if not choix.axes or not croisement.est_montrable(choix):
            continue
        compte = croisement.compte(choix)
        assert compte >= 5
        for large in (*choix.plus_larges(), Choix()):
            assert large == Choix() or croisement.est_montrable(large)
            assert croisement.compte(large) - compte not in range(1, 5)
        for axe in choix.axes:
            reste = croisement.compte(choix.sur(axe, None))
            reste -= sum(croisement.compte(choix.sur(axe, v)) for v in croisement.options(choix, axe))
            assert reste == 0 or reste >= 5 or croisement.options(choix, axe) == []


def test_tout_le_mur_se_montre_meme_petit() -> None:
    assert Croisement([(0, "", 2026, 1)]).est_montrable(Choix())


def test_un_choix_dont_une_liste_plus_large_est_retenue_l_est_aussi() -> None:
    croisement = Croisement([(1, "05", 2026, 8), (2, "05", 2026, 9), (2, "", 2026, 3)])
    assert not croisement.est_montrable(Choix(region="05"))  # 20 - 17 would tell 3
    assert not croisement.est_montrable(Choix(phrase=1, region="05"))
    assert croisement.est_montrable(Choix(phrase=1))


def test_la_requete_ne_dit_que_ce_qui_est_choisi() -> None:
    assert Choix().requete == ""
    assert Choix(phrase=3, edition=2026).requete == "phrase=3&edition=2026"


@pytest.mark.django_db
def test_une_ressource_nommee_compte_dans_sa_propre_region() -> None:
    ressource = RessourceFactory.create(region="05")
    # Its region changed since: the attribution shows the resource's own.
    des_temoignages(6, echelon=Echelon.RESSOURCE, ressource=ressource, region="06")
    assert croiser().options(Choix(), "region") == ["05"]
    assert paroles_de(Choix(region="05")).count() == 6
    assert not paroles_de(Choix(region="06")).exists()


@pytest.mark.django_db
def test_les_comptes_et_les_listes_disent_la_meme_chose() -> None:
    amorce = une_amorce()
    temoignages = des_temoignages(7, amorce=amorce, echelon=Echelon.REGION, region="05")
    des_temoignages(8, edition=2025)
    retirer_temoignage(temoignages[0])
    croisement = croiser()
    for choix in (
        Choix(),
        Choix(phrase=amorce.pk),
        Choix(region="05"),
        Choix(edition=2025),
        Choix(amorce.pk, "05", 2026),
    ):
        assert croisement.compte(choix) == paroles_de(choix).count() > 0
