"""A page that Wagtail keeps for some says nothing of itself to the others: no title, no image, no line in a list."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from pages.boite.indexation import reconstruire
from pages.boite.trousse_zip import DONNEES
from pages.models import EnsembleOutils
from pages.ouvertes import ouvertes
from tests.fabriques.balado import BaladoPageFactory
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.pages import ContenuPageFactory, accueil, publier
from tests.fabriques.presse import SalleDePressePageFactory, un_communique
from tests.fabriques.roles import une_redactrice
from tests.pages.boite.test_anglais import titres, total, traduit
from tests.pages.boite.test_sorties import ouvrir_le_zip
from tests.pages.test_langues import traduite

pytestmark = pytest.mark.django_db
SECRET = "Perceneige"


def fermer(page: Page, par: str = "login") -> Any:
    """Keep a page, and all that is below, for those who sign in, or who know a word."""
    mot = {"password": "sesame"} if par == "password" else {}
    return Page.objects.get(pk=page.pk).view_restrictions.create(restriction_type=par, **mot)


def html(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


@pytest.mark.parametrize("par", ["login", "password"])
@pytest.mark.parametrize("au_dessus", [False, True], ids=["elle", "au-dessus"])
def test_une_page_fermee_ne_donne_ni_titre_ni_image_ni_chapeau(client: Client, par: str, au_dessus: bool) -> None:
    section = ContenuPageFactory.create(title="La section", show_in_menus=True)
    page = ContenuPageFactory.create(title=SECRET, chapeau=SECRET, parent=section, slug="cachee")
    assert SECRET in html(client, page.url)
    assert client.get(f"{page.url}carte.png").status_code == 200
    assert page.url in html(client, "/sitemap-fr-1.xml")
    fermer(section if au_dessus else page, par)
    vue = client.get(page.url)
    assert SECRET not in vue.content.decode()
    assert "og:" not in vue.content.decode()
    assert client.get(f"{page.url}carte.png").status_code == 404
    assert page.url not in html(client, "/sitemap-fr-1.xml")
    assert ("La section" in html(client, "/")) is not au_dessus


def test_qui_entre_la_lit_mais_elle_ne_se_partage_pas(client: Client) -> None:
    page = ContenuPageFactory.create(title=SECRET)
    fermer(page)
    client.force_login(une_redactrice())
    contenu = html(client, page.url)
    assert SECRET in contenu
    assert "og:" not in contenu
    assert 'class="section partager"' not in contenu


def test_les_fils_fermes_ne_sont_ni_listes_ni_annonces(client: Client) -> None:
    pages = [SalleDePressePageFactory.create(), BaladoPageFactory.create(), AgendaPageFactory.create()]
    for page in pages:
        assert page.url in html(client, "/fils/")
        assert f"{page.url}" in html(client, "/").split("</head>")[0]
        fermer(page)
        assert page.url not in html(client, "/fils/")
        assert page.url not in html(client, "/")


def test_sans_l_anglaise_ouverte_le_fil_est_le_francais(client: Client) -> None:
    traduite(accueil(), "Home")
    salle = SalleDePressePageFactory.create()
    anglaise = traduite(salle, "News releases")
    assert anglaise.url in html(client, "/en/fils/")
    fermer(anglaise)
    lue = html(client, "/en/fils/")
    assert anglaise.url not in lue
    assert salle.url in lue


def test_un_communique_ferme_n_est_ni_dans_la_liste_ni_dans_le_flux(client: Client) -> None:
    salle = SalleDePressePageFactory.create()
    publier(un_communique(title="Ouvert"))
    ferme = publier(un_communique(title=SECRET, slug="cachee-la"))
    fermer(ferme)
    for adresse in (salle.url, f"{salle.url}flux.xml", "/recherche/?q=perceneige", "/sitemap-fr-1.xml"):
        assert SECRET not in html(client, adresse).replace("perceneige", ""), adresse
        assert ferme.slug not in html(client, adresse), adresse
    assert "Ouvert" in html(client, f"{salle.url}flux.xml")


def test_qui_lit_une_liste_fermee_en_lit_les_pages(client: Client) -> None:
    salle = SalleDePressePageFactory.create()
    publier(un_communique(title="Pour nous", parent=salle))
    fermer(salle)
    client.force_login(une_redactrice())
    assert "Pour nous" in html(client, salle.url)


def test_un_evenement_sous_un_agenda_ferme_ne_se_trouve_pas(client: Client) -> None:
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create(titre=f"La {SECRET}")
    lieux = ("/recherche/?q=perceneige", "/sitemap-fr-1.xml")
    assert all(evenement.slug in html(client, lieu) for lieu in lieux)
    assert client.get(f"{agenda.url}{evenement.slug}/carte.png").status_code == 200
    fermer(agenda)
    assert not any(evenement.slug in html(client, lieu) for lieu in lieux)
    assert client.get(f"{agenda.url}{evenement.slug}/carte.png").status_code == 404


@pytest.mark.parametrize("reconstruit", [False, True], ids=["suivi", "reconstruit"])
def test_les_mots_d_un_outil_anglais_ferme_ne_se_trouvent_pas(
    client: Client, boite_bilingue: Any, reconstruit: bool
) -> None:
    guide = un_outil("Le guide", resume="Une forêt.")
    jumelle = traduit(guide, "The guide", resume="A snowdrop.")
    assert (total("q=snowdrop"), total("q=foret")) == (1, 1)
    restriction = fermer(jumelle)
    if reconstruit:
        reconstruire()
    assert (total("q=snowdrop"), total("q=foret"), total("")) == (0, 1, 1)
    assert not EnsembleOutils.objects.filter(valeur="snowdrop").exists()
    assert titres(client) == ['<a href="/boite-a-outils/outil-0/" hreflang="fr-CA" lang="fr-CA">Le guide']
    for lieu in ("/en/toolkit/", "/en/recherche/?q=snowdrop", "/en/recherche/?q=guide"):
        assert "A snowdrop" not in html(client, lieu)
        assert "The guide" not in html(client, lieu)
    restriction.delete()
    assert total("q=snowdrop") == 1
    assert "The guide" in titres(client)[0]


def test_une_boite_anglaise_fermee_ferme_ses_outils(client: Client, boite_bilingue: Any) -> None:
    jumelle = traduit(un_outil("Le guide"), "The guide", resume="A snowdrop.")
    fermer(jumelle.get_parent())
    assert total("q=snowdrop") == 0
    assert total("q=guide") == 1


def test_une_trousse_ne_donne_rien_d_un_outil_ferme(client: Client, boite_bilingue: Any) -> None:
    ouvert = un_outil("Le guide", un_fichier("Brochure", document=une_feuille("Ouverte")))
    cache = un_outil("Le quiz", un_fichier("Feuille", document=une_feuille(SECRET)), slug="cache")
    trousse = une_trousse("La trousse", ouvert, cache)
    anglaise = traduit(trousse, "The kit")
    jumelle = traduit(ouvert, "The guide")
    fermer(cache)
    fermer(jumelle)
    for page in (trousse, anglaise):
        contenu = html(client, page.url)
        assert "Le guide" in contenu
        for absent in ("Le quiz", "The guide"):
            assert absent not in contenu
        manifeste = json.loads(ouvrir_le_zip(client, f"{page.url}trousse.zip").read(DONNEES))
        assert [ligne["outil"] for ligne in manifeste["fichiers"]] == ["Le guide"]
        assert SECRET not in str(manifeste)


def test_une_page_supprimee_avec_sa_fermeture_ne_revient_pas_dans_l_index(boite_bilingue: Any) -> None:
    outil = un_outil("Le guide", resume="Une perceneige.")
    fermer(outil)
    Page.objects.get(pk=outil.pk).delete()
    assert total("q=perceneige") == 0
    assert not EnsembleOutils.objects.filter(valeur="perceneige").exists()


def test_ouvertes_ne_coute_qu_une_requete(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    page = ContenuPageFactory.create()
    fermer(ContenuPageFactory.create())
    with django_assert_num_queries(1):
        assert page.pk in {lue.pk for lue in ouvertes(Page.objects.all())}


def test_la_page_qui_est_lue_ne_ferme_pas_ce_qui_est_dessous() -> None:
    section = ContenuPageFactory.create()
    dessous = ContenuPageFactory.create(parent=section)
    fermer(section)
    enfants = Page.objects.child_of(section)
    assert list(ouvertes(enfants)) == []
    assert [page.pk for page in ouvertes(enfants, depuis=section)] == [dessous.pk]
    fermer(dessous)
    assert list(ouvertes(enfants, depuis=section)) == []
