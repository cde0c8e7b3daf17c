"""A browser for the journeys: Chromium, with and without JavaScript, watched for errors and outside requests.

`page_js` and `page_sans_js` are one page each; `ouvrir()` opens as many separate visitors as a journey needs;
`page_ecran` runs its test at both widths and in both colour schemes; `axe(page)` refuses any violation; `demo` fills
the site with its demo content; `nos_vues` has the files of recordings go out by our views.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.gardes.bases import a_une_copie, photographier, remettre

from .acces.regards import violations
from .surveillance import Surveillance

Ouvrir = Callable[..., Page]

# Playwright keeps an event loop in the thread of the tests; Django would take their queries for asynchronous ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

NOMS_DE_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OPTIONS_DE_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DELAI_MS = 30_000
# The page goes to its error or its mark when it is first drawn, however late; half way, the help bar covers links that
# axe then finds too small. It is looked at from its top, once it stays there.
AU_REPOS = """async () => {
  const image = () => new Promise(requestAnimationFrame);
  for (let calmes = 0; calmes < 5; calmes = scrollY ? 0 : calmes + 1) {
    scrollTo({ top: 0, behavior: "instant" });
    await image();
  }
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not parcours"` leaves the browser out."""
    for test in items:
        if Path(__file__).parent in test.path.parents:
            test.add_marker("parcours")


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    """Start Chromium: the one that `CHROMIUM` names, or the first found."""
    executable = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NOMS_DE_CHROMIUM))), None)
    if executable is None:
        pytest.fail("Il manque Chromium : sudo apt install chromium, ou CHROMIUM=/chemin/du/navigateur.", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=OPTIONS_DE_CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def ouvrir(navigateur: Browser, live_server: LiveServer) -> Iterator[Ouvrir]:
    """Open a page for a new visitor, with no cookie (options are Playwright's); refuse their faults at the end."""
    contextes, surveillances = [], []

    def ouvrir(**options: Any) -> Page:
        contexte = navigateur.new_context(base_url=live_server.url, locale="fr-CA", **options)
        contexte.set_default_timeout(DELAI_MS)
        contextes.append(contexte)
        surveillances.append(Surveillance(contexte, live_server.url))
        return contexte.new_page()

    yield ouvrir
    for contexte in contextes:
        contexte.close()
    assert [faute for surveillance in surveillances for faute in surveillance.fautes] == []


@pytest.fixture
def page_js(ouvrir: Ouvrir) -> Page:
    """Return a page where JavaScript runs."""
    return ouvrir()


@pytest.fixture
def page_sans_js(ouvrir: Ouvrir) -> Page:
    """Return a page where JavaScript is off."""
    return ouvrir(java_script_enabled=False)


@pytest.fixture(params=[390, 1280])
def largeur(request: pytest.FixtureRequest) -> int:
    """Run the test at the width of a phone, then of a desk, in CSS pixels."""
    return int(request.param)


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.epreuve)], ids=["clair", "sombre"])
def schema(request: pytest.FixtureRequest) -> str:
    """Run the test in the light scheme; `make epreuves` runs it in the dark one."""
    return str(request.param)


@pytest.fixture
def page_ecran(ouvrir: Ouvrir, largeur: int, schema: str) -> Page:
    """Return a page at each width and in each scheme: its test runs four times."""
    return ouvrir(viewport={"width": largeur, "height": 900}, color_scheme=schema)


@pytest.fixture
def nos_vues(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files go out by our views: Django's test server would send whole files to anyone, where nobody can move."""
    monkeypatch.setattr("django.test.testcases._MediaFilesHandler._should_handle", lambda *_args: False)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Return the function that refuses any accessibility violation of a page, as axe-core sees it."""

    def verifier(page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.wait_for_load_state()
        page.evaluate(AU_REPOS)
        assert violations(page) == [], page.url

    return verifier


@pytest.fixture
def demo(live_server: LiveServer) -> None:
    """Fill the site with its demo content: built once for the run, then copied back for each test that asks."""
    if not a_une_copie("demo"):
        call_command("charger_demo")
        photographier("demo")
    remettre("demo")
