"""Reading comfort: kept on the device only, obeyed on every page, absent where it could not work."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .acces.inventaire import un_de_chaque
from .conftest import Ouvrir

GARDE = "localStorage.getItem('confort')"
AU_PLUS_GRAND = {"taille": "enorme", "espace": "large", "lettres": "simples"}


def panneau(page: Page) -> Locator:
    """Open the panel, behind the menu on a narrow screen."""
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()
    page.locator(".confort summary").click()
    return page.locator(".confort form")


def corps(page: Page) -> float:
    """Return the size of running words, in CSS pixels."""
    return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))


def retenir(page: Page, choix: Any) -> None:
    """Put something in the memory of the browser, before any page of the site."""
    page.add_init_script(
        f"localStorage.setItem('confort', {json.dumps(choix if isinstance(choix, str) else json.dumps(choix))})"
    )


def test_un_choix_s_entend_se_garde_et_suit_de_page_en_page(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    page_ecran.goto("/temoigner/")
    taille = corps(page_ecran)
    form = panneau(page_ecran)
    axe(page_ecran)
    form.get_by_label("Énorme").check()
    form.get_by_role("group", name="Espacement").get_by_label("Large").check()
    form.get_by_label("Celles de l’appareil").check()
    expect(form.get_by_role("status")).to_have_text("C’est réglé. Cet appareil s’en souviendra.")
    axe(page_ecran)
    assert corps(page_ecran) == pytest.approx(1.5 * taille, rel=0.01)
    assert json.loads(page_ecran.evaluate(GARDE)) == AU_PLUS_GRAND
    page_ecran.goto("/confidentialite/")
    assert corps(page_ecran) == pytest.approx(1.5 * taille, rel=0.01)
    espaces = page_ecran.locator(".prose p").first.evaluate(
        "(p) => { const s = getComputedStyle(p), t = parseFloat(s.fontSize);"
        " return [s.letterSpacing, s.wordSpacing, s.lineHeight].map((e) => parseFloat(e) / t); }"
    )
    assert espaces == pytest.approx([0.12, 0.16, 1.9], abs=0.005)
    axe(page_ecran)
    form = panneau(page_ecran)
    expect(form.get_by_label("Énorme")).to_be_checked()
    form.get_by_role("button", name="Tout remettre comme au départ").click()
    expect(form.get_by_role("status")).to_have_text("Tout est revenu comme au départ.")
    assert page_ecran.evaluate(GARDE) is None
    assert corps(page_ecran) == taille
    assert page_ecran.context.cookies() == []


def test_sans_javascript_rien_de_mort_n_est_montre(page_sans_js: Page) -> None:
    page_sans_js.goto("/temoigner/")
    expect(page_sans_js.locator(".confort")).to_be_hidden()


@pytest.mark.parametrize(
    "garde", ["{", "[]", "null", '"grande"', {"taille": 'x" onload="', "espace": 3}, {"autre": "a"}]
)
def test_une_memoire_abimee_ne_change_rien(ouvrir: Ouvrir, garde: Any) -> None:
    page = ouvrir()
    retenir(page, garde)
    page.goto("/temoigner/")
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
    expect(panneau(page).get_by_label("Habituelle")).to_be_checked()


def test_un_navigateur_qui_ne_garde_rien_le_fait_dire(page_js: Page) -> None:
    page_js.add_init_script("Storage.prototype.setItem = () => { throw new Error('non'); };")
    page_js.goto("/temoigner/")
    form = panneau(page_js)
    form.get_by_label("Grande", exact=True).check()
    expect(form.get_by_role("status")).to_contain_text("ne garde rien")
    assert page_js.evaluate("document.documentElement.dataset.taille") == "grande"


def test_au_clavier_le_panneau_s_ouvre_se_regle_et_se_referme(ouvrir: Ouvrir) -> None:
    page = ouvrir(viewport={"width": 1280, "height": 800})
    page.goto("/temoigner/")
    sommaire = page.locator(".confort summary")
    sommaire.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.documentElement.dataset.taille") == "grande"
    page.keyboard.press("Escape")
    expect(page.locator(".confort form")).to_be_hidden()
    expect(sommaire).to_be_focused()


def test_le_choix_est_la_des_la_premiere_ligne_de_la_page(ouvrir: Ouvrir) -> None:
    page = ouvrir()
    retenir(page, AU_PLUS_GRAND)
    page.add_init_script("""
        new MutationObserver((_, o) => {
            if (!document.body) return;
            window.alors = document.documentElement.dataset.taille;
            o.disconnect();
        }).observe(document, { childList: true, subtree: true });
    """)
    page.goto("/temoigner/")
    assert page.evaluate("window.alors") == "enorme"


@pytest.mark.usefixtures("demo")
def test_au_plus_grand_rien_ne_defile_de_cote_a_320_pixels(ouvrir: Ouvrir) -> None:
    page = ouvrir(viewport={"width": 320, "height": 640})
    retenir(page, AU_PLUS_GRAND)
    for adresse in un_de_chaque("fr"):
        page.goto(adresse)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, adresse
        expect(page.get_by_role("link", name="Sortie rapide")).to_be_in_viewport(ratio=1)
