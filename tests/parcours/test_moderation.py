"""The moderator's keys: one a passage, one to hide words, and a counter that follows."""

import pytest
from playwright.sync_api import Page, expect

from temoignages.actions import prendre
from temoignages.models import Depot
from tests.fabriques.temoignages import un_depot

from .gestes import Ouvrir, appuyer, entendre, se_connecter, une_moderatrice

TEXTE = "Gaétane Vermillon, au 418 555-0187, chante. Elle chante fort."
# Select the second « chante » of the proposed text, as the mouse or the keyboard would.
CHOISIR = """() => {
  const texte = document.querySelector("[data-texte]");
  const noeud = [...texte.childNodes].findLast((n) => n.nodeType === Node.TEXT_NODE && n.data.includes("chante"));
  const debut = noeud.data.lastIndexOf("chante");
  texte.focus();
  document.getSelection().setBaseAndExtent(noeud, debut, noeud, debut + 6);
}"""


@pytest.fixture
def ecran(live_server: object, ouvrir: Ouvrir) -> Page:
    """Return the screen of a text that someone holds."""
    odette = une_moderatrice("odette")
    depot: Depot = prendre(depot=un_depot(TEXTE), par=odette)
    page = se_connecter(ouvrir(), odette)
    page.goto(f"/admin/paroles/{depot.pk}/")
    return page


def test_une_touche_par_passage_et_le_compteur_suit(ecran: Page) -> None:
    reste = ecran.locator("[data-reste]")
    expect(reste).to_have_text("Il reste 2 passages sur 2.")
    ecran.locator("[data-decision='1'] input:checked").focus()
    expect(ecran.locator(".est-vise")).to_contain_text("Gaétane Vermillon")
    ecran.keyboard.press("r")
    expect(reste).to_have_text("Il reste 1 passage sur 2.")
    ecran.keyboard.press("g")
    expect(ecran.locator("[data-decision='2'] select")).to_be_focused()
    expect(reste).to_have_text("Il reste 1 passage sur 2.")
    ecran.locator("[data-decision='2'] select").select_option("vague")
    expect(reste).to_contain_text("Tout est décidé")
    appuyer(ecran, "Appliquer les décisions")
    entendre(ecran, "Les décisions sont appliquées.")
    expect(ecran.locator("section[aria-labelledby=t-propose]")).not_to_contain_text("Vermillon")


def test_m_masque_les_mots_choisis_et_dit_lesquels(ecran: Page) -> None:
    ecran.evaluate(CHOISIR)
    ecran.keyboard.press("m")
    expect(ecran.get_by_label("Passage à masquer")).to_have_value("chante")
    expect(ecran.get_by_label("Laquelle")).to_have_value("2")
    expect(ecran.get_by_label("C’est", exact=True)).to_be_focused()
    appuyer(ecran, "Masquer ce passage")
    entendre(ecran, "Le passage est masqué.")
    expect(ecran.locator("section[aria-labelledby=t-propose]")).to_contain_text("chante. Elle [prénom retiré] fort.")
    ecran.get_by_label("est devenu").check()
    appuyer(ecran, "Annuler ce qui est coché")
    expect(ecran.locator("section[aria-labelledby=t-propose]")).to_contain_text("Elle chante fort.")
