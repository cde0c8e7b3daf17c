"""Every public address is asked for: what is kept is public, reads no table that is left out, and is in the list."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache.backends.dummy import DummyCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pytest_django import Settings
from wagtail.models import Page

from pages.models import AccueilPage
from pages.views.servir import servir
from site_campagne.fraicheur.marques import PRIVEES
from site_campagne.fraicheur.reponses import VUES, est_gardable
from tests.fabriques.balado import un_enregistrement
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.genres import genres_de_pages
from tests.fabriques.pages import ContenuPageFactory, accueil, un_temoignage_publie, une_image
from tests.fabriques.presse import une_autorisation
from tests.fabriques.temoignages import un_depot_et_son_code
from tests.pages.test_budgets import une_page_publique
from tests.pages.test_langues import traduite
from tests.publication.adresses import _routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_gardees")]
# Public addresses that no copy may stand in for, and why they are asked for each time.
JAMAIS = {
    "mesures": "the state of this instant",
    "recherche": "words that someone typed",
    "sante": "the state of this instant",
    "sante_pret": "the state of this instant",
    "temoignages:temoigner": "a one-time token",
    "temoignages:suivi": "a code",
    "vie_privee": "counts of deposits, which are written at any moment",
}
FICHIERS = {
    "derniere_version_de_document", "piste", "version_de_document", "wagtaildocs_authenticate_with_password",
    "wagtaildocs_serve",
}  # fmt: skip
FERMEES = ("admin/", "espace/", "partage/", "media/")
LUES = re.compile(r'(?:FROM|JOIN) "(\w+)"')


def motifs(entrees: Any, devant: str = "", espace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield the whole name and the pattern of each public address."""
    for entree in entrees:
        chemin = f"{devant}{str(entree.pattern).removeprefix('^')}"
        if chemin.startswith(FERMEES):
            continue
        if isinstance(entree, URLResolver):
            yield from motifs(entree.url_patterns, chemin, f"{entree.namespace}:" if entree.namespace else espace)
        else:
            yield f"{espace}{entree.name or ''}", entree


def test_chaque_adresse_publique_est_gardable_ou_dite_jamais_gardee() -> None:
    noms = {
        nom
        for nom, motif in motifs(get_resolver().url_patterns)
        if motif.callback is not servir and "RedirectView" not in getattr(motif.callback, "__qualname__", "")
    }
    wagtail = {nom for nom in noms if nom.startswith("wagtail") and nom not in FICHIERS} | {""}
    assert noms - VUES - set(JAMAIS) - FICHIERS - wagtail == set()
    assert noms >= VUES
    assert not VUES & (set(JAMAIS) | FICHIERS)


def le_monde() -> list[str]:
    """Fill the site with a public page of each type, and return the addresses to ask for."""
    une_image()
    une_autorisation()
    un_enregistrement()
    for rang, genre in enumerate(genres_de_pages()):
        une_page_publique(genre, 1, 3 * rang)
    parole = un_temoignage_publie()
    EvenementFactory.create()
    fixes = ["/", "/confidentialite/", "/accessibilite/", "/fils/", "/robots.txt", "/sitemap.xml", "/sitemap-fr-1.xml"]
    fermees = [
        "/sante/",
        "/temoigner/",
        "/temoigner/suivi/",
        "/recherche/",
        "/admin/",
        "/espace/",
        "/partage/x/",
        "/non/",
    ]
    pages = list(Page.objects.live().filter(depth__gt=1).specific())
    siennes = [f"{page.url}{suite}" for page in pages for suite in ("", "carte.png", *_routes(page))]
    return [*fixes, *fermees, parole.url, f"{parole.url}carte.png", "/en/", *siennes]


def test_ce_qui_est_garde_est_public_et_ne_lit_aucune_table_privee() -> None:
    gardees, lecteur, fautes = set(), Client(), []
    for adresse in le_monde():
        with CaptureQueriesContext(connection) as requetes:
            reponse: Any = lecteur.get(adresse)
        if "X-Accel-Expires" not in reponse:
            continue
        trouvee = resolve(adresse)
        gardees.add("page" if trouvee.func is servir else trouvee.view_name)
        lues = {table for requete in requetes for table in LUES.findall(requete["sql"])}
        if lues & PRIVEES:
            fautes.append((adresse, lues & PRIVEES))
        assert reponse.status_code == 200, adresse
        assert not reponse.cookies, adresse
        assert not {"no-store", "private"} & set(re.split(r"[,\s]+", reponse["Cache-Control"])), adresse
        assert reponse["ETag"], adresse
    assert fautes == []
    assert gardees >= (VUES - {"plan"}) | {"page"}
    assert AccueilPage in genres_de_pages()


def test_rien_d_un_depot_ni_de_son_suivi_n_est_garde(client: Client) -> None:
    _depot, code = un_depot_et_son_code()
    for reponse in (client.post("/temoigner/suivi/", {"code": code}), client.get("/temoigner/")):
        assert "X-Accel-Expires" not in reponse
        assert "no-store" in reponse["Cache-Control"]


@pytest.mark.parametrize("entete", ["no-store", "private", "max-age=60, private"])
def test_une_reponse_qui_le_demande_n_est_pas_gardee(rf: Any, entete: str) -> None:
    from django.http import HttpResponse  # noqa: PLC0415 - here alone

    requete = rf.get("/robots.txt")
    requete.resolver_match = resolve("/robots.txt")
    assert est_gardable(requete, HttpResponse("x"))
    assert not est_gardable(requete, HttpResponse("x", headers={"Cache-Control": entete}))
    assert not est_gardable(requete, HttpResponse("x", headers={"Vary": "User-Agent"}))
    avec = HttpResponse("x")
    avec.set_cookie("un", "temoin")
    assert not est_gardable(requete, avec)


def test_ce_qui_se_lit_une_fois_pour_toutes_donne_les_memes_pages(settings: Settings) -> None:
    monde = le_monde()
    traduite(accueil(), "Home")
    page = ContenuPageFactory.create()
    # A one-time token is new each time.
    adresses = [adresse for adresse in monde if not adresse.endswith("carte.png") and adresse != "/temoigner/"]
    adresses += [page.url, traduite(page, "A page").url]
    avec, sans = dict(settings.CACHES), settings.CACHES | {"pages": {"BACKEND": f"{DummyCache.__module__}.DummyCache"}}
    vues = []
    for caches in (sans, sans, sans, avec, avec):  # the first makes the files whose size pages say
        settings.CACHES = caches
        vues.append({adresse: _vue(adresse) for adresse in adresses})
    # What differs from itself says nothing here.
    stables = [adresse for adresse in adresses if vues[1][adresse] == vues[2][adresse]]
    assert len(stables) > len(adresses) * 0.9
    assert [adresse for adresse in stables if not vues[2][adresse] == vues[3][adresse] == vues[4][adresse]] == []


def _vue(adresse: str) -> tuple[int, bytes]:
    """Return what a reader gets, but for the page that says that nothing is there: it names no address."""
    reponse: Any = Client().get(adresse)
    contenu = b"".join(reponse) if reponse.streaming else reponse.content
    return reponse.status_code, b"" if reponse.status_code == 404 else contenu
