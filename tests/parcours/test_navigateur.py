"""The browser of the journeys catches what it is there for."""

from collections.abc import Callable, Iterator
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from playwright.sync_api import Browser, Page

from .surveillance import Surveillance

PAGES = {
    "/": "<!doctype html><html lang=fr><title>Bon</title><link rel=icon href=/icone><main><h1>Bon</h1></main></html>",
    "/console": "<script>console.error('oups')</script>",
    "/erreur": "<script>throw new Error('oups')</script>",
    "/ailleurs": "<img src='http://localhost:9/a.png' alt=''>",
    "/trou": "<img src='/absente' alt=''>",
    "/sans-langue": "<!doctype html><html><title>a</title><link rel=icon href=/icone><main><h1>a</h1></main></html>",
}
STATUTS = {"/icone": "200 OK", "/panne": "500 Internal Server Error", "/parti": "410 Gone"}


class Muet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


def repondre(environ: dict[str, str], commencer: Callable[..., object]) -> list[bytes]:
    """Answer a page of `PAGES`, or the status of `STATUTS`, or 404."""
    chemin = environ["PATH_INFO"]
    commencer("200 OK" if chemin in PAGES else STATUTS.get(chemin, "404 Not Found"), [("Content-Type", "text/html")])
    return [PAGES.get(chemin, "<!doctype html><p>Rien</p>").encode()]


@pytest.fixture(scope="module")
def adresse() -> Iterator[str]:
    """Serve the pages of this file on this machine; return their address."""
    with make_server("127.0.0.1", 0, repondre, handler_class=Muet) as serveur:
        Thread(target=serveur.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serveur.server_port}"
        serveur.shutdown()


def visiter(navigateur: Browser, adresse: str, chemin: str) -> list[str]:
    """Return the faults written down during the visit of `chemin`."""
    contexte = navigateur.new_context()
    surveillance = Surveillance(contexte, adresse)
    contexte.new_page().goto(adresse + chemin, wait_until="networkidle")
    contexte.close()
    return surveillance.fautes


@pytest.mark.parametrize("chemin", ["/", "/parti"])
def test_une_bonne_page_ne_laisse_aucune_faute(navigateur: Browser, adresse: str, chemin: str) -> None:
    assert visiter(navigateur, adresse, chemin) == []


@pytest.mark.parametrize(
    ("chemin", "faute"),
    [
        ("/console", "console: oups"),
        ("/erreur", "uncaught error"),
        ("/ailleurs", "request elsewhere"),
        ("/trou", "console: Failed to load resource"),
        ("/panne", "500"),
    ],
)
def test_une_faute_est_notee(navigateur: Browser, adresse: str, chemin: str, faute: str) -> None:
    assert any(notee.startswith(faute) for notee in visiter(navigateur, adresse, chemin))


def test_axe_refuse_une_violation(navigateur: Browser, adresse: str, axe: Callable[[Page], None]) -> None:
    with navigateur.new_context() as contexte:
        page = contexte.new_page()
        page.goto(adresse)
        axe(page)
        page.goto(adresse + "/sans-langue")
        with pytest.raises(AssertionError, match="html-has-lang"):
            axe(page)


def test_le_site_repond_au_navigateur(page_sans_js: Page) -> None:
    reponse = page_sans_js.goto("/admin/login/")
    assert reponse is not None
    assert reponse.ok


def test_chaque_ecran_est_essaye(page_ecran: Page, largeur: int, schema: str) -> None:
    sombre = page_ecran.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page_ecran.evaluate("innerWidth") == largeur
    assert sombre == (schema == "dark")
