"""Every address that can be asked for: the resolver's own patterns, filled with every row and every file name."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter
from django.utils.regex_helper import normalize
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Revision

from medias.models import (
    DocumentCampagne,
    Enregistrement,
    ImageCampagne,
    Langue,
    Piste,
    RenditionCampagne,
    VersionDocument,
)
from pages.models import Evenement

# What a publication may answer at, under its own address.
SUITES = (
    "",
    "pdf/",
    "texte/",
    "flux.xml",
    "agenda.ics",
    "presse.zip",
    "region/05/",
    "region/05/texte/",
    "amp/",
    "ical/",
)
# What stands for the parameters of a page's own routes: a rank, a region, a year, a slug of nothing.
PARAMETRES = ("1", "05", "2027", "inconnu")
QUESTIONS = ("", "?q=Ébauche", "?recherche=Ébauche", "?preview=1", "?revision=1&is_preview=true", "?format=json")
COURANTES = (
    "sitemap.xml",
    "robots.txt",
    "recherche/",
    "flux.xml",
    "communiques/flux.xml",
    "api/v2/pages/",
    "agenda.ics",
)
FERMES = ("admin/", "espace/")
# The files by every number and every name, alone and under every link: most of the addresses, and the most alike.
FOULE = re.compile(r"/(?:documents/\d|partage/[^/]+/(?:documents|media)/)")
UNE_SUR = 10
TROP = 4000  # combinations for one pattern: a figure over it says that the robot must be taught


def toutes(jetons: list[str]) -> list[str]:
    """Return the addresses to ask for, those of content first; `jetons`: what could open shared links."""
    des_pages = dict(_des_pages())
    fixes = {f"/{nom}" for nom in COURANTES} | {nue for nue, suite in des_pages.items() if not suite}
    adresses = {*fixes, *des_pages, *_des_fichiers()}
    entiers, mots, connus = _entiers(), _mots(jetons), _par_nom(jetons)
    for motif, genres, est_ferme in _motifs(get_resolver().url_patterns):
        # What opens to nobody without signing in: three rows are enough to see it.
        valeurs = [connus.get(nom) or (entiers if genre == "int" else [*mots, *entiers]) for nom, genre in genres]
        combinaisons = list(zip(*valeurs, strict=False))[:3] if est_ferme and genres else list(product(*valeurs))
        assert len(combinaisons) <= TROP, motif
        adresses |= {_remplir(motif, valeurs) for valeurs in combinaisons}
        if not genres and not est_ferme:
            fixes.add(motif)
    # A question only where nothing else varies: pages, lists and searches.
    adresses |= {adresse + question for adresse in fixes for question in QUESTIONS}
    return sorted(adresses, key=lambda adresse: (adresse.startswith("/admin/"), adresse))


def echantillon(adresses: list[str]) -> list[str]:
    """Return the addresses to ask for at each run: all of them, one in ten of the crowd."""
    foule = [adresse for adresse in adresses if FOULE.match(adresse)]
    laissees = set(foule) - set(foule[::UNE_SUR])
    return [adresse for adresse in adresses if adresse not in laissees]


def _motifs(
    entrees: list[Any], devant: str = "", genres: tuple[tuple[str, str], ...] = ()
) -> Iterator[tuple[str, Any, bool]]:
    for entree in entrees:
        motif = entree.pattern
        connus = getattr(motif, "converters", {})
        expression = motif.regex.pattern.removeprefix("^").removeprefix(r"\A")
        for forme, noms in normalize(expression):
            # Named by their place: two levels may use the same name.
            suite = devant
            siens = list(genres)
            reste = forme
            for nom in noms:
                avant, reste = reste.split(f"%({nom})s", 1)
                suite += avant + "%s"
                siens.append((nom, "int" if isinstance(connus.get(nom), IntConverter) else "str"))
            suite += reste
            if isinstance(entree, URLResolver):
                yield from _motifs(entree.url_patterns, suite, tuple(siens))
            elif isinstance(entree, URLPattern):
                yield "/" + suite, siens, suite.startswith(FERMES)


def _remplir(motif: str, valeurs: tuple[str, ...]) -> str:
    return motif.replace("%s", "\0").replace("%%", "%").replace("\0", "%s") % tuple(quote(str(v)) for v in valeurs)


def _par_nom(jetons: list[str]) -> dict[str, list[str]]:
    """Return what is tried where the name of a parameter says what it is."""
    return {
        "jeton": [*jetons, "inconnu"],
        "chemin": [taille.file.name for taille in RenditionCampagne.objects.all()],
        "document_id": [str(cle) for cle in DocumentCampagne.objects.values_list("pk", flat=True)],
        "enregistrement_id": [str(cle) for cle in Enregistrement.objects.values_list("pk", flat=True)],
        "langue": [Langue.FRANCAIS.value],
        "numero": ["1", "2"],
        "dossier": ["enregistrements", "affiches"],
        "nom": _noms_de_fichiers(),
        "page_view_restriction_id": [*map(str, PageViewRestriction.objects.values_list("pk", flat=True)), "1"],
        "page_id": [str(cle) for cle in Page.objects.values_list("pk", flat=True)],
        "reste": ["pdf/", "texte/", "presse.zip/"],
    }


def _entiers() -> list[str]:
    cles: set[int] = set()
    for modele in (Page, Revision, ImageCampagne, DocumentCampagne):
        cles |= set(modele.objects.values_list("pk", flat=True))
    return [str(cle) for cle in sorted(cles, reverse=True)]


def _mots(jetons: list[str]) -> list[str]:
    slugs = Page.objects.filter(depth__gt=1).values_list("slug", flat=True)
    return [*jetons, *_noms_de_fichiers(), *slugs]


def _noms_de_fichiers() -> list[str]:
    modeles = (DocumentCampagne, VersionDocument, Enregistrement)
    return sorted({fichier.filename for modele in modeles for fichier in modele.objects.all()})


def _des_pages() -> Iterator[tuple[str, str]]:
    """Yield what is asked of each page, and what it adds to its address."""
    for page in Page.objects.filter(depth__gt=1).specific():
        adresse = page.get_latest_revision_as_object().url or page.url
        sous = [f"{sous.lstrip('/')}" for sous in _routes(page)]
        for chemin in {adresse, page.url}:
            yield from ((f"{chemin}{suite}", suite) for suite in (*SUITES, *sous))


def _routes(page: Page) -> Iterator[str]:
    """Yield what a page answers to below its address, as its type declares it; a file's name with and without « / »."""
    if not isinstance(page, RoutablePageMixin):
        return
    for route in page.get_subpage_urls():
        for forme, noms in normalize(route.pattern.regex.pattern):
            for parametre in [*PARAMETRES, *_evenements(noms)] if noms else PARAMETRES[:1]:
                suite = forme % dict.fromkeys(noms, parametre)
                yield from {suite, suite.removesuffix("/") if "." in suite else suite}


def _evenements(noms: list[str]) -> Iterator[str]:
    """Yield what names an event, where a route may show one."""
    yield from Evenement.objects.values_list("slug", flat=True) if "slug" in noms else ()


def _des_fichiers() -> Iterator[str]:
    racine = Path(settings.MEDIA_ROOT)
    for fichier in racine.rglob("*"):
        if fichier.is_file():
            nom = fichier.relative_to(racine).as_posix()
            yield f"/media/{quote(nom)}"
            yield f"/static/{quote(nom)}"
            yield f"/{quote(nom)}"
    for document in DocumentCampagne.objects.all():
        yield from (document.url, document.stable_url)
    for autre in (*VersionDocument.objects.all(), *Enregistrement.objects.all(), *Piste.objects.all()):
        yield autre.url
