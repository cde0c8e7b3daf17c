"""The main job, whole, in a browser: given, made anonymous, approved by someone else, read, taken back."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages.models import AccueilPage, EditionPage
from reseau.models import Compte
from temoignages.models import Depot, Temoignage
from tests.fabriques.pages import EditionPageFactory, MurPageFactory, accueil, mettre_en_vedette, une_amorce
from tests.fabriques.temoignages import un_temoignage

from .gestes import (
    LECTURE_MS,
    Ouvrir,
    appuyer,
    entendre,
    envoyer,
    remplir,
    retirer,
    se_connecter,
    statut,
    une_moderatrice,
)

BRUT = "Gaétane Vermillon, au 418 555-0187, qui m’écoute sans compter les heures"
RESTE = "qui m’écoute sans compter les heures"
PAGES = ("/", "/temoignages/", "/journee/2027/")


@pytest.fixture
def site(live_server: object) -> EditionPage:
    """Return the edition of a site with a wall, and a home page that weaves two sentences."""
    recu, donne = une_amorce("Autour de la table, je trouve…"), une_amorce("Sur la table, je dépose…", ordre=2)
    un_temoignage("ma recette de soupe", amorce=donne)
    AccueilPage.objects.filter(pk=accueil().pk).update(amorce_recu=recu, amorce_donne=donne)
    MurPageFactory.create()
    edition: EditionPage = EditionPageFactory.create(annee=2027)
    return edition


def caviarder(page: Page, moderatrice: Compte) -> None:
    """Read as the first person: refused with a passage left, then decide, then submit, then refused to approve."""
    se_connecter(page, moderatrice)
    appuyer(page, "Lire")
    expect(page.locator("section[aria-labelledby=t-propose] mark.constat--direct")).to_have_text(
        [re.compile("Gaétane Vermillon"), re.compile("418 555-0187")]
    )
    appuyer(page, "Envoyer à la seconde lecture")
    entendre(page, "Il reste au moins un passage à décider.")
    expect(page.get_by_text("2 passages à décider")).to_be_visible()
    appuyer(page, "Appliquer les décisions")
    entendre(page, "Les décisions sont appliquées.")
    expect(page.locator("section[aria-labelledby=t-propose]")).not_to_contain_text("Vermillon")
    appuyer(page, "Envoyer à la seconde lecture")
    entendre(page, "Le texte attend une seconde lecture.")
    page.get_by_role("link", name="En seconde lecture").click()
    page.locator("table").get_by_role("link", name="Relire").click()
    expect(page.get_by_text("Vous avez préparé ce texte : une autre personne doit l’approuver.")).to_be_visible()
    expect(page.get_by_role("button", name="Approuver et publier")).to_have_count(0)


def approuver(page: Page, moderatrice: Compte) -> Temoignage:
    """Approve as the second person; return what is published."""
    se_connecter(page, moderatrice)
    page.get_by_role("link", name="En seconde lecture").click()
    page.locator("table").get_by_role("link", name="Relire").click()
    expect(page.get_by_text(RESTE)).to_be_visible()
    appuyer(page, "Approuver et publier")
    entendre(page, "Publié à l’adresse /paroles/")
    return Temoignage.objects.get(texte__contains=RESTE)


@pytest.mark.parametrize("js", [True, False], ids=["avec-js", "sans-js"])
def test_une_parole_du_formulaire_au_mur_puis_reprise(ouvrir: Ouvrir, site: EditionPage, js: bool) -> None:
    personne, premiere, seconde = (ouvrir(java_script_enabled=js) for _ in range(3))
    remplir(personne, BRUT, "Autour de la table, je trouve…")
    code = envoyer(personne)
    assert len(code.split()) == 7

    caviarder(premiere, une_moderatrice("odette"))
    for adresse in PAGES:
        personne.goto(adresse)
        expect(personne.get_by_text(RESTE)).to_have_count(0)

    temoignage = approuver(seconde, une_moderatrice("lorraine"))
    assert "Gaétane" not in temoignage.texte
    mettre_en_vedette(site, temoignage)
    for adresse in (*PAGES, temoignage.url):
        assert statut(personne, adresse) == 200
        expect(personne.locator("main").get_by_text(RESTE).first).to_be_visible()
        expect(personne.locator("body")).not_to_contain_text("Vermillon")

    retirer(personne, code.upper())
    for adresse in PAGES:
        assert statut(personne, adresse) == 200
        expect(personne.locator("body")).not_to_contain_text(RESTE)
    assert statut(personne, temoignage.url) == 410
    expect(personne.get_by_role("heading", level=1)).to_have_text("Cette parole n’est plus là")
    assert personne.context.cookies() == []


def test_la_premiere_personne_ne_peut_pas_approuver_en_forcant_l_envoi(ouvrir: Ouvrir, site: EditionPage) -> None:
    """Whoever edits the page in the browser is refused by the server, on screen."""
    personne, moderation = ouvrir(), ouvrir()
    remplir(personne, RESTE)
    envoyer(personne)
    se_connecter(moderation, une_moderatrice("odette"))
    appuyer(moderation, "Lire")
    moderation.locator("button[value=soumettre]").evaluate("bouton => { bouton.value = 'approuver' }")
    appuyer(moderation, "Envoyer à la seconde lecture")
    assert not Temoignage.objects.filter(texte=RESTE).exists()
    appuyer(moderation, "Envoyer à la seconde lecture")
    entendre(moderation, "Le texte attend une seconde lecture.")
    page = moderation.request
    jeton = next(c["value"] for c in moderation.context.cookies() if c["name"] == "csrftoken")
    moderation.get_by_role("link", name="En seconde lecture").click()
    adresse = moderation.locator("table").get_by_role("link", name="Relire").get_attribute("href") or ""
    reponse = page.post(adresse, form={"geste": "approuver", "csrfmiddlewaretoken": jeton})
    assert "une autre personne doit l’approuver" in reponse.text()
    assert not Temoignage.objects.filter(texte=RESTE).exists()


@pytest.mark.parametrize("js", [True, False], ids=["avec-js", "sans-js"])
def test_un_double_clic_puis_recharger_redonnent_le_meme_code_pour_un_seul_depot(ouvrir: Ouvrir, js: bool) -> None:
    page = ouvrir(java_script_enabled=js)
    remplir(page, "du monde")
    page.wait_for_timeout(LECTURE_MS)
    page.get_by_role("button", name="Nouer mes mots au filet").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vos mots sont arrivés")
    code = page.locator("output").inner_text()
    page.reload()
    assert page.locator("output").inner_text() == code
    assert Depot.objects.count() == 1
    page.emulate_media(media="print")
    expect(page.locator("output")).to_be_visible()
