"""Every page of the demonstration, at two widths, in two colour schemes: no violation for axe, no sideways scroll."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from pages.models import CapsulePage, ContenuPage, Evenement, SerieCapsulesPage
from temoignages.models import Temoignage

FIXES = [
    "/",
    "/journee/",
    "/journee/2025/",
    "/journee/2026/",
    "/journee/2027/",
    "/publications/",
    "/cahiers/",
    "/fiches/",
    "/capsules/",
    "/vie-privee/",
    "/accessibilite/",
    "/repertoire/",
    "/agenda/",
    "/agenda/?edition=2026",
    "/agenda/?region=01&commune=nulle-part",
    "/agenda/integration/?edition=2026",
    "/temoignages/",
    "/temoignages/?page=3",
    "/temoigner/",
    "/temoigner/suivi/",
    "/une-adresse-qui-n-existe-pas/",
]


def adresses() -> list[str]:
    """Return one address of each kind, and every content page."""
    contenus = [page.url for page in ContenuPage.objects.live()]
    court = Temoignage.objects.publies().filter(avertissement="").first()
    averti = Temoignage.objects.publies().exclude(avertissement="").first()
    assert contenus
    assert court
    assert averti
    publics = Evenement.objects.publies()
    evenements = [publics.filter(annule_le=None).latest("debut"), publics.exclude(annule_le=None).latest("debut")]
    capsules = [page.url for genre in (SerieCapsulesPage, CapsulePage) for page in genre.objects.live()]
    assert capsules
    return [
        *FIXES,
        *contenus,
        *capsules,
        court.url,
        averti.url,
        *(f"/agenda/{evenement.slug}/" for evenement in evenements),
    ]


@pytest.mark.usefixtures("demo")
def test_aucune_page_de_la_demo_ne_viole_une_regle_d_axe(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    for adresse in adresses():
        page_ecran.goto(adresse)
        axe(page_ecran)


@pytest.mark.usefixtures("demo")
def test_le_formulaire_refuse_et_le_recu_ne_violent_aucune_regle_d_axe(
    page_ecran: Page, axe: Callable[[Page], None]
) -> None:
    page_ecran.goto("/temoigner/")
    page_ecran.wait_for_timeout(3200)  # the form refuses to be sent faster than anyone reads it
    page_ecran.get_by_role("button", name="Nouer mes mots au filet").click()
    page_ecran.get_by_role("alert").wait_for()
    axe(page_ecran)
    page_ecran.get_by_label("Vos mots").fill("une place près du poêle")
    page_ecran.get_by_label("Sur ce site").check()
    page_ecran.get_by_label("J’ai 14 ans ou plus").check()
    page_ecran.get_by_role("button", name="Nouer mes mots au filet").click()
    code = page_ecran.locator("output").inner_text()
    axe(page_ecran)
    page_ecran.goto("/temoigner/suivi/")
    page_ecran.get_by_label("Votre code de retrait").fill(code)
    page_ecran.get_by_role("button", name="Voir où en est mon texte").click()
    axe(page_ecran)
    page_ecran.get_by_role("button", name="Retirer mon texte").click()
    axe(page_ecran)


@pytest.mark.usefixtures("demo")
def test_rien_ne_defile_de_cote_a_320_pixels(ouvrir: Callable[..., Page]) -> None:
    page = ouvrir(viewport={"width": 320, "height": 640})
    for adresse in adresses():
        page.goto(adresse)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, adresse
