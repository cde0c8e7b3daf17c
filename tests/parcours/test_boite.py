"""The library on a phone, without JavaScript: narrow, undo, search, take a tool and a whole kit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse

from .gestes import Ouvrir

TELEPHONE = {"width": 390, "height": 844}


@pytest.fixture
def boite(live_server: object) -> None:
    """Fill the library: a guide with two documents and a quiz, in a kit."""
    guide = un_outil(
        "Le guide du quai",
        un_fichier("Guide", document=une_feuille("Guide du quai", "Un samovar.")),
        un_fichier("Carnet", document=une_feuille("Carnet du quai", "Des lignes.")),
        genre="guide",
        raison_sans_accessible="Un dessin.",
    )
    quiz = un_outil("Le quiz du quai", un_fichier("Quiz", document=une_feuille("Quiz", "Vrai ou faux.")), genre="quiz")
    une_trousse("Au quai", guide, quiz)


@pytest.mark.usefixtures("boite")
def test_trouver_et_prendre_un_outil_sans_javascript(ouvrir: Ouvrir) -> None:
    page = ouvrir(java_script_enabled=False, viewport=TELEPHONE, accept_downloads=True)
    page.goto("/boite-a-outils/")
    expect(page.get_by_role("heading", name="2 outils")).to_be_visible()
    page.get_by_text("Type d’outil", exact=True).click()
    page.locator(".facette").get_by_role("link", name="Quiz").click()
    expect(page.get_by_role("heading", name="1 outil")).to_be_visible()
    page.get_by_role("link", name="Retirer le filtre : Quiz").click()
    page.get_by_label("Chercher dans les outils").fill("SAMOVARS")
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("heading", name="1 outil")).to_be_visible()
    page.get_by_role("heading", name="Le guide du quai").get_by_role("link").click()
    with page.expect_download() as prise:
        page.get_by_role("link", name="Guide", exact=True).click()
    assert prise.value.suggested_filename == "guide-du-quai.txt"
    with page.expect_download() as tout:
        page.get_by_role("link", name="Tout prendre d’un coup").click()
    assert tout.value.suggested_filename.endswith(".zip")
    page.get_by_role("link", name="Au quai").click()
    expect(page.get_by_role("heading", name="2 outils, dans l’ordre")).to_be_visible()


@pytest.mark.usefixtures("boite")
def test_aucune_page_de_la_boite_ne_viole_une_regle_d_axe(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    for suite in ("", "?genre=guide", "?q=inconnu&genre=quiz", "outil-0/", "trousse-0/"):
        page_ecran.goto(f"/boite-a-outils/{suite}")
        axe(page_ecran)
        assert page_ecran.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
