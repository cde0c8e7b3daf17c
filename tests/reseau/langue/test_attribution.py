"""The line under a quote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.attribution import (
    Echelon,
    attribuer,
    suggerer_forme_de,
    suggerer_lieu,
)
from reseau.langue.inclusif import Ecriture
from reseau.langue.regions import REGIONS, Lieu, Region, region_par_code

ESTRIE = region_par_code("05")
GRANBY = Lieu("Granby", "de Granby", "à Granby")


@pytest.mark.parametrize(
    ("nom", "forme"),
    [
        ("Le Phare", "du Phare"),
        ("le phare", "du phare"),
        ("Les Amis du vent", "des Amis du vent"),
        ("La Passerelle", "de La Passerelle"),
        ("la passerelle", "de La passerelle"),
        ("L’Envol", "de L’Envol"),
        ("L'Envol", "de L’Envol"),
        ("Centre du Lac", "du Centre du Lac"),
        ("Centre-femmes du Lac", "du Centre-femmes du Lac"),
        ("Maison des Vents", "de la Maison des Vents"),
        ("Halte du Fleuve", "de la Halte du Fleuve"),
        ("Association des Rives", "de l’Association des Rives"),
        ("Entraide du Nord", "de l’Entraide du Nord"),
        ("Équipe mobile", "de l’Équipe mobile"),
        ("Services du Lac", "des Services du Lac"),
        ("Arc-en-ciel", "d’Arc-en-ciel"),
        ("Habit-Action", "d’Habit-Action"),
        ("Hasard heureux", "de Hasard heureux"),
        ("Passage", "de Passage"),
        ("Lesage", "de Lesage"),
        ("7e ciel", "de 7e ciel"),
        ("  Le   Phare ", "du Phare"),
        ("La", "de La"),
        ("", ""),
    ],
)
def test_suggerer_la_forme_apres_de(nom: str, forme: str) -> None:
    assert suggerer_forme_de(nom) == forme


@given(st.text())
def test_suggerer_repond_a_tout_nom(nom: str) -> None:
    forme = suggerer_forme_de(nom)
    assert forme.startswith(("de ", "du ", "des ", "d’")) or not nom.strip() or forme == ""


@pytest.mark.parametrize(
    ("nom", "de", "en"),
    [
        ("Granby", "de Granby", "à Granby"),
        ("Amos", "d’Amos", "à Amos"),
        ("La Malbaie", "de La Malbaie", "à La Malbaie"),
        ("L'Assomption", "de L’Assomption", "à L’Assomption"),
        ("Le Bic", "du Bic", "au Bic"),
        ("Les Escoumins", "des Escoumins", "aux Escoumins"),
        ("Haute-Yamaska", "de la Haute-Yamaska", "dans la Haute-Yamaska"),
        ("Haut-Richelieu", "du Haut-Richelieu", "dans le Haut-Richelieu"),
    ],
)
def test_suggerer_un_lieu(nom: str, de: str, en: str) -> None:
    lieu = suggerer_lieu(nom)
    assert (lieu.de_lieu, lieu.en_lieu) == (de, en)


def test_un_echelon_inconnu_est_refuse() -> None:
    with pytest.raises(ValueError, match="ville"):
        attribuer("ville", "de La Passerelle", ESTRIE)


@pytest.mark.parametrize("region", REGIONS, ids=str)
def test_attribuer_dans_chaque_region(region: Region) -> None:
    de = region.de_lieu
    assert (
        attribuer("ressource", "de La Passerelle", region)
        == f"un·e membre de La Passerelle, une ressource alternative {de}"
    )
    assert attribuer("region", "de La Passerelle", region) == f"un·e membre d’une ressource alternative {de}"
    assert attribuer("quebec", "de La Passerelle", region) == "un·e membre d’une ressource alternative du Québec"


def test_l_inconnu_est_plus_grossier() -> None:
    quebec = "un·e membre d’une ressource alternative du Québec"
    assert attribuer(Echelon.REGION, "", None) == quebec
    assert attribuer(Echelon.RESSOURCE, "", None) == quebec
    assert attribuer(Echelon.RESSOURCE, "", ESTRIE) == "un·e membre d’une ressource alternative de l’Estrie"
    assert attribuer("ressource", "du Phare", None) == "un·e membre du Phare, une ressource alternative du Québec"


def test_un_lieu_plus_fin_que_la_region_ne_parait_qu_avec_le_nom() -> None:
    nommee = attribuer("ressource", "du Phare", ESTRIE, lieu=GRANBY)
    assert nommee == "un·e membre du Phare, une ressource alternative de Granby"
    assert "Granby" not in attribuer("region", "du Phare", ESTRIE, lieu=GRANBY)
    assert "Granby" not in attribuer("ressource", "", ESTRIE, lieu=GRANBY)


def test_le_mode_ne_touche_pas_le_nom_de_la_ressource() -> None:
    ligne = attribuer("ressource", "des Ami·es", ESTRIE, mode=Ecriture.DOUBLETS)
    assert ligne == "un ou une membre des Ami·es, une ressource alternative de l’Estrie"
    assert attribuer("quebec", "", None, mode=Ecriture.PARENTHESES).startswith("un(e) membre ")
