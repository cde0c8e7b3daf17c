"""Nobody follows readers: over the whole map of the site, no cookie, nothing from elsewhere, nothing kept."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as PageWagtail

from temoignages.etats import Portee
from temoignages.models import Temoignage
from tests.pages.partager.vocabulaire import fautes, noeuds, personnes

from .gestes import Ouvrir

pytestmark = pytest.mark.usefixtures("demo")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# What a browser asks for by itself when it reads a page.
DEMANDES = re.compile(
    r"<(?:img|script|iframe|source|audio|video|embed|track|object|input|use)\b[^>]*?\s"
    r"(?:src|srcset|poster|data|href)\s*=\s*[\"']([^\"']+)|"
    r"<link\b(?![^>]*rel=[\"'](?:canonical|alternate)[\"'])[^>]*?href=[\"']([^\"']+)",
    re.IGNORECASE,
)
DANS_UNE_FEUILLE = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)")
# Kinds of pages that say nothing of themselves elsewhere: robots may not list them.
SANS_IMAGE: set[type[PageWagtail]] = set()
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


def plan(client: Client) -> Iterator[str]:
    """Yield the path of every address of the map, in each language, and a few testimonies, which are not on it."""
    for liste in _adresses(client, "/sitemap.xml"):
        yield from _adresses(client, liste)
    for temoignage in (*Temoignage.objects.publies()[:4], *Temoignage.objects.autorises(Portee.RESEAUX)[:4]):
        yield temoignage.url


def _adresses(client: Client, adresse: str) -> list[str]:
    racine = ET.fromstring(client.get(adresse).content)  # noqa: S314 - our own answer
    return [urlsplit(loc.text or "").path for loc in racine.iter(LOC)]


def demandes(contenu: str) -> Iterator[str]:
    """Yield the addresses that a page has a browser ask for."""
    for trouvees in DEMANDES.findall(contenu):
        for morceau in html.unescape("".join(trouvees)).split(","):
            if adresse := morceau.strip().split(" ")[0]:
                yield adresse


def se_presente(adresse: str, contenu: str) -> None:
    """Refuse a page that says of itself nothing, something empty, something else than where it is, or somebody."""
    dites = dict(META.findall(contenu))
    assert {"og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:locale"} <= set(dites), adresse
    assert all(dites.values()), adresse
    assert re.findall(r'<link rel="canonical" href="([^"]+)">', contenu) == [dites["og:url"]], adresse
    assert urlsplit(html.unescape(dites["og:url"])).path == adresse
    assert urlsplit(dites["og:image"]).netloc == urlsplit(dites["og:url"]).netloc, adresse
    for noeud in noeuds(contenu):
        assert [*fautes(noeud)] == [], adresse
        assert personnes(noeud) == set(), adresse


def test_sur_tout_le_plan_du_site_aucun_temoin_et_rien_d_ailleurs() -> None:
    client = Client()
    adresses = list(plan(client))
    assert len(adresses) > 150
    assert {"/", "/confidentialite/", "/en/confidentialite/", "/agenda/", "/temoignages/"} <= set(adresses)
    feuilles: set[str] = set()
    for adresse in adresses:
        reponse = client.get(adresse)
        assert reponse.status_code == 200, adresse
        assert not reponse.cookies, adresse
        contenu = reponse.content.decode()
        voulues = list(demandes(contenu))
        assert voulues, adresse
        ailleurs = [voulue for voulue in voulues if urlsplit(voulue).netloc or urlsplit(voulue).scheme]
        assert ailleurs == [], adresse
        se_presente(adresse, contenu)
        feuilles |= {voulue for voulue in voulues if voulue.endswith(".css")}
    assert [f for f in feuilles if any(urlsplit(appel).netloc for appel in DANS_UNE_FEUILLE.findall(_lire(f)))] == []


def _lire(feuille: str) -> str:
    """Return a stylesheet by its address."""
    fichier = finders.find(feuille.removeprefix(settings.STATIC_URL))
    assert fichier, feuille
    return Path(fichier).read_text()


@pytest.mark.parametrize(
    "contenu",
    [
        '<img alt="" src="https://ailleurs.example/a.png">',
        '<script src="//ailleurs.example/a.js"></script>',
        '<img srcset="/a.png 1x, https://ailleurs.example/b.png 2x">',
        '<link rel="stylesheet" href="https://ailleurs.example/a.css">',
        '<video poster="https://ailleurs.example/a.jpg"></video>',
    ],
)
def test_ce_qu_une_page_demanderait_ailleurs_est_vu(contenu: str) -> None:
    assert [voulue for voulue in demandes(contenu) if urlsplit(voulue).netloc]


@pytest.mark.parametrize(
    "noeud",
    [
        {"@type": "Person", "name": "Odile"},
        {"@type": "WebPage", "isPartOf": {"@type": "Event", "organizer": [{"@type": ["Person"], "name": "Odile"}]}},
        {"@type": "WebPage", "about": {"@type": "https://schema.org/Person"}},
        {"@type": "Article", "isPartOf": {"@type": "Article", "creator": "Odile"}},
        {"@type": "Article", "publisher": {"@type": "Organization", "familyName": "Lavoie"}},
    ],
)
def test_quelqu_un_de_nomme_est_vu_a_toute_profondeur(noeud: dict[str, Any]) -> None:
    assert personnes(noeud)


def test_un_mot_d_une_phrase_n_est_pas_quelqu_un() -> None:
    assert (
        personnes({"@type": "WebPage", "name": "Person and creator", "publisher": {"@type": "Organization"}}) == set()
    )


def test_une_image_par_sorte_de_page_repond() -> None:
    client = Client()
    par_genre = {page.specific_class: page for page in PageWagtail.objects.live().public().filter(depth__gt=1)}
    sans_image = set()
    for genre, page in par_genre.items():
        contenu = client.get(page.url).content.decode()
        image = dict(META.findall(contenu)).get("og:image")
        if image is None:
            sans_image.add(genre)
            continue
        reponse = client.get(urlsplit(image).path)
        assert (reponse.status_code, reponse["Content-Type"]) == (200, "image/png"), page.url
        assert len(reponse.content) < 300_000
    assert sans_image == SANS_IMAGE
    assert len(par_genre) - len(sans_image) > 10


def test_dans_un_navigateur_une_page_de_chaque_sorte_ne_garde_rien(ouvrir: Ouvrir, live_server: LiveServer) -> None:
    page = ouvrir()
    demandees: list[str] = []
    page.on("request", lambda requete: demandees.append(requete.url))
    par_genre = {genre.specific_class: genre.url for genre in PageWagtail.objects.live().public().filter(depth__gt=1)}
    paroles = [parole.url for parole in Temoignage.objects.autorises(Portee.RESEAUX)[:1]]
    for adresse in [*par_genre.values(), *paroles, "/confidentialite/", "/fils/", "/temoigner/"]:
        reponse = page.goto(adresse)
        assert reponse is not None
        if not (reponse.headers.get("content-type") or "").startswith("text/html"):
            continue
        assert page.context.cookies() == [], adresse
        assert page.evaluate("document.cookie") == "", adresse
        assert page.evaluate("localStorage.length") == 0, adresse
        assert page.evaluate("sessionStorage.length") == 0, adresse
    hote = urlsplit(live_server.url).netloc
    assert {urlsplit(url).netloc for url in demandees if urlsplit(url).scheme.startswith("http")} == {hote}


def test_le_partage_se_fait_sans_javascript_et_sans_rien_demander(page_sans_js: Page) -> None:
    page_sans_js.goto("/journee/2026/")
    zone = page_sans_js.locator(".partager")
    assert zone.get_by_role("button").count() == 0
    assert zone.get_by_role("link").count() == 5
    page_sans_js.emulate_media(media="print")
    assert not zone.is_visible()


def test_un_bouton_copie_l_adresse_de_la_page(ouvrir: Ouvrir) -> None:
    page = ouvrir(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/journee/2026/")
    demandees: list[str] = []
    page.on("request", lambda requete: demandees.append(requete.url))
    page.get_by_role("button", name="Copier l’adresse").click()
    page.get_by_text("Adresse copiée").wait_for()
    assert [url for url in demandees if not url.endswith("/marque.svg")] == []  # the icon, which may come late
    page.goto("/recherche/")  # where it can be pasted: no script of ours may read what was copied
    champ = page.get_by_role("searchbox")
    champ.focus()
    page.keyboard.press("Control+V")
    expect(champ).to_have_value(re.compile("/journee/2026/$"))


def test_l_image_d_une_parole_se_telecharge_avec_son_texte(ouvrir: Ouvrir) -> None:
    page = ouvrir()
    parole = Temoignage.objects.publies().filter(avertissement="", pk__in=Temoignage.objects.autorises(Portee.RESEAUX))
    choisie = parole.first()
    assert choisie is not None
    page.goto(choisie.url)
    texte = page.get_by_label("Texte à coller avec l’image").input_value()
    assert choisie.attribution_texte in texte
    with page.expect_download() as attendu:
        page.get_by_role("link", name="Télécharger l’image").click()
    assert attendu.value.suggested_filename == "parole.png"
