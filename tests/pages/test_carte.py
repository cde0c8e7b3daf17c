"""The map of the 17 regions: each in its place, none over another, told in words too."""

from django.template.loader import render_to_string

from pages.carte import HAUTEUR_DU_DESSIN, LARGEUR_DU_DESSIN, PLACES, TuileRegion, tuiles_des_regions
from reseau.langue.regions import CODES


def tuiles(courante: str = "") -> list[TuileRegion]:
    comptes = {"05": 3, "13": 1}
    return tuiles_des_regions(comptes, adresse_de="?region={}".format, dire="{} lieux".format, courante=courante)


def test_les_17_regions_ont_chacune_leur_place() -> None:
    assert set(PLACES) == {code for code, _nom in CODES}
    assert len({place[:2] for place in PLACES.values()}) == len({place[2] for place in PLACES.values()}) == 17
    for colonne, rangee, _sigle in PLACES.values():
        assert (colonne * 2) % 2 == rangee % 2  # an odd row is shifted by half a tile: neighbours touch, none overlap


def test_chaque_tuile_tient_dans_le_dessin() -> None:
    for tuile in tuiles():
        for coin in tuile.points.split():
            x, y = map(float, coin.split(","))
            assert 0 <= x <= LARGEUR_DU_DESSIN
            assert 0 <= y <= HAUTEUR_DU_DESSIN


def test_une_region_vide_ne_mene_nulle_part_et_se_dit_en_mots() -> None:
    contexte = {"tuiles": tuiles(courante="13"), "nom": "Carte", "largeur": "600", "hauteur": "470"}
    html = render_to_string("pages/composants/carte_regions.html", contexte)
    assert html.count("<polygon") == 17
    assert html.count('href="?region=05"') == 2  # the tile, and the list
    assert 'aria-label="Estrie, 3 lieux"' in html
    assert html.count('aria-current="true"') == 2
    assert "?region=07" not in html
    assert html.count("0 lieux") == 15
