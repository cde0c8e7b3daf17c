"""The screens of a resource, from its invitation to its events, under each condition of reading."""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from reseau.equipe import inviter
from reseau.models import Compte, Ressource
from tests.fabriques.temoignages import AmorceFactory, une_personne

from ..gestes import Ouvrir, appuyer, une_personne_du_tisonnier
from ..test_espace import LIGNES, PHRASE
from ..test_espace_evenements import NOUVEAU, remplir
from .regards import CONDITIONS, Condition

pytestmark = pytest.mark.epreuve


def parcourir(page: Page, compte: Compte) -> Iterator[None]:
    """Go through every screen; stop at each."""
    yield from entrer(page, compte)
    yield from verser(page)
    yield from proposer(page)


def entrer(page: Page, compte: Compte) -> Iterator[None]:
    """An invitation, open then dead; a code, wrong then right; the space and its team."""
    inviter(
        ressource=Ressource.objects.get(contacts=compte),
        adresse="nadia@exemple.org",
        par=une_personne(username="huguette"),
    )
    lien = re.search(r"/espace/invitation/\S+/", str(mail.outbox[-1].body))
    assert lien
    for adresse in (lien[0], "/espace/invitation/perimee/", "/espace/connexion/"):
        page.goto(adresse)
        yield
    page.get_by_label("Votre courriel").fill(compte.email)
    appuyer(page, "Recevoir un code")
    yield
    page.get_by_label("Votre code").fill("0000 0000")
    appuyer(page, "Entrer")
    expect(page.get_by_role("alert")).to_be_visible()
    yield
    code = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert code
    page.get_by_label("Votre code").fill(code[0])
    appuyer(page, "Entrer")
    expect(page.get_by_text(f"Bonjour, {compte.first_name}.")).to_be_visible()
    yield
    page.goto("/espace/equipe/")
    yield


def verser(page: Page) -> Iterator[None]:
    """The words of a workshop: pasted, refused, read over, sent, listed, one of them taken back."""
    for adresse in ("/espace/paroles/", "/espace/paroles/nouveau/"):
        page.goto(adresse)
        yield
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_role("alert")).to_be_visible()
    yield
    page.get_by_label("Collez vos lignes ici").fill(LIGNES)
    page.get_by_label("La phrase que ces textes complètent").select_option(label=PHRASE)
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_text("4 lignes prêtes")).to_be_visible()
    yield
    page.get_by_label("J’atteste").check()
    page.get_by_label("Verser sans les lignes").check()
    appuyer(page, "Verser ces lignes")
    expect(page.locator(".talon")).to_have_count(4)
    yield
    page.goto("/espace/paroles/")
    yield
    page.get_by_role("link", name="4 lignes versées").click()
    yield
    page.get_by_role("link", name="Retirer la ligne 1").click()
    expect(page.get_by_role("button", name="Retirer la ligne 1")).to_be_visible()
    yield


def proposer(page: Page) -> Iterator[None]:
    """An event: refused, read over, proposed, listed, about to be given up."""
    page.goto(NOUVEAU)
    page.get_by_text("Accessibilité et détails").click()
    yield
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_role("alert")).to_be_visible()
    yield
    remplir(page, "Café et visite")
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_text("Voici ce que le public lira")).to_be_visible()
    yield
    appuyer(page, "Proposer à la fédération")
    expect(page.get_by_role("status")).to_be_visible()
    yield
    page.get_by_role("link", name="Abandonner cet événement").click()
    expect(page.get_by_role("button", name="Oui, l’abandonner")).to_be_visible()
    yield
    page.goto("/espace/evenements/")
    yield


@pytest.mark.usefixtures("live_server")
@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.nom)
def test_chaque_ecran_d_une_ressource_se_lit(ouvrir: Ouvrir, condition: Condition) -> None:
    AmorceFactory.create(texte=PHRASE)
    page = ouvrir(**condition.options)
    fautes: list[str] = []
    for _ecran in parcourir(page, une_personne_du_tisonnier(municipalite="Granby")):
        page.evaluate("scrollTo(0, 0)")  # what the help bar covers is too small, in the eyes of axe
        fautes += condition.fautes(page)
    assert fautes == []
