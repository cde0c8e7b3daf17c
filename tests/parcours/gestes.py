"""What people do in the journeys, as they would say it."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Page, expect

from reseau.models import Compte, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne

MOT_DE_PASSE = "ficelle-tablier-soupe"
# The form refuses to be sent faster than anyone reads it.
LECTURE_MS = 3_100
Ouvrir = Callable[..., Page]
# As patient as the pages of the journeys: two cores may be busy.
expect.set_options(timeout=30_000)


def une_moderatrice(nom: str) -> Compte:
    """Return an account of the staff that signs in with `MOT_DE_PASSE`."""
    compte = une_personne(username=nom, first_name=nom.title(), last_name="Lavoie")
    compte.set_password(MOT_DE_PASSE)
    compte.save()
    return compte


def se_connecter(page: Page, compte: Compte, adresse: str = "/admin/paroles/") -> Page:
    """Open the queue, or another screen of the admin, in a session that has shown its second factor.

    `test_comptes` goes through the real door.
    """
    client = Client()
    client.force_login(compte)
    nom = settings.SESSION_COOKIE_NAME
    page.goto("/sante/")  # the address of the server, that a cookie belongs to
    origine = page.url.removesuffix("sante/")
    page.context.add_cookies([{"name": nom, "value": client.cookies[nom].value, "url": origine}])
    page.goto(adresse)
    expect(page).to_have_url(adresse)
    return page


def remplir(page: Page, texte: str, amorce: str = "") -> None:
    """Fill the public form, with the narrowest consent."""
    page.goto("/temoigner/")
    if amorce:
        page.get_by_label(amorce).check()
    page.get_by_label("Vos mots").fill(texte)
    page.get_by_label("Sur ce site").check()
    page.get_by_label("J’ai 14 ans ou plus").check()


def envoyer(page: Page) -> str:
    """Send the form after the time of reading it; return the code."""
    page.wait_for_timeout(LECTURE_MS)
    page.get_by_role("button", name="Nouer mes mots au filet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vos mots sont arrivés")
    return page.locator("output").inner_text()


def entendre(page: Page, phrase: str) -> None:
    """Check that the admin says this sentence at the top of the page."""
    expect(page.locator(".messages").get_by_text(phrase).first).to_be_attached()


def appuyer(page: Page, bouton: str) -> None:
    """Press a button by its name."""
    page.get_by_role("button", name=bouton).first.click()


def retirer(page: Page, code: str) -> None:
    """Take one's words back with the code."""
    suivre(page, code)
    expect(page.get_by_role("status")).to_contain_text("Votre texte est publié.")
    appuyer(page, "Retirer mon texte")
    expect(page.get_by_role("heading", level=1)).to_have_text("Retiré")


def suivre(page: Page, code: str) -> None:
    """Open the follow-up page with the code."""
    page.goto("/temoigner/suivi/")
    page.get_by_label("Votre code de retrait").fill(code)
    appuyer(page, "Voir où en est mon texte")


def une_personne_du_tisonnier(**champs: Any) -> Compte:
    """Return Odile, of a resource; `champs` are the resource's."""
    ressource: Ressource = RessourceFactory.create(nom="Le Tisonnier", **champs)
    compte: Compte = CompteFactory.create(email="odile@exemple.org", first_name="Odile")
    ressource.contacts.add(compte)
    return compte


def entrer(page: Page, compte: Compte) -> None:
    """Sign in to the space of a resource by the code of the mail, after a wrong one."""
    page.goto("/espace/")
    page.get_by_label("Votre courriel").fill(compte.email)
    appuyer(page, "Recevoir un code")
    page.get_by_label("Votre code").fill("0000 0000")
    appuyer(page, "Entrer")
    expect(page.get_by_role("alert")).to_contain_text("n’est pas le bon")
    code = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert code
    page.get_by_label("Votre code").fill(code[0])
    appuyer(page, "Entrer")
    expect(page.get_by_text(f"Bonjour, {compte.first_name}.")).to_be_visible()


def regarder(page: Page, axe: Callable[[Page], None]) -> None:
    """Refuse a page that is not accessible or wider than the screen."""
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def statut(page: Page, adresse: str) -> int:
    """Open an address; return the status of its answer."""
    reponse = page.goto(adresse)
    assert reponse is not None
    return reponse.status
