"""Two spellings of one name share a key."""

import pytest

from reseau.langue.cles import cle, cle_de_lieu, plier, soigner


@pytest.mark.parametrize(
    "saisie",
    ["L’Envol", "L'Envol", "l'envol", "ENVOL", "  l’ Envol ", "L\u00adEnvol".replace("\u00ad", "’"), "É\u0301NVOL"],
)
def test_cle_pardonne_article_casse_accents_et_apostrophes(saisie: str) -> None:
    assert cle(saisie) == "envol"


@pytest.mark.parametrize(
    ("saisie", "attendue"),
    [
        ("Le Cœur-à-l’ouvrage", "coeur a l ouvrage"),
        ("S.O.S. Entraide", "sos entraide"),
        ("Ami·es & Cie", "amies et cie"),
        ("Ami•es et Cie", "amies et cie"),
        ("La", "la"),
        ("Les", "les"),
        ("Lesage", "lesage"),
        ("🙂 !!!", ""),
        ("", ""),
    ],
)
def test_cle_d_un_nom(saisie: str, attendue: str) -> None:
    assert cle(saisie) == attendue


def test_plier_garde_l_article() -> None:
    assert plier("La Côte–Nord") == "la cote nord"


def test_soigner_compose_les_accents_et_serre_les_espaces() -> None:
    assert soigner("  L'E\u0301toile   du Nord ") == "L’Étoile du Nord"


@pytest.mark.parametrize("typee", ["St-Épiphane", "saint epiphane", "SAINT-ÉPIPHANE", "St. Épiphane"])
def test_une_municipalite_se_reconnait_comme_on_l_ecrit(typee: str) -> None:
    assert cle_de_lieu(typee) == "saint epiphane"
