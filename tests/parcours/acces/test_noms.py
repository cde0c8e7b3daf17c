"""Generated inclusive writing: seen with its dot, heard as a full doublet, copied and found as it is seen."""

import pytest
from playwright.sync_api import Page

from reseau.langue.attribution import Echelon
from tests.fabriques.pages import MurPageFactory
from tests.fabriques.temoignages import un_temoignage

VU = "Un·e membre d’une ressource alternative"
DIT = "Un ou une membre d’une ressource alternative"
COPIE = "(e) => { getSelection().selectAllChildren(e); return getSelection().toString(); }"
TROUVE = "(mots) => { getSelection().removeAllRanges(); return find(mots); }"


@pytest.fixture(params=["parole", "mur"])
def page_signee(request: pytest.FixtureRequest, page_js: Page) -> Page:
    """Return a page that shows the attribution of a testimony: its own, then the wall."""
    MurPageFactory.create()
    temoignage = un_temoignage("du monde qui m’écoute", attribution=Echelon.REGION, region="05")
    page_js.goto(temoignage.url if request.param == "parole" else "/temoignages/")
    return page_js


def test_une_voix_lit_le_doublet_et_jamais_le_point(page_signee: Page) -> None:
    entendu = page_signee.locator("main").aria_snapshot().replace("\u00a0", " ")
    assert DIT in entendu
    assert "·" not in entendu


def test_ce_qui_est_copie_est_ce_qui_est_vu(page_signee: Page) -> None:
    signature = page_signee.locator("main :has(> [aria-hidden=true]):has-text('Un·e')").last
    copie = " ".join(str(signature.evaluate(COPIE)).split())
    assert VU in copie
    assert "Un ou une" not in copie


def test_le_navigateur_trouve_les_mots_qui_sont_vus(page_signee: Page) -> None:
    assert page_signee.evaluate(TROUVE, "Un·e membre")
