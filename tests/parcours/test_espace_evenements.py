"""The events of a resource: proposed without JavaScript in two pages; with it, nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Compte

from .gestes import Ouvrir, appuyer, entrer, regarder, une_personne_du_tisonnier

NOUVEAU = "/espace/evenements/nouveau/"
LARGEUR_TELEPHONE = 320


@pytest.fixture
def odile(live_server: object) -> Compte:
    """Return a person of a resource."""
    return une_personne_du_tisonnier(municipalite="Granby")


def remplir(page: Page, titre: str) -> None:
    """Fill what is enough."""
    page.get_by_role("textbox", name="Titre").fill(titre)
    page.get_by_label("Date", exact=True).fill((timezone.localdate() + timedelta(days=30)).isoformat())
    page.get_by_label("Heure de début").fill("13 h")
    page.get_by_label("Heure de fin").fill("1630")


def garde(page: Page) -> int:
    """Return how many drafts this tab keeps, once the scripts of the page have run."""
    page.wait_for_load_state()
    nombre: int = page.evaluate("Object.keys(sessionStorage).filter((cle) => cle.startsWith('brouillon/')).length")
    return nombre


def test_une_ressource_propose_puis_annule_sans_javascript(ouvrir: Ouvrir, odile: Compte) -> None:
    page = ouvrir(java_script_enabled=False)
    entrer(page, odile)
    page.get_by_role("link", name="Vos événements").click()
    page.get_by_role("link", name="Proposer un événement").click()
    remplir(page, "Café et visite")
    page.get_by_label("Heure de fin").fill("9 h")
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_role("alert")).to_contain_text("La fin vient après le début")
    expect(page.get_by_role("textbox", name="Titre")).to_have_value("Café et visite")
    page.get_by_label("Heure de fin").fill("1630")
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_text("Voici ce que le public lira")).to_be_visible()
    appuyer(page, "Proposer à la fédération")
    expect(page.get_by_role("status")).to_contain_text("C’est envoyé à la fédération")
    assert suivre(Evenement.objects.get()).etape == Etape.ATTENTE

    page.get_by_role("link", name="Abandonner cet événement").click()
    appuyer(page, "Oui, l’abandonner")
    expect(page.get_by_role("status")).to_contain_text("C’est annulé")
    assert Evenement.objects.get().est_annule


def test_ce_qui_est_tape_survit_a_un_rechargement_et_pas_a_la_deconnexion(
    ouvrir: Ouvrir, odile: Compte, axe: Callable[[Page], None]
) -> None:
    page = ouvrir(viewport={"width": LARGEUR_TELEPHONE, "height": 700})
    entrer(page, odile)
    page.goto(NOUVEAU)
    remplir(page, "Tapé puis perdu")
    page.get_by_text("Accessibilité et détails").click()
    page.get_by_role("group", name="Stationnement").get_by_label("Oui").check()
    page.reload()
    expect(page.get_by_role("textbox", name="Titre")).to_have_value("")
    regarder(page, axe)
    appuyer(page, "Le reprendre")
    expect(page.get_by_role("textbox", name="Titre")).to_have_value("Tapé puis perdu")
    appuyer(page, "Enregistrer le brouillon")
    expect(page.get_by_role("status")).to_contain_text("C’est enregistré")
    assert garde(page) == 0
    assert Evenement.objects.get().stationnement == "oui"
    regarder(page, axe)

    page.goto(NOUVEAU)
    page.get_by_role("textbox", name="Titre").fill("Pour personne d’autre")
    assert garde(page) == 1
    page.goto("/espace/paroles/")
    appuyer(page, "Me déconnecter")
    expect(page.get_by_role("button", name="Recevoir un code")).to_be_visible()
    assert garde(page) == 0


def test_les_ecrans_des_evenements_sont_accessibles_et_tiennent_sur_un_telephone(
    ouvrir: Ouvrir, odile: Compte, axe: Callable[[Page], None]
) -> None:
    page = ouvrir(viewport={"width": LARGEUR_TELEPHONE, "height": 700})
    entrer(page, odile)
    page.goto(NOUVEAU)
    page.get_by_text("Accessibilité et détails").click()
    regarder(page, axe)
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_role("alert")).to_be_visible()
    regarder(page, axe)
    remplir(page, "Café et visite")
    appuyer(page, "Voir l’aperçu")
    regarder(page, axe)
    page.get_by_role("link", name="Abandonner cet événement").click()
    regarder(page, axe)
    page.goto("/espace/evenements/")
    regarder(page, axe)
