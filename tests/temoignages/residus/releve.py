"""Everything that exists at one moment of the journey, gathered without believing anyone: where do words stand?"""

import html
import io
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pikepdf
from django.apps import apps
from django.conf import settings
from django.db import connections
from django.test import Client
from django.urls import URLResolver, get_resolver
from wagtail.models import Page

from temoignages.models import Temoignage
from temoignages.residus.morceaux import Morceau
from temoignages.residus.mots import mots
from temoignages.residus.surfaces import inconnues, lire_tout
from temoignages.residus.tables import tables
from tests.pages.sorties.lecteur import autour, entendre

NON_PUBLIQUES = ("admin/",)
BUREAU = (
    "/admin/",
    "/admin/paroles/",
    "/admin/paroles/traductions/",
    "/admin/reports/site-history/",
    "/admin/choisir_temoignage/",
)
ADRESSE_FIXE = re.compile(r"[\w/.-]*")  # no argument, no pattern
LIEN = re.compile(r'href="(/[^"#]*)"')
# Copies that the suite makes of its databases before the first test; SQLite's shared memory holds no page.
TOUTES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
HORS_SITE = re.compile(r"copie-.*|.*-shm")


class Residu(AssertionError):
    """Words stand where they must not, or something exists that the enumeration does not know."""

    def __init__(self, etape: str, surfaces: set[str]) -> None:
        super().__init__(f"{etape}: {sorted(surfaces)}")
        self.surfaces = surfaces


def releve(journal: io.StringIO) -> Iterator[Morceau]:
    """Yield all that the search enumerates, then what it cannot see: names, logs, answers."""
    yield from lire_tout()
    yield from _noms()
    yield Morceau("journal", "", journal.getvalue())
    yield from reponses()


def ou(passages: Iterable[str], morceaux: Iterable[Morceau]) -> dict[str, set[str]]:
    """Return, for each passage, the surfaces where its words stand one after the other."""
    cherches = {passage: " ".join(mots(passage)) for passage in passages}
    trouves: dict[str, set[str]] = {passage: set() for passage in passages}
    for morceau in morceaux:
        plat = " ".join(mots(morceau.texte))
        for passage, cherche in cherches.items():
            if cherche in plat:
                trouves[passage].add(morceau.surface)
    return trouves


def ou_en_octets(passages: Iterable[str]) -> dict[str, set[str]]:
    """Return the same for the bytes of every file of the data folder, whatever wrote it: no decoding, no regrouping."""
    trouves: dict[str, set[str]] = {passage: set() for passage in passages}
    for fichier in Path(settings.VAR).rglob("*"):
        if not fichier.is_file() or HORS_SITE.fullmatch(fichier.name):
            continue
        octets = fichier.read_bytes()
        genre = "base" if ".sqlite3" in fichier.name else "fichier"
        for passage, surfaces in trouves.items():
            if any(passage.encode(encodage) in octets for encodage in ("utf-8", "utf-16-le")):
                surfaces.add(f"octets bruts:{genre}")
    return trouves


def exiger(etape: str, passages: dict[str, set[str]], journal: io.StringIO) -> None:
    """Raise `Residu` when a passage stands outside the surfaces it may stand in, or when a surface is unknown."""
    etrangeres = {surface for surface in inconnues() if not surface.startswith("journal _pytest.")} | absentes()
    if etrangeres:
        raise Residu(f"{etape}, surfaces inconnues", etrangeres)
    trouves, bruts = ou(passages, releve(journal)), ou_en_octets(passages)
    fautives = {
        surface for passage, permises in passages.items() for surface in (trouves[passage] | bruts[passage]) - permises
    }
    if fautives:
        raise Residu(etape, fautives)


def absentes() -> set[str]:
    """Return the tables that SQLite says it has and that the enumeration does not list."""
    manquantes = set()
    for alias in connections:
        with connections[alias].cursor() as curseur:
            curseur.execute(TOUTES)
            noms = {nom for (nom,) in curseur.fetchall()} - set(tables(alias))
        manquantes |= {f"table {alias}.{nom}" for nom in noms}
    return manquantes


def reponses() -> Iterator[Morceau]:
    """Yield the answers of every public address: of the URL table, of the pages, and the links found on the way."""
    visiteur = Client()
    attente = [*adresses_fixes(get_resolver()), *filter(None, (page.url for page in Page.objects.live()))]
    attente += [f"{langue}/paroles/{t}/" for langue in ("", "/en") for t in Temoignage.objects.all()]
    vues: set[str] = set()
    while attente:
        adresse = attente.pop()
        if adresse in vues or adresse.startswith(("/static/", "/media/", "/admin/")):
            continue
        vues.add(adresse)
        reponse = visiteur.get(adresse)
        source = lisible(b"".join(reponse) if reponse.streaming else reponse.content)
        yield Morceau("http", adresse, source)
        yield Morceau("entetes", adresse, str(reponse.headers))
        attente += [html.unescape(lien) for lien in LIEN.findall(source)]


def lisible(octets: bytes) -> str:
    """Return the words of an answer: those of a PDF are read as a screen reader says them, with its edges."""
    if not octets.startswith(b"%PDF-"):
        return octets.decode()
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        return " ".join([entendre(pdf), *autour(pdf), str(pdf.docinfo), str(pdf.open_metadata())])


def adresses_fixes(table: URLResolver, prefixe: str = "") -> Iterator[str]:
    """Yield the addresses of the URL table that take no argument, the admin's excepted."""
    for entree in table.url_patterns:
        route = prefixe + str(entree.pattern)
        if route.startswith(NON_PUBLIQUES) or not ADRESSE_FIXE.fullmatch(route):
            continue
        if isinstance(entree, URLResolver):
            yield from adresses_fixes(entree, route)
        else:
            yield f"/{route}"


def au_bureau(client: Client) -> Iterator[Morceau]:
    """Yield what the staff's own screens show: queue, history, chooser, and every page's form and history."""
    pages = [
        f"/admin/pages/{pk}/{ecran}/"
        for pk in Page.objects.values_list("pk", flat=True)
        for ecran in ("edit", "history")
    ]
    for adresse in (*BUREAU, *pages):
        reponse = client.get(adresse, follow=True)
        if not reponse.streaming:
            yield Morceau("bureau", adresse, reponse.content.decode())


@contextmanager
def ecouter() -> Iterator[io.StringIO]:
    """Gather what every logger writes at its most talkative; those that the settings hold down stay so."""
    ecrit = io.StringIO()
    sortie = logging.StreamHandler(ecrit)
    regles: Any = settings.LOGGING["loggers"]
    racine = logging.getLogger()
    journaux = [racine, *(logging.getLogger(nom) for nom in logging.root.manager.loggerDict if nom not in regles)]
    with ExitStack() as pile:
        for journal in journaux:
            pile.callback(journal.setLevel, journal.level)
            journal.setLevel(logging.DEBUG)
            if journal is racine or not journal.propagate:
                journal.addHandler(sortie)
                pile.callback(journal.removeHandler, sortie)
        yield ecrit


def _noms() -> Iterator[Morceau]:
    """Yield what every row calls itself: it ends in logs, messages, screens and reports."""
    for modele in apps.get_models():
        for objet in modele._default_manager.all():
            yield Morceau("noms d’objets", modele.__name__, f"{objet} {objet!r}")
