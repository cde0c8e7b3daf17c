"""The public's pages without a mouse, without JavaScript, on a very narrow screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.fabriques.pages import MurPageFactory, une_amorce
from tests.fabriques.temoignages import un_temoignage

from .gestes import LECTURE_MS, Ouvrir, appuyer, envoyer, remplir

AVEC_ET_SANS_JS = pytest.mark.parametrize("js", [True, False], ids=["avec-js", "sans-js"])
ARRETS_MAX = 60


def avancer_jusqu_a(page: Page, selecteur: str) -> None:
    """Press Tab until the focus reaches `selecteur`, as someone without a mouse would."""
    for _ in range(ARRETS_MAX):
        if page.locator(f"{selecteur}:focus").count():
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard never reaches {selecteur}.", pytrace=False)


def tient_en_largeur(page: Page) -> bool:
    """Say whether nothing makes the page scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@AVEC_ET_SANS_JS
def test_un_depot_au_clavier_seul(ouvrir: Ouvrir, js: bool) -> None:
    une_amorce()
    page = ouvrir(java_script_enabled=js)
    page.goto("/temoigner/")
    page.keyboard.press("Tab")
    expect(page.locator("a.evitement:focus")).to_be_visible()
    page.keyboard.press("Enter")
    avancer_jusqu_a(page, "input[name=amorce]")
    page.keyboard.press("ArrowDown")
    avancer_jusqu_a(page, "textarea[name=texte]")
    page.keyboard.type("une place à table, pis du café")
    avancer_jusqu_a(page, "select[name=region]")
    page.keyboard.type("Est")
    avancer_jusqu_a(page, "input[name=usages][value=web]")
    if not page.locator("input[name=usages][value=web]").is_checked():
        page.keyboard.press("Space")
    avancer_jusqu_a(page, "input[name=age]")
    page.keyboard.press("Space")
    page.wait_for_timeout(LECTURE_MS)
    avancer_jusqu_a(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vos mots sont arrivés")
    assert len(page.locator("output").inner_text().split()) == 7


def test_le_piege_a_robots_n_arrete_pas_le_clavier(page_js: Page) -> None:
    page_js.goto("/temoigner/")
    for _ in range(ARRETS_MAX):
        page_js.keyboard.press("Tab")
        expect(page_js.locator("input[name=adresse_web]:focus")).to_have_count(0)
    expect(page_js.locator("input[name=adresse_web]")).not_to_be_in_viewport()


@AVEC_ET_SANS_JS
def test_un_refus_met_le_sommaire_sous_les_yeux_et_garde_les_mots(ouvrir: Ouvrir, js: bool) -> None:
    page = ouvrir(java_script_enabled=js)
    remplir(page, "des mots à ne pas perdre")
    page.get_by_label("J’ai 14 ans ou plus").uncheck()
    appuyer(page, "Nouer mes mots au filet")
    expect(page.locator(".sommaire-erreurs:focus")).to_be_visible()
    expect(page.get_by_label("Vos mots")).to_have_value("des mots à ne pas perdre")
    page.locator(".sommaire-erreurs a").first.click()
    expect(page.locator("input[name=age]:focus")).to_be_visible()


def test_les_pages_du_depot_tiennent_en_320_pixels(ouvrir: Ouvrir) -> None:
    page = ouvrir(viewport={"width": 320, "height": 640})
    remplir(page, "")
    appuyer(page, "Nouer mes mots au filet")
    expect(page.locator(".sommaire-erreurs")).to_be_visible()
    assert tient_en_largeur(page)
    remplir(page, "anticonstitutionnellement" * 8)
    code = envoyer(page)
    assert tient_en_largeur(page)
    page.goto("/temoigner/suivi/")
    page.get_by_label("Votre code de retrait").fill(code)
    appuyer(page, "Voir où en est mon texte")
    expect(page.get_by_role("status")).to_be_visible()
    assert tient_en_largeur(page)
    appuyer(page, "Retirer mon texte")
    expect(page.get_by_role("heading", level=1)).to_have_text("Retiré")
    assert tient_en_largeur(page)


def test_un_mot_sans_fin_ne_pousse_pas_le_mur(ouvrir: Ouvrir) -> None:
    MurPageFactory.create()
    temoignage = un_temoignage("aaaaaah" * 40)
    page = ouvrir(viewport={"width": 320, "height": 640})
    for adresse in ("/temoignages/", temoignage.url):
        page.goto(adresse)
        assert tient_en_largeur(page)


@AVEC_ET_SANS_JS
def test_le_menu_s_ouvre_et_se_ferme(ouvrir: Ouvrir, js: bool) -> None:
    MurPageFactory.create()
    page = ouvrir(java_script_enabled=js, viewport={"width": 390, "height": 800})
    page.goto("/temoigner/")
    lien = page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Témoignages")
    expect(lien).to_be_hidden()
    appuyer(page, "Menu")
    expect(lien).to_be_visible()
    appuyer(page, "Fermer")
    expect(lien).to_be_hidden()
    appuyer(page, "Menu")
    lien.click()
    expect(page).to_have_url("/temoignages/")


@AVEC_ET_SANS_JS
def test_un_avertissement_s_ouvre_sans_script(ouvrir: Ouvrir, js: bool) -> None:
    temoignage = un_temoignage("des mots difficiles")
    type(temoignage).objects.update(avertissement="deuil")
    page = ouvrir(java_script_enabled=js)
    page.goto(temoignage.url)
    expect(page.get_by_text("des mots difficiles")).to_be_hidden()
    page.get_by_text("Ce texte parle de : deuil").click()
    expect(page.get_by_text("des mots difficiles")).to_be_visible()


def test_dix_mauvais_codes_puis_attendre(ouvrir: Ouvrir) -> None:
    page = ouvrir(java_script_enabled=False)
    page.goto("/temoigner/suivi/")
    for _ in range(10):
        page.get_by_label("Votre code de retrait").fill("sept mots qui ne sont à personne")
        appuyer(page, "Voir où en est mon texte")
        expect(page.locator(".sommaire-erreurs")).to_contain_text("ne correspond à aucun texte")
    appuyer(page, "Voir où en est mon texte")
    expect(page.locator(".sommaire-erreurs")).to_contain_text("Réessayez dans dix minutes")
    expect(page.get_by_label("Votre code de retrait")).to_have_value("sept mots qui ne sont à personne")
