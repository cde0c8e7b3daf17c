"""The head of a page, as other sites read it: there for what is public, and for nothing else."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from pages.models import AccueilPage
from reseau.horloge import maintenant
from temoignages.etats import Avertissement, Portee
from temoignages.models import Temoignage
from tests.fabriques.capsules import CapsulePageFactory, une_video
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, MurPageFactory, publier
from tests.fabriques.presse import SalleDePressePageFactory, un_communique
from tests.fabriques.temoignages import un_temoignage

from ..test_langues import traduite
from .vocabulaire import fautes, noeuds

pytestmark = pytest.mark.django_db
MOTS = "une chaise qui m’attend"
EXIGEES = {
    "og:site_name", "og:type", "og:title", "og:description", "og:url", "og:locale", "og:image", "og:image:type",
    "og:image:width", "og:image:height", "og:image:alt", "twitter:card",
}  # fmt: skip


def tete(client: Client, adresse: str, code: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == code
    return reponse.content.decode().split("</head>", 1)[0]


def metas(contenu: str) -> dict[str, str]:
    paires = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', contenu)
    return {nom: html.unescape(valeur) for nom, valeur in paires}


def canonique(contenu: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]+)">', contenu)


def test_une_page_dit_tout_ce_qu_il_faut_pour_etre_montree_ailleurs(client: Client) -> None:
    page = ContenuPageFactory.create(title="L’entraide & « nous »", chapeau="Une table, du pain.")
    contenu = tete(client, page.url)
    dites = metas(contenu)
    assert set(dites) == EXIGEES
    assert dites["og:title"] == "L’entraide & « nous »"
    assert dites["og:description"] == "Une table, du pain."
    assert dites["og:locale"] == "fr_CA"
    assert canonique(contenu) == [dites["og:url"]]
    assert dites["og:image"] == f"{dites['og:url']}carte.png"
    assert client.get(dites["og:image"].removeprefix("http://testserver")).status_code == 200
    assert "L’entraide & « nous »" in dites["og:image:alt"].replace("\u00a0", " ")


def test_une_page_sans_chapeau_a_la_phrase_du_site(client: Client) -> None:
    page = ContenuPageFactory.create(chapeau="")
    assert metas(tete(client, page.url))["og:description"].startswith("Chaque 10 octobre, les ressources")


def test_la_question_d_une_adresse_n_est_pas_de_l_adresse_a_partager(client: Client) -> None:
    page = ContenuPageFactory.create()
    assert canonique(tete(client, f"{page.url}?fbclid=abc"))[0].endswith(page.url)


def test_une_page_traduite_nomme_l_autre_langue(client: Client) -> None:
    accueil = AccueilPage.objects.get()
    traduite(accueil, "Home")
    assert metas(tete(client, "/"))["og:locale:alternate"] == "en_CA"
    anglaise = metas(tete(client, "/en/"))
    assert (anglaise["og:locale"], anglaise["og:locale:alternate"]) == ("en_CA", "fr_CA")
    assert "/en/carte.png" in anglaise["og:image"]


@pytest.mark.parametrize("adresse", ["/accessibilite/", "/confidentialite/", "/temoigner/", "/fils/"])
def test_les_vues_publiques_ont_l_image_du_site(client: Client, adresse: str) -> None:
    dites = metas(tete(client, adresse))
    assert set(dites) == EXIGEES | {"og:locale:alternate"}
    assert dites["og:image"] == "http://testserver/carte.png"


@pytest.mark.parametrize(
    ("adresse", "code"),
    [
        ("/nulle-part/", 404),
        ("/recherche/?q=table", 200),
        ("/espace/connexion/", 200),
        ("/temoignages/?region=05", 200),
    ],
)
def test_ce_qui_n_est_pas_a_lister_ne_dit_rien(client: Client, adresse: str, code: int) -> None:
    MurPageFactory.create()
    contenu = tete(client, adresse, code)
    assert metas(contenu) == {}
    assert 'class="section partager"' not in client.get(adresse).content.decode()


def test_un_brouillon_en_apercu_ne_dit_rien(admin_client: Client) -> None:
    page = ContenuPageFactory.create()
    Page.objects.filter(pk=page.pk).update(live=False)
    page.refresh_from_db()
    page.save_revision()
    reponse = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert reponse.status_code == 200
    assert metas(reponse.content.decode()) == {}


def test_une_parole_permise_ailleurs_porte_ses_mots(client: Client) -> None:
    temoignage = un_temoignage(MOTS, usages=[Portee.WEB, Portee.RESEAUX])
    dites = metas(tete(client, temoignage.url))
    assert dites["og:type"] == "article"
    assert MOTS in dites["og:title"]
    assert MOTS in dites["og:image:alt"]
    assert temoignage.attribution_texte in dites["og:image:alt"]
    assert dites["og:image"] == f"{dites['og:url']}carte.png"
    contenu = client.get(temoignage.url).content.decode()
    assert "Télécharger l’image" in contenu
    assert "facebook.com" in contenu


@pytest.mark.parametrize("averti", [True, False], ids=["avertissement", "sans-accord"])
def test_une_parole_qui_n_est_pas_a_publier_ailleurs_n_offre_que_son_adresse(client: Client, averti: bool) -> None:
    temoignage = un_temoignage(MOTS, usages=[Portee.WEB, Portee.RESEAUX] if averti else [Portee.WEB])
    if averti:
        Temoignage.objects.update(avertissement=Avertissement.DEUIL)
    contenu = tete(client, temoignage.url)
    assert MOTS not in "".join(metas(contenu).values())
    corps = client.get(temoignage.url).content.decode()
    assert "partagez son adresse, pas ses mots" in corps
    for absent in ("facebook.com", "mailto:?", "Télécharger l’image", "data-envoyer"):
        assert absent not in corps


def test_une_parole_n_est_qu_une_page_pour_les_moteurs(client: Client) -> None:
    temoignage = un_temoignage(MOTS)
    (noeud,) = noeuds(tete(client, temoignage.url))
    assert set(noeud) == {"@type", "url", "name", "inLanguage", "isPartOf"}
    assert (noeud["@type"], noeud["name"]) == ("WebPage", "Une parole")


def test_l_accueil_dit_le_site_et_qui_le_publie(client: Client) -> None:
    contenu = tete(client, "/")
    assert {noeud["@type"] for noeud in noeuds(contenu)} == {"WebSite", "Organization"}
    assert metas(contenu)["og:title"] == "Journée de l’alternative en santé mentale"


def test_chaque_genre_de_page_parle_schema_org(client: Client) -> None:
    SalleDePressePageFactory.create()
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create()
    capsule: Any = publier(CapsulePageFactory.create(enregistrement=une_video(), live=False))
    attendus = {
        "/": "WebSite",
        ContenuPageFactory.create(first_published_at=maintenant()).url: "Article",
        publier(un_communique()).url: "NewsArticle",
        agenda.url: "BreadcrumbList",
        f"{agenda.url}{evenement.slug}/": "Event",
        capsule.url: "VideoObject",
    }
    for adresse, genre in attendus.items():
        dits = list(noeuds(tete(client, adresse)))
        assert genre in {noeud["@type"] for noeud in dits}, adresse
        assert [faute for noeud in dits for faute in fautes(noeud)] == [], adresse


def test_le_fil_d_ariane_finit_par_l_evenement(client: Client) -> None:
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create()
    dits = noeuds(tete(client, f"{agenda.url}{evenement.slug}/"))
    (fil,) = [noeud for noeud in dits if noeud["@type"] == "BreadcrumbList"]
    noms = [element["name"] for element in fil["itemListElement"]]
    assert noms == ["Accueil", agenda.title, evenement.titre]


@pytest.mark.parametrize(
    ("noeud", "attendu"),
    [
        ({"@type": "Person", "name": "X"}, "unknown type Person"),
        ({"@type": "WebPage", "url": "u", "name": "n", "inLanguage": "fr", "auteur": "x"}, "WebPage.auteur: unknown"),
        ({"@type": "Event", "name": "x"}, "Event.startDate: missing"),
        ({"@type": "Offer", "price": ""}, "Offer.price: empty"),
    ],
)
def test_une_faute_de_schema_org_est_vue(noeud: dict[str, Any], attendu: str) -> None:
    assert any(attendu in faute for faute in fautes(noeud))


def test_la_tete_ne_coute_qu_une_question_de_plus_pour_une_parole(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    temoignage = un_temoignage(MOTS)
    client.get(temoignage.url)
    with django_assert_max_num_queries(9):
        client.get(temoignage.url)
