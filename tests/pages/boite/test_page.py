"""The pages of the library: what is shown, what it costs, what is never there."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]  # it has no stubs
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from medias.models import DocumentCampagne
from pages.models import OutilPage
from pages.publication.porte import ouvrir
from tests.fabriques.outils import la_boite, remplacer, un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.pages import un_theme
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
BUDGET = 12


def lire(client: Client, adresse: str) -> Any:
    """Return a public page as a tree."""
    reponse = client.get(adresse)
    assert reponse.status_code == 200
    return html.fromstring(reponse.content.decode())


def texte(arbre: Any) -> str:
    """Return the words of a page, on one line."""
    return " ".join(arbre.xpath("//main")[0].text_content().split())  # no-break spaces too


def des_outils(nombre: int) -> None:
    """Publish tools that differ by their words, their files and their axes."""
    theme = un_theme()
    for rang in range(nombre):
        document = une_feuille(f"Brochure {rang}", "pain", langue="en" if rang % 2 else "fr")
        un_outil(
            f"Outil {rang}",
            un_fichier(document=document),
            un_fichier("Site"),
            genre="guide" if rang % 3 else "quiz",
            themes=[theme],
            publics=["membres"],
        )
    une_trousse("Trousse", *OutilPage.objects.all()[:1])


ADRESSES = ("", "?genre=guide", "?q=pain", "?q=pain&genre=guide&langue=en&tri=titre&page=2", "?q=nulle-part")


def test_la_liste_coute_autant_pour_deux_outils_que_pour_soixante(client: Client) -> None:
    comptes: list[list[int]] = []
    for nombre in (2, 58):
        des_outils(nombre)
        comptes.append([])
        for adresse in ADRESSES:
            client.get(f"/boite-a-outils/{adresse}")
            with CaptureQueriesContext(connection) as requetes:
                assert client.get(f"/boite-a-outils/{adresse}").status_code == 200
            comptes[-1].append(len(requetes))
    assert comptes[0] == comptes[1]
    assert max(comptes[1]) <= BUDGET, comptes


def test_la_page_dit_les_formats_les_poids_et_mene_aux_fichiers(client: Client) -> None:
    document = une_feuille()
    outil = un_outil("Le guide", un_fichier(document=document), un_fichier("Site", langue="en"))
    for adresse in ("/boite-a-outils/", outil.url):
        page = lire(client, adresse)
        assert document.precisions.startswith("Texte, ")
        assert " ".join(document.precisions.split()) in texte(page)
        (fichier,) = {a.get("href") for a in page.xpath("//main//a") if "fichiers/" in a.get("href")}
        assert fichier == f"{outil.url}fichiers/{document.pk}/"
        (dehors,) = page.xpath("//main//a[@href='https://exemple.org/']")
        assert (dehors.get("rel"), dehors.get("hreflang")) == ("nofollow noreferrer", "en")


def test_chaque_facette_s_ajoute_et_s_enleve_sans_script(client: Client) -> None:
    un_outil("Le guide", genre="guide", duree=30)
    un_outil("Le quiz", genre="quiz", duree=30)
    page = lire(client, "/boite-a-outils/")
    liens = {a.xpath("string(.//*[@class='facette__texte'])"): a for a in page.xpath("//*[@class='facette']//a")}
    assert liens["Quiz"].get("href") == "/boite-a-outils/?genre=quiz"
    assert "1 outil" in liens["Quiz"].text_content()
    reduite = lire(client, liens["Quiz"].get("href"))
    assert "Le quiz" in texte(reduite)
    assert "Le guide" not in texte(reduite)
    (retrait,) = reduite.xpath("//*[@class='retraits']//a")
    assert retrait.get("href") == "/boite-a-outils/?"
    assert reduite.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (ouverte,) = reduite.xpath("//details[@class='facette' and @open]")
    assert ouverte.xpath(".//a[@aria-current='true']")


def test_la_recherche_garde_les_filtres_et_l_absence_propose_d_en_retirer(client: Client) -> None:
    un_outil("Le guide", genre="guide")
    page = lire(client, "/boite-a-outils/?genre=guide&q=inconnu")
    caches = [(i.get("name"), i.get("value")) for i in page.xpath("//form[@role='search']//input[@type='hidden']")]
    assert ("genre", "guide") in caches
    assert page.xpath("string(//input[@name='q']/@value)") == "inconnu"
    assert "Aucun outil ne répond à ces choix" in texte(page)
    assert len(page.xpath("//*[@class='retraits']//a")) == 2


def test_une_boite_vide_le_dit(client: Client) -> None:
    la_boite()
    assert "La boîte est encore vide" in texte(lire(client, "/boite-a-outils/"))


def test_les_versions_simple_et_courante_se_renvoient_l_une_a_l_autre(client: Client) -> None:
    simple = un_outil("En mots simples", niveau="facile")
    courante = un_outil("Le guide", version_simple=simple)
    assert lire(client, courante.url).xpath(f"//main//a[@href='{simple.url}']")
    assert lire(client, simple.url).xpath(f"//main//a[@href='{courante.url}']")
    with ouvrir("essai"):
        simple.unpublish()
    assert not lire(client, courante.url).xpath(f"//main//a[@href='{simple.url}']")


def test_les_versions_d_avant_sont_dites_avec_ce_qui_a_change(client: Client) -> None:
    document = une_feuille()
    outil = un_outil("Le guide", un_fichier(document=document))
    remplacer(document, "Une autre table.", "Les adresses sont à jour.")
    page = lire(client, outil.url)
    assert "Version 2 : Les adresses sont à jour." in texte(page)
    (avant,) = page.xpath("//*[@class='versions']//a")
    assert avant.get("href") == DocumentCampagne.objects.get(pk=document.pk).versions.get().url
    assert b"Une table, du pain." in b"".join(client.get(avant.get("href")).streaming_content)  # type: ignore[attr-defined]


def test_une_trousse_montre_ses_outils_publics_dans_l_ordre(client: Client) -> None:
    un, deux, trois = un_outil("Un"), un_outil("Deux"), un_outil("Trois")
    trousse = une_trousse("Pour commencer", trois, un, deux)
    with ouvrir("essai"):
        un.unpublish()
    titres = [h.text_content() for h in lire(client, trousse.url).xpath("//article//h3")]
    assert titres == ["Trois", "Deux"]
    assert lire(client, deux.url).xpath(f"//main//a[@href='{trousse.url}']")


def test_un_outil_neuf_se_voit_avant_d_etre_enregistre(client: Client) -> None:
    boite = la_boite()
    client.force_login(une_redactrice())
    lien = {"libelle": "Site", "adresse": "https://exemple.org/", "langue": "fr", "ORDER": "1"}
    saisie = {"title": "Tout neuf", "slug": "tout-neuf", "genre": "quiz", "publics": ["membres"], "niveau": "courant"}
    formulaire = nested_form_data({**saisie, "corps": streamfield([]), "fichiers": inline_formset([lien])})
    apercu = reverse("wagtailadmin_pages:preview_on_add", args=["pages", "outilpage", boite.pk])
    assert client.post(apercu, formulaire).json()["is_valid"]
    page = texte(lire(client, apercu))
    assert "Tout neuf" in page
    assert "Site" in page
    assert "Dans une trousse" not in page
    assert not OutilPage.objects.exists()


def test_schema_org_dit_ce_que_la_page_montre(client: Client) -> None:
    document = une_feuille()
    outil = un_outil("Le guide </script>", un_fichier(document=document), genre="guide", duree=90)
    brut = lire(client, outil.url).xpath("string(//script[@type='application/ld+json'])")
    dit = json.loads(brut)
    assert (dit["@type"], dit["name"], dit["timeRequired"]) == ("LearningResource", "Le guide </script>", "PT90M")
    assert dit["license"].startswith("https://creativecommons.org/licenses/by/")
    assert dit["encoding"][0]["contentUrl"].endswith(f"fichiers/{document.pk}/")


def test_un_document_reserve_n_est_nomme_nulle_part(client: Client) -> None:
    secret = une_feuille("Perce-neige", "perce-neige")
    outil = un_outil("Le guide", un_fichier("Perce-neige", document=secret), un_fichier("Site"))
    assert "Perce-neige" in texte(lire(client, outil.url))
    secret.confidentialite = "membres"
    secret.save()
    for adresse in ("/boite-a-outils/", outil.url, "/boite-a-outils/?q=perce-neige"):
        arbre = lire(client, adresse)
        assert "Perce-neige" not in texte(arbre)
        assert not arbre.xpath("//a[contains(@href, 'fichiers/')]")
