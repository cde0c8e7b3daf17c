"""Nothing inline in the public pages and nothing from elsewhere in any: the content policy would refuse it."""

import re
from collections.abc import Iterator

import pytest

from .arbre import APPLICATIONS, RACINE, court, gabarits

# Django's own marks are taken out first: they may hold quotes and angle brackets.
MARQUES = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
EN_LIGNE = {
    "inline style": re.compile(r"<style\b|<[^>]*\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(
        r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|javascript:", re.IGNORECASE
    ),
    "inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "data: address": re.compile(r"=\s*[\"']?data:", re.IGNORECASE),
}
AILLEURS = {
    "loaded from elsewhere": re.compile(
        r"<(?:script|img|iframe|source|audio|video|embed|track|form|use)\b[^>]*\s(?:src|srcset|poster|href|action)="
        r"[\"']?\s*(?:https?:)?//|<link\b(?![^>]*rel=[\"']?(?:canonical|alternate))[^>]*href=[\"']?(?:https?:)?//",
        re.IGNORECASE,
    ),
}
INTERDITS_HTML = EN_LIGNE | AILLEURS
INTERDITS_CSS = {
    "address elsewhere or inline": re.compile(r"(?:url\(|@import)\s*[\"']?(?:data:|https?:|//)", re.IGNORECASE)
}


def fautes(texte: str, interdits: dict[str, re.Pattern[str]]) -> Iterator[str]:
    """Yield the names of what `texte` holds and should not."""
    nettoye = MARQUES.sub("", texte)
    yield from (nom for nom, motif in interdits.items() if motif.search(nettoye))


def html(*, public: bool) -> dict[str, str]:
    """Return the text of our pages by path; those of the admin stand in a folder `admin`, or in Wagtail's own."""
    return {
        court(chemin): chemin.read_text()
        for nom, chemin in gabarits().items()
        if chemin.suffix in {".html", ".svg"} and public is not bool({"admin", "wagtailadmin"} & set(nom.split("/")))
    }


def test_les_gabarits_publics_n_ont_rien_en_ligne_ni_d_ailleurs() -> None:
    assert [(nom, faute) for nom, texte in html(public=True).items() for faute in fautes(texte, INTERDITS_HTML)] == []


def test_les_gabarits_de_l_administration_ne_chargent_rien_d_ailleurs() -> None:
    assert [(nom, faute) for nom, texte in html(public=False).items() for faute in fautes(texte, AILLEURS)] == []


def test_les_feuilles_de_style_ne_chargent_rien_d_ailleurs() -> None:
    feuilles = [chemin for nom in APPLICATIONS for chemin in (RACINE / nom).rglob("static/**/*.css")]
    assert [(court(f), faute) for f in feuilles for faute in fautes(f.read_text(), INTERDITS_CSS)] == []


@pytest.mark.parametrize(
    "texte",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">',
        '<a {% if a > b %}class="c"{% endif %} onclick="x()">',
        '<img src="data:image/png;base64,AA">',
        '<img src="https://ailleurs.example/a.png">',
        '<link rel="stylesheet" href="//ailleurs.example/a.css">',
    ],
)
def test_une_faute_est_vue(texte: str) -> None:
    assert list(fautes(texte, INTERDITS_HTML))


@pytest.mark.parametrize(
    "texte",
    [
        '<script type="module" src="{% static \'js/a.js\' %}"></script>',
        '<a href="https://ailleurs.example/">ailleurs</a>',
        '<link rel="canonical" href="https://ici.example/">',
        '<p class="style=1">une phrase = une idée</p>',
    ],
)
def test_ce_qui_est_permis_passe(texte: str) -> None:
    assert list(fautes(texte, INTERDITS_HTML)) == []
