"""The space of a resource, without JavaScript: a code by mail, five lines with one mistake, slips, one taken back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from reseau.models import Compte
from temoignages.etats import EtatDepot
from temoignages.models import Depot
from tests.fabriques.temoignages import AmorceFactory

from .gestes import Ouvrir, appuyer, entrer, regarder, une_personne_du_tisonnier

PHRASE = "Autour de la table, je trouve…"
LIGNES = "du monde qui m’écoute\nune place à côté du poêle\n?\nle droit de dire non\ndes tuques mauves"
LARGEUR_TELEPHONE = 320


@pytest.fixture
def odile(live_server: object) -> Compte:
    """Return a person of a resource, on a site with one sentence to complete."""
    AmorceFactory.create(texte=PHRASE)
    return une_personne_du_tisonnier()


def test_une_ressource_verse_cinq_lignes_et_en_retire_une(ouvrir: Ouvrir, odile: Compte) -> None:
    page = ouvrir(java_script_enabled=False)
    entrer(page, odile)
    page.get_by_role("link", name="Les paroles de vos ateliers").click()
    page.get_by_role("link", name="Verser des paroles").click()
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_role("alert")).to_contain_text("Collez au moins une ligne")

    page.get_by_label("Collez vos lignes ici").fill(LIGNES)
    page.get_by_label("La phrase que ces textes complètent").select_option(label=PHRASE)
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_text("4 lignes prêtes")).to_be_visible()
    expect(page.locator("#ligne-3")).to_contain_text("au moins deux caractères")

    page.get_by_role("link", name="Corriger").click()
    expect(page.get_by_label("Collez vos lignes ici")).to_have_value(LIGNES)
    page.get_by_label("Collez vos lignes ici").fill(LIGNES.replace("?", "un café qui refroidit pas"))
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_text("5 lignes prêtes")).to_be_visible()

    page.get_by_label("Combien de personnes ont participé?").fill("9")
    appuyer(page, "Verser ces lignes")
    expect(page.get_by_role("alert")).to_contain_text("Il faut attester")
    expect(page.get_by_label("Combien de personnes ont participé?")).to_have_value("9")
    page.get_by_label("J’atteste").check()
    appuyer(page, "Verser ces lignes")
    expect(page.locator(".talon")).to_have_count(5)
    assert len(set(page.locator(".talon__code").all_inner_texts())) == 5
    expect(page.locator("body")).not_to_contain_text("tuques mauves")

    page.get_by_role("link", name="Revenir à la liste").click()
    page.get_by_role("link", name="5 lignes versées").click()
    expect(page.locator("body")).not_to_contain_text("tuques mauves")
    page.get_by_role("link", name="Retirer la ligne 5").click()
    appuyer(page, "Retirer la ligne 5")
    expect(page.get_by_role("status")).to_contain_text("La ligne 5 est retirée.")
    assert list(Depot.objects.filter(etat=EtatDepot.RETIRE).values_list("ligne", flat=True)) == [5]

    appuyer(page, "Me déconnecter")
    page.goto("/espace/paroles/")
    expect(page).to_have_url(re.compile("/espace/connexion/"))


def test_les_ecrans_de_l_espace_sont_accessibles_et_tiennent_sur_un_telephone(
    ouvrir: Ouvrir, odile: Compte, axe: Callable[[Page], None]
) -> None:
    page = ouvrir(viewport={"width": LARGEUR_TELEPHONE, "height": 700})
    for adresse in ("/espace/connexion/", "/espace/connexion/code/"):
        page.goto(adresse)
        regarder(page, axe)
    entrer(page, odile)
    page.goto("/espace/paroles/nouveau/")
    appuyer(page, "Vérifier les lignes")
    regarder(page, axe)
    page.get_by_label("Collez vos lignes ici").fill(LIGNES)
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_text("4 lignes prêtes")).to_be_visible()
    regarder(page, axe)
    page.get_by_label("J’atteste").check()
    page.get_by_label("Verser sans les lignes").check()
    appuyer(page, "Verser ces lignes")
    expect(page.locator(".talon")).to_have_count(4)
    for adresse in ("/espace/", "/espace/paroles/"):
        page.goto(adresse)
        regarder(page, axe)
    page.get_by_role("link", name="4 lignes versées").click()
    expect(page.get_by_role("link", name="Retirer la ligne 1")).to_be_visible()
    regarder(page, axe)
    page.get_by_role("link", name="Retirer la ligne 1").click()
    expect(page.get_by_role("button", name="Retirer la ligne 1")).to_be_visible()
    regarder(page, axe)
