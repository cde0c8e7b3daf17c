"""The main menu, at its fullest: six short titles and the way to the other language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.fabriques.pages import ContenuPageFactory

TITRES = ("La Journée", "Témoignages", "Agenda", "Répertoire", "Publications", "Boîte à outils", "English")
DEBORDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def menu_plein() -> None:
    """Fill the menu, with what is to come."""
    for titre in TITRES:
        ContenuPageFactory.create(title=titre, show_in_menus=True)


def rangees(page: Page) -> set[int]:
    """Return where the lines of the menu stand, in CSS pixels from the top of the window."""
    liens = page.get_by_role("navigation", name="Navigation principale").get_by_role("link")
    assert liens.all_inner_texts() == [*TITRES, "Recherche"]
    boites = [lien.bounding_box() for lien in liens.all()]
    largeur = page.viewport_size["width"] if page.viewport_size else 0
    assert all(boite and boite["x"] >= 0 and boite["x"] + boite["width"] <= largeur for boite in boites)
    return {round(boite["y"]) for boite in boites if boite}


@pytest.mark.usefixtures("menu_plein")
@pytest.mark.parametrize("largeur", [1248, 1280, 1920])
def test_le_menu_plein_tient_sur_une_ligne_a_l_ordinateur(ouvrir: Callable[..., Page], largeur: int) -> None:
    page = ouvrir(viewport={"width": largeur, "height": 800}, java_script_enabled=True)
    page.goto("/temoigner/")
    assert len(rangees(page)) == 1
    assert not page.evaluate(DEBORDE)
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(page.get_by_role("link", name="Sortie rapide")).to_be_in_viewport()


@pytest.mark.usefixtures("menu_plein")
def test_un_titre_trop_long_passe_a_la_ligne_et_jamais_hors_de_la_page(ouvrir: Callable[..., Page]) -> None:
    for rang in range(2):
        ContenuPageFactory.create(title=f"C’est quoi, une ressource alternative? {rang}", show_in_menus=True)
    page = ouvrir(viewport={"width": 1280, "height": 800})
    page.goto("/temoigner/")
    assert not page.evaluate(DEBORDE)
    for lien in page.get_by_role("navigation", name="Navigation principale").get_by_role("link").all():
        expect(lien).to_be_in_viewport(ratio=1)


@pytest.mark.usefixtures("menu_plein")
@pytest.mark.parametrize("largeur", [320, 390, 1024])
def test_le_menu_se_plie_et_s_ouvre_sans_javascript(ouvrir: Callable[..., Page], largeur: int) -> None:
    page = ouvrir(viewport={"width": largeur, "height": 640}, java_script_enabled=False)
    page.goto("/temoigner/")
    liens = page.get_by_role("navigation", name="Navigation principale").get_by_role("link")
    expect(liens).to_have_count(0)
    page.get_by_role("button", name="Menu").click()
    assert len(rangees(page)) == len(TITRES) + 1
    expect(page.get_by_role("link", name="Sortie rapide")).to_be_in_viewport()
    page.get_by_role("button", name="Fermer").click()
    expect(liens).to_have_count(0)
    page.get_by_role("button", name="Menu").click()
    liens.get_by_text("Boîte à outils").click()
    page.wait_for_url("**/boite-a-outils/")
