"""The stock site beside ours: what `wagtail start` gives, with the words and images of some of our pages.

Its settings, middlewares and addresses are untouched; `origine/` holds what a beginner writes next: one page type, its
template, a menu made of the children of the home page. What our pages compute (words of the wall, events, counts) is
plain text there: the comparison flatters it.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

from bs4 import BeautifulSoup, Tag

from .serveurs import Site, environnement, lire

SOURCES = Path(__file__).with_name("origine")
BLOCS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "dt", "dd", "summary", "figcaption", "img")
GARDEES = {"a": ("href",), "strong": (), "em": (), "b": (), "i": ()}
REGLAGES = 'SECRET_KEY = "banc"\nALLOWED_HOSTS = ["127.0.0.1"]\n'


def batir(dossier: Path, adresse: str, pages: Mapping[str, str]) -> Site:
    """Return the stock site, made in an empty folder from the pages of ours: their address there, by ours.

    Args:
        dossier: where it is made.
        adresse: where our site answers.
        pages: the slug there (empty: the home page) by path here.
    """
    dossier.mkdir()
    Site(dossier, "", environnement("")).lancer("-m", "wagtail.bin.wagtail", "start", "origine", str(dossier))
    shutil.copytree(SOURCES, dossier, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (dossier / "origine" / "settings" / "local.py").write_text(REGLAGES)
    site = Site(dossier, "origine.wsgi", environnement("origine.settings.production"))
    (dossier / "contenu.json").write_text(json.dumps(contenu(dossier, adresse, pages)))
    for commande in (
        ["manage.py", "makemigrations", "home"],
        ["manage.py", "migrate"],
        ["manage.py", "collectstatic", "--no-input"],
        ["remplir.py", "contenu.json"],
    ):
        site.lancer(*commande)
    return site


def contenu(dossier: Path, adresse: str, pages: Mapping[str, str]) -> dict[str, Any]:
    """Return what the stock site is filled with: what is read at these addresses of ours."""
    soupes = {slug: BeautifulSoup(lire(adresse + chemin), "html.parser") for chemin, slug in pages.items()}
    premiere = next(iter(soupes.values()))
    return {
        "menu": [_texte(lien) for lien in premiere.select("header nav li a")],
        "pied": [_texte(lien) for lien in premiere.select("footer nav li a")],
        "pages": [
            {"slug": slug, "titre": _texte(soupe.h1), "blocs": list(blocs(soupe, dossier, adresse))}
            for slug, soupe in soupes.items()
        ],
    }


def blocs(soupe: BeautifulSoup, dossier: Path, adresse: str) -> Iterator[tuple[str, str]]:
    """Yield the blocks of the main part of a page: headings, paragraphs of rich text, images; each word once."""
    paragraphe: list[str] = []
    for element in soupe.select("main " + ", main ".join(BLOCS)):
        if element.name == "h1" or element.find_parent(BLOCS):
            continue
        if element.name in {"h2", "h3", "h4", "img"} and paragraphe:
            yield "paragraph", "".join(paragraphe)
            paragraphe.clear()
        if element.name == "img":
            yield "image", str(_image(dossier, urljoin(adresse, str(element["src"]))))
        elif element.name in {"h2", "h3", "h4"}:
            yield "heading", _texte(element)
        elif element.name == "blockquote":
            paragraphe.append(f"<blockquote>{_riche(element)}</blockquote>")
        else:
            paragraphe.append(f"<p>{_riche(element)}</p>")
    if paragraphe:
        yield "paragraph", "".join(paragraphe)


def _texte(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def _riche(element: Tag) -> str:
    """Return the words of an element with its links and emphasis, nothing else."""
    parts = []
    for enfant in element.children:
        if not isinstance(enfant, Tag):
            parts.append(escape(str(enfant)))
        elif enfant.name in GARDEES:
            attributs = "".join(f' {nom}="{escape(str(enfant.get(nom, "")))}"' for nom in GARDEES[enfant.name])
            parts.append(f"<{enfant.name}{attributs}>{_riche(enfant)}</{enfant.name}>")
        else:
            parts.append(_riche(enfant))
    return " ".join("".join(parts).split())


def _image(dossier: Path, adresse: str) -> Path:
    fichier = dossier / adresse.rsplit("/", 1)[-1]
    with urlopen(adresse, timeout=30) as reponse:  # noqa: S310 - our own server
        fichier.write_bytes(reponse.read())
    return fichier
