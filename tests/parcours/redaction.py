"""What people do in the page editor: fill its forms, add blocks, paste, choose, read the checklist, submit, approve."""

import re

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from reseau.models import Compte

from .gestes import se_connecter

# What the browser gives an editor when someone pastes: the same event, with its formats.
COLLER = """(champ, html) => {
  const presse = new DataTransfer();
  presse.setData("text/html", html);
  presse.setData("text/plain", html.replace(/<[^>]+>/g, " "));
  champ.dispatchEvent(new ClipboardEvent("paste", { clipboardData: presse, bubbles: true, cancelable: true }));
}"""
# An editor saves by itself while one types: its last word may wait behind the others.
PATIENCE_MS = 60_000
# The editor writes its field a quarter of a second after the last key.
REDIGE_MS = 500
REDIGE = ".public-DraftEditor-content"


def ouvrir_le_bureau(page: Page, compte: Compte) -> Page:
    """Sign in to the admin."""
    page.set_default_timeout(PATIENCE_MS)
    return se_connecter(page, compte, "/admin/")


def champ(page: Page, chemin: str) -> Locator:
    """Return a field of the editor by its content path, with its blocks by rank: « moyens.0.texte »."""
    return page.locator("#id_" + chemin.replace(".", "-"))


def remplir(page: Page, **champs: str) -> None:
    """Fill plain fields by their names."""
    for nom, valeur in champs.items():
        page.locator(f"[name='{nom}']").fill(valeur)


def coller(editeur: Locator, html: str) -> None:
    """Paste in a rich text, over what it holds."""
    zone = editeur.locator(REDIGE).first
    zone.click()
    zone.press("Control+a")
    # The editor follows the keys a moment later: what is pasted over a selection it does not know yet is lost.
    zone.press("Delete")
    expect(zone).to_have_text("")
    zone.evaluate(COLLER, html)
    attendre_le_champ(editeur)


def taper(editeur: Locator, texte: str) -> None:
    """Type in a rich text, key by key."""
    zone = editeur.locator(REDIGE).first
    zone.click()
    zone.press_sequentially(texte)
    attendre_le_champ(editeur)


def attendre_le_champ(editeur: Locator) -> None:
    """Wait until the field that the form sends holds the last word that the editor shows."""
    editeur.page.wait_for_timeout(REDIGE_MS)
    if mots := re.findall(r"[^\W\d_]{3,}", editeur.locator(REDIGE).first.inner_text()):
        expect(editeur.locator("> [name]").first).to_have_value(re.compile(mots[-1]), timeout=PATIENCE_MS)


def riche(page: Page, chemin: str) -> Locator:
    """Return the rich text editor of a field: « introduction », « corps-0-value »."""
    return page.locator(f"*:has(> [name='{chemin}'])")


def ajouter(page: Page, flux: str, bloc: str = "") -> int:
    """Add a block at the end of a stream by its « + »; return its rank. A stream of one kind asks for no choice."""
    compte = page.locator(f"[name='{flux}-count']")
    rang = int(compte.input_value())
    plus = page.locator(f"[data-contentpath='{flux}'] button.c-sf-add-button:visible")
    plus.last.click()
    if bloc:
        page.get_by_role("option", name=bloc, exact=True).click()
    expect(compte).to_have_value(str(rang + 1))
    return rang


def choisir(page: Page, champ_: str, ligne: str) -> None:
    """Choose in the window of a chooser, by the words of its line."""
    widget = page.locator(f"#{champ_}-chooser")
    widget.locator("button:visible").first.click()
    page.locator(".modal.in").get_by_role("link", name=ligne).first.click()
    expect(page.locator(".modal.in")).to_have_count(0)
    expect(page.locator(f"#{champ_}")).not_to_have_value("")


def enregistrer(page: Page) -> int:
    """Save the draft, and return the number of its page; a new page first creates itself, as one writes."""
    page.wait_for_url("**/edit/", timeout=PATIENCE_MS)
    # The page before it may already say « saved », and its checklist that all is well: what counts is the next page.
    with page.expect_navigation(timeout=PATIENCE_MS):
        page.locator("button.action-save").first.click(timeout=PATIENCE_MS)
    expect(page.locator(".messages .success").first).to_be_visible(timeout=PATIENCE_MS)
    return int(page.url.split("/pages/")[1].split("/")[0])


def editer(page: Page, cle: int) -> None:
    """Open the editor of a page."""
    page.goto(reverse("wagtailadmin_pages:edit", args=[cle]))


def points(page: Page) -> list[str]:
    """Return what the checklist says, in order."""
    return page.locator("[data-portes] a").all_inner_texts()


def soumettre(page: Page) -> None:
    """Submit to the second reader, by the menu beside the main button."""
    page.locator("footer [data-w-dropdown-target='toggle'], footer .w-dropdown__toggle").first.click()
    with page.expect_navigation(timeout=PATIENCE_MS):
        page.locator("button[name='action-submit']").click()
    expect(page.locator(".messages li").first).to_be_visible()


def approuver(page: Page, cle: int) -> None:
    """Approve what waits, as its second reader."""
    editer(page, cle)
    approuve = page.locator("button[data-workflow-action-name='approve']").first
    if not approuve.is_visible():
        page.locator("footer .w-dropdown__toggle").first.click()
    approuve.click()
    expect(page.locator(".messages .success").first).to_be_visible()
