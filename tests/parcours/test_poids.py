"""What a reader's connection carries: the home page without its images, all of it from this site, and no cookie."""

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response

PLAFOND = 100 * 1024  # bytes, compressed


@pytest.mark.usefixtures("demo")
def test_l_accueil_sans_images_pese_moins_de_100_ko(ouvrir: Callable[..., Page]) -> None:
    page = ouvrir()
    reponses: list[Response] = []

    def retenir(reponse: Response) -> None:
        reponses.append(reponse)

    page.on("response", retenir)
    page.goto("/", wait_until="networkidle")
    sans_images = [r for r in reponses if r.request.resource_type != "image"]
    # The test server does not compress; fonts already are.
    poids = sum(len(r.body() if r.request.resource_type == "font" else gzip.compress(r.body())) for r in sans_images)
    assert any(r.request.resource_type == "font" for r in sans_images)
    assert 10 * 1024 < poids <= PLAFOND


@pytest.mark.usefixtures("demo")
def test_lire_le_site_ne_depose_aucun_temoin(ouvrir: Callable[..., Page]) -> None:
    page = ouvrir()
    for adresse in ("/", "/journee/2026/", "/temoignages/", "/temoigner/", "/temoigner/suivi/"):
        page.goto(adresse)
    assert page.context.cookies() == []
