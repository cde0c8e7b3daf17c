"""One public page of each type, on the narrowest screen: no violation for axe, no sideways scroll, nothing cut.

Every page, state, language, width, scheme and preference is in `acces/`, which `make epreuves` runs.
"""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page

from .acces.inventaire import un_de_chaque
from .acces.regards import Condition, coupes, deborde, ecran, violations

ETROIT = Condition("etroit", ecran(320), (violations, deborde, coupes))


@pytest.mark.epreuve
@pytest.mark.usefixtures("demo")
def test_une_page_de_chaque_genre_se_lit_a_320_pixels(ouvrir: Callable[..., Page]) -> None:
    page = ouvrir(**ETROIT.options)
    assert ETROIT.parcourir(page, un_de_chaque(settings.LANGUAGE_CODE)) == []


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
