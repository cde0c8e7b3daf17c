"""What an address of the library means; what it cannot mean is as good as nothing."""

from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from pages.boite.choix import choix_de
from pages.boite.etats import AXES, Tri


@pytest.mark.parametrize(
    "requete",
    ["genre=inconnu", "theme=abc", "theme=-1", "theme=0", "accessible=non", "tri=hasard", "q=%00++", "page=2", "=&&"],
)
def test_ce_qui_ne_veut_rien_dire_n_est_rien(requete: str) -> None:
    choix = choix_de(QueryDict(requete))
    assert choix.est_vide
    assert choix.requete == "?"


def test_plusieurs_valeurs_d_un_axe_sont_gardees_une_fois() -> None:
    choix = choix_de(QueryDict("genre=guide&genre=brochure&genre=guide&q=le+pain&tri=titre"))
    assert choix.axes == {"genre": ("brochure", "guide")}
    assert (choix.texte, choix.tri) == ("le pain", Tri.TITRE)
    assert choix.requete == "?q=le+pain&genre=brochure&genre=guide&tri=titre"


def test_une_valeur_s_ajoute_puis_s_enleve() -> None:
    choix = choix_de(QueryDict("genre=guide&theme=3"))
    avec = choix.bascule("genre", "quiz")
    assert avec.requete == "?genre=guide&genre=quiz&theme=3"
    assert avec.bascule("genre", "guide").requete == "?genre=quiz&theme=3"
    assert avec.bascule("genre", "quiz").requete == choix.requete


def test_des_mots_trop_longs_sont_coupes() -> None:
    assert len(choix_de(QueryDict(f"q={'a' * 500}")).texte) == 80


@given(st.lists(st.tuples(st.sampled_from([*AXES, "q", "tri", "x"]), st.text(max_size=30))))
def test_toute_adresse_se_lit_et_se_recrit_pareille(paires: list[tuple[str, str]]) -> None:
    requete = QueryDict(mutable=True)
    for nom, valeur in paires:
        requete.appendlist(nom, valeur)
    ecrite = choix_de(requete).requete
    relue = choix_de(QueryDict(ecrite.removeprefix("?")))
    assert relue.requete == ecrite
    assert all(nom in {*AXES, "q", "tri"} for nom, _valeur in parse_qsl(ecrite.removeprefix("?")))
