"""One address, one language; what is not translated says so, and nothing of it shows before it is public."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html

from pages.langues import de_la_langue
from pages.models import AccueilPage, AgendaPage, VarianteRegionale
from pages.publication import porte
from pages.publication.regles.liens import mene_quelque_part

from ..fabriques.evenements import AgendaPageFactory
from ..fabriques.pages import ContenuPageFactory, publier
from ..fabriques.presse import SalleDePressePageFactory, un_communique

pytestmark = pytest.mark.django_db


def traduite(page: Any, titre: str, *, publique: bool = True) -> Any:
    """Return the English twin of a page, as its approval would leave it."""
    with porte.ouvrir("essai"):
        jumelle = page.copy_for_translation(Locale.objects.get(language_code="en"))
        jumelle.title, jumelle.slug, jumelle.live = titre, re.sub(r"\W+", "-", titre.lower()), publique
        jumelle.save()
    return jumelle


@pytest.fixture
def accueil(db: None) -> Any:
    """Return the French home page."""
    return AccueilPage.objects.get()


def alternatives(client: Client, adresse: str) -> dict[str, str]:
    """Return what a page says of its other languages to search engines."""
    html = client.get(adresse).content.decode()
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))


def bascule(client: Client, adresse: str) -> str:
    """Return the link to the other language."""
    html = client.get(adresse).content.decode()
    trouve = re.search(r'<p class="bascule">(.*?)</p>', html, re.DOTALL)
    return trouve[1] if trouve else ""


def test_la_langue_vient_de_l_adresse_seule(accueil: Any, client: Client) -> None:
    reponse = client.get("/", headers={"accept-language": "en"})
    assert '<html lang="fr-CA">' in reponse.content.decode()
    assert reponse.headers["Content-Language"] == "fr"
    assert "Accept-Language" not in reponse.headers.get("Vary", "")
    assert not reponse.cookies
    assert '<html lang="en-CA">' in client.get("/en/recherche/").content.decode()


def test_une_reponse_en_anglais_ne_deteint_pas_sur_la_suivante(accueil: Any, client: Client) -> None:
    client.get("/en/recherche/")
    assert '<html lang="fr-CA">' in client.get("/recherche/").content.decode()


def test_sans_accueil_anglais_l_adresse_mene_au_francais(accueil: Any, client: Client) -> None:
    reponse = client.get("/en/")
    assert (reponse.status_code, reponse.headers["Location"]) == (302, "/")
    assert alternatives(client, "/") == {}
    assert not bascule(client, "/")


def test_un_brouillon_de_traduction_ne_se_voit_nulle_part(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home", publique=False)
    assert client.get("/en/").status_code == 302
    assert alternatives(client, "/") == {}


def test_deux_pages_jumelles_se_nomment_l_une_l_autre(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    page = ContenuPageFactory.create(parent=accueil, title="Qui nous sommes", slug="qui-nous-sommes")
    jumelle = traduite(page, "Who we are")
    attendues = {"fr-CA": "http://localhost/qui-nous-sommes/", "en-CA": "http://localhost/en/who-we-are/"}
    assert alternatives(client, page.url) == alternatives(client, jumelle.url) == attendues
    assert 'href="/en/who-we-are/"' in bascule(client, page.url)
    assert 'href="/qui-nous-sommes/"' in bascule(client, jumelle.url)


def test_une_page_non_traduite_le_dit_et_mene_a_l_accueil(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    page = ContenuPageFactory.create(parent=accueil, title="Qui nous sommes", slug="qui-nous-sommes")
    assert alternatives(client, page.url) == {}
    lien = bascule(client, page.url)
    assert 'href="/en/"' in lien
    assert 'lang="en-CA"' in lien
    assert "bascule__excuse" in lien
    assert client.get("/en/qui-nous-sommes/").status_code == 404


def test_la_version_d_une_region_ne_mene_qu_a_celle_que_la_jumelle_a(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    traduite(SalleDePressePageFactory.create(), "News")
    communique = un_communique()
    communique.variantes = [VarianteRegionale(region=code, paragraphe="deux tables.") for code in ("05", "13")]
    communique = publier(communique)
    jumelle = traduite(communique, "A door")
    jumelle.variantes.get(region="13").delete()

    assert alternatives(client, f"{communique.url}region/05/")["en-CA"] == f"http://localhost{jumelle.url}region/05/"
    assert f'href="{jumelle.url}region/05/"' in bascule(client, f"{communique.url}region/05/")
    assert alternatives(client, f"{communique.url}region/13/") == {}
    lien = bascule(client, f"{communique.url}region/13/")
    assert f'href="{jumelle.url}"' in lien
    assert "there is none for this region" in lien
    assert client.get(f"{jumelle.url}region/13/").status_code == 404


def test_une_vue_a_ses_deux_adresses(accueil: Any, client: Client) -> None:
    assert alternatives(client, "/recherche/") == alternatives(client, "/en/recherche/")
    assert alternatives(client, "/recherche/")["en-CA"] == "http://localhost/en/recherche/"


@pytest.mark.parametrize("adresse", ["/nulle-part/", "/en/nowhere/", "/partage/un-jeton-perdu/"])
def test_une_adresse_qui_ne_repond_pas_n_a_pas_de_jumelle(accueil: Any, client: Client, adresse: str) -> None:
    traduite(accueil, "Home")
    assert alternatives(client, adresse) == {}
    assert adresse.strip("/").rpartition("/")[2] not in bascule(client, adresse)


def test_un_lien_de_partage_n_est_repete_nulle_part(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    assert "un-jeton-perdu" not in client.get("/partage/un-jeton-perdu/").content.decode()


def test_le_menu_est_celui_de_la_langue(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    traduite(ContenuPageFactory.create(parent=accueil, title="Le réseau", show_in_menus=True), "The network")
    assert "Le réseau" in client.get("/").content.decode()
    anglais = client.get("/en/").content.decode()
    assert "The network" in anglais
    assert "Le réseau" not in anglais


def test_ce_qui_est_unique_l_est_par_langue(accueil: Any, client: Client) -> None:
    agenda = AgendaPageFactory.create(parent=accueil)
    client.get("/en/recherche/")  # the language of this thread is English now
    assert de_la_langue(AgendaPage) == agenda
    traduite(accueil, "Home")
    jumelle = traduite(agenda, "Events")
    assert de_la_langue(AgendaPage) == jumelle
    client.get("/recherche/")
    assert de_la_langue(AgendaPage) == agenda


def test_l_espace_et_l_administration_n_ont_qu_une_adresse(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    assert client.get("/en/espace/").status_code == 404
    assert client.get("/en/admin/").status_code == 404


def test_chaque_langue_du_site_a_sa_rangee(db: None) -> None:
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"fr", "en"}


def test_un_lien_du_texte_mene_a_la_page_dans_la_langue_du_lecteur(accueil: Any, client: Client) -> None:
    traduite(accueil, "Home")
    cible = ContenuPageFactory.create(parent=accueil, title="Qui nous sommes", slug="qui-nous-sommes")
    seule = ContenuPageFactory.create(parent=accueil, title="Le réseau", slug="reseau")
    traduite(cible, "Who we are")
    html = (
        "".join(f'<a linktype="page" id="{page.pk}">ici</a>' for page in (cible, seule))
        + '<a linktype="page" id="0">ici</a>'
    )
    assert re.findall("<a[^>]*>", expand_db_html(html)) == [
        '<a href="/qui-nous-sommes/">',
        '<a href="/reseau/">',
        "<a>",
    ]
    with override("en"):
        assert re.findall("<a[^>]*>", expand_db_html(html)) == [
            '<a href="/en/who-we-are/">',
            '<a href="/reseau/" hreflang="fr-CA">',
            "<a>",
        ]


def test_les_liens_du_texte_coutent_autant_a_deux_qu_a_dix(
    accueil: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    traduite(accueil, "Home")
    pages = [ContenuPageFactory.create(parent=accueil) for _rang in range(10)]
    for page in pages[:5]:
        traduite(page, f"Page {page.pk}")
    for nombre in (2, 10):
        html = "".join(f'<a linktype="page" id="{page.pk}">ici</a>' for page in pages[:nombre])
        expand_db_html(html)  # addresses of the site are read once
        with django_assert_num_queries(2):
            expand_db_html(html)
        with override("en"), django_assert_num_queries(3):
            expand_db_html(html)


def test_un_lien_ecrit_a_la_main_est_verifie_dans_sa_langue(accueil: Any) -> None:
    traduite(accueil, "Home")
    traduite(ContenuPageFactory.create(parent=accueil, title="Le réseau", slug="reseau"), "The network")
    for adresse in ("/", "/reseau/", "/en/", "/en/the-network/", "/recherche/", "/en/recherche/", "/en/the-network"):
        assert mene_quelque_part(adresse), adresse
    for adresse in ("/the-network/", "/en/reseau/", "/en/espace/", "/reseau/flux.xml"):
        assert not mene_quelque_part(adresse), adresse
