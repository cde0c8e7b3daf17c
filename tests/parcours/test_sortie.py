"""The quick exit in a browser: gone at once, by a click or by three bare Shifts, and Back does not bring it back."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import DELAI_MS, Ouvrir

METEO = "https://meteo.gc.ca/"
CACHEE = "getComputedStyle(document.body).display === 'none'"


class Meteo:
    """The weather, played on this machine. `journal`: what the page said, in order."""

    def __init__(self, contexte: BrowserContext) -> None:
        self.journal: list[str] = []
        self.demandes: list[Route] = []
        contexte.on("console", lambda message: self.journal.append(message.text))
        contexte.route("**/*meteo.gc.ca/**", self.recevoir)

    def recevoir(self, route: Route) -> None:
        """Show the weather."""
        self.demandes.append(route)
        route.fulfill(body="<title>Météo locale</title><h1>Nuageux</h1>", content_type="text/html; charset=utf-8")


Visiter = Callable[..., tuple[Page, Meteo]]


@pytest.fixture
def visiter(navigateur: Browser, live_server: LiveServer) -> Iterator[Visiter]:
    """Open a page of the site for someone who may have to leave, and the weather where they would go."""
    contextes = []

    def ouvrir(chemin: str = "/temoigner/", **options: bool) -> tuple[Page, Meteo]:
        contexte = navigateur.new_context(base_url=live_server.url, locale="fr-CA", **options)  # type: ignore[arg-type]
        contexte.set_default_timeout(DELAI_MS)
        contextes.append(contexte)
        meteo = Meteo(contexte)
        page = contexte.new_page()
        page.goto(chemin)
        return page, meteo

    yield ouvrir
    for contexte in contextes:
        contexte.close()


def presser_majuscule(page: Page, fois: int = 3) -> None:
    for _ in range(fois):
        page.keyboard.press("Shift")


def test_le_clic_cache_et_fait_taire_la_page_avant_meme_de_demander_l_autre(visiter: Visiter) -> None:
    page, meteo = visiter()
    page.evaluate("""() => {
        const radio = document.createElement("audio");
        radio.pause = () => console.log("silence");
        document.body.append(radio);
        navigation.addEventListener("navigate", () =>
            console.log(getComputedStyle(document.body).display, document.title));
    }""")
    page.get_by_role("link", name="Sortie rapide").click()
    expect(page).to_have_title("Météo locale")
    assert meteo.journal == ["silence", "none Météo"]
    assert "referer" not in meteo.demandes[0].request.headers


def test_rien_n_est_demande_ailleurs_avant_le_clic(visiter: Visiter) -> None:
    page, meteo = visiter()
    presser_majuscule(page, 2)
    page.wait_for_load_state("networkidle")
    assert meteo.demandes == []


def test_trois_fois_majuscule_sort_meme_pendant_qu_on_ecrit(visiter: Visiter) -> None:
    page, _meteo = visiter()
    page.get_by_label("Vos mots").focus()
    presser_majuscule(page)
    expect(page).to_have_url(METEO)


@pytest.mark.parametrize(
    "gestes", [("Shift+A", "Shift+B", "Shift+C"), ("Shift", "Shift", "a", "Shift"), ("Shift+ArrowLeft",) * 3]
)
def test_ecrire_ou_choisir_avec_majuscule_ne_fait_jamais_sortir(visiter: Visiter, gestes: tuple[str, ...]) -> None:
    page, meteo = visiter()
    page.get_by_label("Vos mots").focus()
    for geste in gestes:
        page.keyboard.press(geste)
    page.wait_for_timeout(100)
    assert meteo.demandes == []
    assert not page.evaluate(CACHEE)


def test_majuscule_avec_la_souris_ou_trop_lente_ne_fait_pas_sortir(visiter: Visiter) -> None:
    page, meteo = visiter()
    for _ in range(3):
        page.get_by_role("heading", level=1).click(modifiers=["Shift"])
    presser_majuscule(page, 2)
    page.wait_for_timeout(1600)
    presser_majuscule(page, 1)
    page.wait_for_timeout(100)
    assert meteo.demandes == []
    assert not page.evaluate(CACHEE)


@pytest.mark.parametrize("tenue", ["Alt", "AltGraph", "Control", "Meta"])
def test_majuscule_avec_une_touche_tenue_ne_fait_pas_sortir(visiter: Visiter, tenue: str) -> None:
    page, meteo = visiter()
    page.get_by_label("Vos mots").focus()
    trois_fois = """(tenue) => {
        for (const type of ["keydown", "keyup", "keydown", "keyup", "keydown", "keyup"])
            document.activeElement.dispatchEvent(new KeyboardEvent(type, {
                key: "Shift", bubbles: true, altKey: tenue === "Alt", ctrlKey: tenue === "Control",
                metaKey: tenue === "Meta", modifierAltGraph: tenue === "AltGraph",
            }));
    }"""
    page.evaluate(trois_fois, tenue)
    page.wait_for_timeout(100)
    assert meteo.demandes == []
    assert not page.evaluate(CACHEE)
    page.evaluate(trois_fois, "")
    expect(page).to_have_url(METEO)


def test_majuscule_avec_la_molette_ne_fait_pas_sortir(visiter: Visiter) -> None:
    page, meteo = visiter()
    for _ in range(3):
        page.keyboard.down("Shift")
        page.mouse.wheel(0, 40)
        page.wait_for_timeout(100)  # the browser sends the wheel with its next image
        page.keyboard.up("Shift")
    page.wait_for_timeout(100)
    assert meteo.demandes == []
    assert not page.evaluate(CACHEE)


def test_precedent_ne_ramene_a_aucune_page_du_site(visiter: Visiter) -> None:
    page, meteo = visiter("/confidentialite/")
    page.goto("/temoigner/")
    page.get_by_role("link", name="Sortie rapide").click()
    expect(page).to_have_url(METEO)
    page.go_back(wait_until="commit")  # the page left is gone: this is the one before
    expect(page).to_have_url(METEO)
    assert len(meteo.demandes) == 2
    page.goto("/temoigner/")  # coming back on purpose is allowed, and forgets
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('sortie')") is None


def test_precedent_ne_ramene_pas_meme_si_le_navigateur_ne_dit_pas_comment_on_arrive(visiter: Visiter) -> None:
    page, _meteo = visiter("/confidentialite/")
    page.add_init_script("performance.getEntriesByType = () => []")
    page.goto("/temoigner/")
    page.get_by_role("link", name="Sortie rapide").click()
    expect(page).to_have_url(METEO)
    page.go_back(wait_until="commit")
    expect(page).to_have_url(METEO)
    page.goto("/temoigner/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_une_page_gardee_entiere_pour_precedent_repart_aussi(visiter: Visiter) -> None:
    page, _meteo = visiter()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert not page.evaluate(CACHEE)
    page.evaluate("sessionStorage.setItem('sortie', '1')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page).to_have_url(METEO)


def test_sans_javascript_c_est_un_lien(visiter: Visiter) -> None:
    page, meteo = visiter(java_script_enabled=False)
    lien = page.get_by_role("link", name="Sortie rapide")
    expect(lien).to_have_attribute("rel", re.compile("noreferrer"))
    # The keys do nothing here: they are not told.
    expect(lien).to_have_accessible_description("L’historique du navigateur n’est pas effacé.")
    lien.click()
    expect(page).to_have_url(METEO)
    assert "referer" not in meteo.demandes[0].request.headers


@pytest.mark.parametrize(
    "chemin", ["/", "/temoigner/", "/temoigner/suivi/", "/confidentialite/", "/espace/connexion/", "/nulle-part/"]
)
def test_on_la_voit_a_320_pixels_et_le_clavier_l_atteint_vite(ouvrir: Ouvrir, chemin: str) -> None:
    page = ouvrir(viewport={"width": 320, "height": 640})
    page.goto(chemin)
    lien = page.get_by_role("link", name="Sortie rapide")
    expect(lien).to_be_in_viewport(ratio=1)
    expect(lien).to_have_accessible_description(
        "Au clavier : la touche Majuscule, trois fois de suite. L’historique du navigateur n’est pas effacé."
    )
    page.keyboard.press("End")
    expect(lien).to_be_in_viewport(ratio=1)
    page.goto(chemin)
    if not page.locator(":focus").count():  # a form may put the focus in its first field
        for _ in range(3):
            page.keyboard.press("Tab")
        expect(lien).to_be_focused()
