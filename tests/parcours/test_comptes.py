"""The doors, in a browser: the staff enrols its second factor; a colleague is invited by a real mail."""

import time
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from reseau.models import Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.services.courriel import ServeurDeCourriel

from .gestes import MOT_DE_PASSE, Ouvrir, appuyer, une_moderatrice


def code(secret: str, decalage: int = 0) -> str:
    """Return what the application of a phone shows."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + decalage)))


def taper_le_mot_de_passe(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Identifiant").fill("odette")
    page.get_by_label("Mot de passe", exact=True).fill(MOT_DE_PASSE)
    appuyer(page, "Entrer")


def test_l_equipe_inscrit_son_second_facteur_puis_entre_avec(ouvrir: Ouvrir, axe: Callable[[Page], None]) -> None:
    une_moderatrice("odette")
    page = ouvrir(java_script_enabled=False, viewport={"width": 390, "height": 900})
    taper_le_mot_de_passe(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ajouter un second facteur")
    secret = page.locator(".cle-secrete").inner_text().replace(" ", "")
    page.goto("/admin/paroles/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ajouter un second facteur")
    page.get_by_label("Code", exact=True).fill(code(secret))
    appuyer(page, "Lier l’application")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vos codes de secours")
    papier = page.locator(".codes-de-secours code").first.inner_text()
    appuyer(page, "C’est noté")
    expect(page).to_have_url("/admin/")
    for autre, saisie in ((ouvrir(), code(secret, 1)), (ouvrir(), papier)):
        taper_le_mot_de_passe(autre)
        axe(autre)
        autre.get_by_label("Code", exact=True).fill(saisie)
        appuyer(autre, "Entrer")
        expect(autre).to_have_url("/admin/")


def test_une_collegue_est_invitee_entre_et_invite_a_son_tour(
    ouvrir: Ouvrir, serveur_de_courriel: ServeurDeCourriel, axe: Callable[[Page], None]
) -> None:
    ressource: Ressource = RessourceFactory.create(nom="Le Tisonnier")
    odile = CompteFactory.create(email="odile@exemple.org", first_name="Odile")
    ressource.contacts.add(odile)
    page = ouvrir(java_script_enabled=False)
    page.goto("/espace/")
    page.get_by_label("Votre courriel").fill("odile@exemple.org")
    appuyer(page, "Recevoir un code")
    page.get_by_label("Votre code").fill(serveur_de_courriel.dernier_pour("odile@exemple.org").code)
    appuyer(page, "Entrer")
    page.get_by_role("link", name="Votre équipe").click()
    page.get_by_label("Courriel de la personne").fill("nadia@exemple.org")
    appuyer(page, "Envoyer l’invitation")
    expect(page.get_by_role("status")).to_contain_text("n…@exemple.org")
    nadia = ouvrir()
    nadia.goto(serveur_de_courriel.dernier_pour("nadia@exemple.org").lien)
    axe(nadia)
    nadia.get_by_label("Votre prénom").fill("Nadia")
    appuyer(nadia, "Entrer")
    expect(nadia.get_by_text("Bonjour, Nadia.")).to_be_visible()
    nadia.goto("/espace/equipe/")
    expect(nadia.get_by_text("Odile", exact=True).first).to_be_visible()
    axe(nadia)
    page.goto("/espace/equipe/")
    page.get_by_role("link", name="Retirer… Nadia").click()
    appuyer(page, "Retirer l’accès")
    nadia.get_by_label("Courriel de la personne").fill("amie@exemple.org")
    appuyer(nadia, "Envoyer l’invitation")
    expect(nadia.get_by_role("heading", level=1)).to_have_text("Rien n’a été enregistré")
    expect(nadia.get_by_text("amie@exemple.org")).to_be_visible()
    axe(nadia)
