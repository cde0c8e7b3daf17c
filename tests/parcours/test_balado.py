"""An episode in a browser: its chapters move the player by keyboard, and open the file without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.models import Chapitre
from tests.fabriques.balado import un_episode
from tests.fabriques.pages import publier
from tests.fabriques.pistes import VTT, octets_de, un_enregistrement, une_piste

from .clavier import Clavier

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("nos_vues")]
OU_ON_EN_EST = "document.querySelector('audio').currentTime"


def un_episode_a_ecouter() -> str:
    """Return the address of an episode of three seconds, with two chapters."""
    son = un_enregistrement("audio", octets_de("audio"))
    une_piste(son, VTT)
    page = un_episode(enregistrement=son)
    page.chapitres = [Chapitre(debut=0, titre="La porte"), Chapitre(debut=2, titre="La soupe", sort_order=1)]
    adresse: str = publier(page).url
    return adresse


def test_un_chapitre_s_entend_dans_le_lecteur_de_la_page(page_js: Page) -> None:
    adresse = un_episode_a_ecouter()
    page_js.goto(adresse)
    expect(page_js.get_by_role("button", name="Lire")).to_be_visible()
    clavier = Clavier(page_js)
    clavier.aller('.balado-chapitres a[href$="#t=2"]')
    clavier.presser("Enter")
    page_js.wait_for_timeout(500)
    assert page_js.evaluate(OU_ON_EN_EST) >= 2
    assert page_js.url.endswith(adresse)


def test_sans_script_un_chapitre_mene_au_moment_de_l_enregistrement(page_sans_js: Page) -> None:
    page_sans_js.goto(un_episode_a_ecouter())
    lien = page_sans_js.get_by_role("link", name="La soupe")
    expect(lien).to_be_visible()
    assert (lien.get_attribute("href") or "").endswith(".mp3#t=2")


def test_la_serie_et_l_episode_ne_violent_aucune_regle_d_axe(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    for adresse in (un_episode_a_ecouter(), "/balado/"):
        page_ecran.goto(adresse)
        axe(page_ecran)
