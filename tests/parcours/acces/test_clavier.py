"""The public's journeys by keyboard alone, that other files do not make: past the menu, in it, searching, narrowing.

The rest has its own file: the quick exit (`test_sortie`), reading comfort (`test_confort`), the player
(`test_lecteur`), giving one's words (`test_public`), the screens of resources (`test_espace`).
"""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from ..clavier import Clavier
from ..gestes import Ouvrir
from .inventaire import LANGUES
from .regards import ecran

pytestmark = [pytest.mark.epreuve, pytest.mark.usefixtures("demo")]
TELEPHONE = ecran(390)


def reduire(clavier: Clavier, facettes: str) -> None:
    """Open the first closed facet of a list, and take its first value."""
    # There before anyone goes to it: without facets, the tests of the search say why better than a lost keyboard.
    fermees = clavier.page.locator(f"{facettes} details:not([open]) > summary")
    expect(fermees).not_to_have_count(0)
    clavier.aller(f"{facettes} details:not([open]) > summary")
    clavier.presser("Enter")
    # A busy machine paints what opens a moment later: Tab would go past links that cannot be seen yet.
    expect(clavier.page.locator(f"{facettes} details[open]:has(summary:focus) a").first).to_be_visible()
    clavier.presser("Tab")
    expect(clavier.page.locator(f"{facettes} details[open] a:focus")).to_have_count(1)
    clavier.envoyer()


def test_le_lien_d_evitement_mene_au_contenu(ouvrir: Ouvrir) -> None:
    page = ouvrir(**TELEPHONE)
    page.goto("/agenda/")
    clavier = Clavier(page)
    clavier.presser("Tab")
    assert clavier.est_sur("a.evitement")
    clavier.presser("Enter", "Tab")
    assert clavier.est_sur("main a, main select, main input, main button")


def test_le_menu_s_ouvre_et_echap_le_referme_sans_perdre_sa_place(ouvrir: Ouvrir) -> None:
    page = ouvrir(**TELEPHONE)
    page.goto("/")
    clavier = Clavier(page)
    clavier.aller(".menu-bouton")
    clavier.presser("Enter")
    expect(page.locator("#menu")).to_be_visible()
    clavier.presser("Tab", "Tab")
    assert clavier.est_sur("#menu *")
    clavier.presser("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    assert clavier.est_sur(".menu-bouton")


@pytest.mark.parametrize("langue", LANGUES)
def test_on_cherche_et_on_reduit_les_resultats(ouvrir: Ouvrir, langue: str) -> None:
    page = ouvrir(**TELEPHONE)
    with override(langue):
        page.goto(reverse("recherche"))
    clavier = Clavier(page)
    clavier.aller("#recherche-q")
    page.keyboard.type("droit")
    expect(page.locator("#recherche-q")).to_have_value("droit")
    clavier.envoyer()
    expect(page).to_have_url(re.compile(r"\?q=droit$"))
    reduire(clavier, ".facettes")
    expect(page).to_have_url(re.compile(r"\?q=droit&\w+="))
    expect(page.locator(".facettes [aria-current=true]")).to_have_count(1)


def test_on_reduit_la_boite_a_outils(ouvrir: Ouvrir) -> None:
    page = ouvrir(**TELEPHONE)
    page.goto("/boite-a-outils/")
    reduire(Clavier(page), ".facettes")
    expect(page.locator(".facettes [aria-current=true]")).to_have_count(1)


def test_on_filtre_l_agenda(ouvrir: Ouvrir) -> None:
    page = ouvrir(**TELEPHONE)
    page.goto("/agenda/")
    clavier = Clavier(page)
    clavier.aller("#filtre-edition")
    clavier.presser("ArrowDown")
    clavier.aller("#filtre-gratuit")
    clavier.presser("Space")
    clavier.aller(".filtres button")
    clavier.envoyer()
    expect(page).to_have_url(re.compile(r"edition=\d{4}.*gratuit=oui"))
    expect(page.locator("#filtre-gratuit")).to_be_checked()


def test_un_avertissement_s_ouvre_et_se_referme(ouvrir: Ouvrir) -> None:
    page: Page = ouvrir(**TELEPHONE)
    page.goto("/vie-privee/")
    page.goto("/ressource-alternative/")
    clavier = Clavier(page)
    clavier.aller("main summary")
    clavier.presser("Enter")
    expect(page.locator("main details[open]")).to_have_count(1)
    clavier.presser("Enter")
    expect(page.locator("main details[open]")).to_have_count(0)
