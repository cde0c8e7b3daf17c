"""The paper workshop imported by the staff: a file of six resources, slips shown once, one line read by itself."""

import pytest
from playwright.sync_api import Page, expect

from pages.models import MurPage
from site_campagne.demo.atelier import EDITION, FICHIER, PARTICIPANTS, PASSAGES
from site_campagne.demo.charger_paroles import charger_amorces
from site_campagne.demo.charger_reseau import charger_ressources
from temoignages.models import Depot
from tests.fabriques.pages import MurPageFactory

from .gestes import Ouvrir, appuyer, entendre, se_connecter, une_moderatrice

A_L_ECRAN = 13  # a phone number


@pytest.fixture
def mur(live_server: object) -> MurPage:
    """Return the wall of a site that knows the resources and the sentences of the file."""
    for charger in (charger_ressources, charger_amorces):
        list(charger())
    mur: MurPage = MurPageFactory.create()
    return mur


def importer(page: Page) -> dict[int, str]:
    """Import the file by the screen; return the code of each line, read on its slip."""
    page.goto("/admin/paroles/ateliers/")
    page.get_by_label("Fichier CSV").set_input_files(FICHIER)
    page.get_by_label("Édition").fill(str(EDITION))
    appuyer(page, "Lire le fichier")
    expect(page.get_by_text("60 lignes prêtes")).to_be_visible()
    expect(page.get_by_text("à corriger")).to_have_count(0)
    expect(page.get_by_role("cell", name="DIRE NON", exact=True)).to_be_visible()
    for ressource, nombre in PARTICIPANTS.items():
        page.get_by_label(ressource).fill(str(nombre))
    appuyer(page, "Confirmer et imprimer les talons")
    page.get_by_label("La ressource atteste").check()
    appuyer(page, "Confirmer et imprimer les talons")
    expect(page.locator(".talon")).to_have_count(60)
    lignes = page.locator(".talon__ligne").all_inner_texts()
    codes = page.locator(".talon__code").all_inner_texts()
    assert len(set(codes)) == 60
    return {int(ligne.split()[1]): code for ligne, code in zip(lignes, codes, strict=True)}


def caviarder_a_l_ecran(page: Page, depot: Depot) -> None:
    """Read one sentence by the screen, accept each replacement, submit."""
    page.goto("/admin/paroles/")
    page.locator("tr", has_text=str(depot)).get_by_role("button", name="Lire").click()
    expect(page.locator("[data-texte] mark.constat--direct").first).to_be_visible()
    appuyer(page, "Appliquer les décisions")
    entendre(page, "Les décisions sont appliquées.")
    appuyer(page, "Envoyer à la seconde lecture")
    entendre(page, "Le texte attend une seconde lecture.")


def test_une_ligne_importee_se_lit_et_s_approuve_seule(ouvrir: Ouvrir, mur: MurPage) -> None:
    premiere, seconde = ouvrir(), ouvrir()
    codes = importer(se_connecter(premiere, une_moderatrice("odette")))
    depots = {depot.ligne or 0: depot for depot in Depot.objects.all()}
    assert set(depots) == set(codes) == set(range(2, 62))
    depot = depots[A_L_ECRAN]
    caviarder_a_l_ecran(premiere, depot)

    se_connecter(seconde, une_moderatrice("lorraine"))
    seconde.goto(f"/admin/paroles/{depot.pk}/")
    appuyer(seconde, "Approuver et publier")
    entendre(seconde, "Publié à l’adresse")
    seconde.goto(mur.url)
    (numero,) = [passage.texte for passage in PASSAGES if passage.ligne == A_L_ECRAN]
    expect(seconde.locator(".mur blockquote")).to_contain_text("mon numéro si quelqu'un veut jaser")
    expect(seconde.locator("main")).not_to_contain_text(numero)


def test_les_talons_ne_se_reimpriment_pas_par_le_retour_du_navigateur(ouvrir: Ouvrir, mur: MurPage) -> None:
    page = se_connecter(ouvrir(), une_moderatrice("odette"))
    importer(page)
    adresse = page.url
    page.goto("/admin/paroles/")
    page.goto(adresse)
    entendre(page, "ne peuvent plus être imprimés")
    expect(page.locator(".talon")).to_have_count(0)
