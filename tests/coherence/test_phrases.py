"""What people read goes through gettext, in whole sentences: a text outside it, or glued from pieces, stays French."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from django.template.base import Lexer, TokenType

from tests.catalogue.extraction import MOTS_CLES

from .arbre import court, gabarits, sources_python

# The same in both languages: numbers and names of lines, formats, units.
INVARIABLES: Final = {"1 866 APPELLE", "Info-Social 811", "suicide.ca", "(PDF", "(ZIP", "Aa", "LUFS", "calendrier.ics"}
# Read by machines; and a transcript has the marks of its own language.
GABARITS_A_PART: Final = {"site_campagne/robots.txt", "medias/transcription.html"}
# Django's own admin, which alone shows these, is not installed; no form has the rows of the safe or of a register.
MODULES_A_PART: Final = re.compile(r"/apps\.py$|/management/|^temoignages/(?:coffre|models)/")
# Marks around what the template shows: « », and the space before a colon, are French.
PONCTUATION: Final = re.compile(r"[«»]|[ \u00a0]:")
LETTRES: Final = re.compile(r"[^\W\d_]{2,}")
ATTRIBUTS: Final = re.compile(r'\b(?:alt|title|aria-label|placeholder|label)="([^"]*)"')
BALISE: Final = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
# What an attribute of a model, a block or a form says to people.
DITS: Final = {"verbose_name", "verbose_name_plural", "help_text", "label", "heading", "empty_label"}
REFUS: Final = {"ValidationError"}
MESSAGES: Final = {"success", "error", "warning", "info"}


def hors_balises(source: str) -> str:
    """Return what a template writes itself: neither its tags, nor what they translate."""
    ecrit, traduit, cache = [], False, False
    for jeton in Lexer(source).tokenize():
        mot = jeton.contents.split(maxsplit=1)[0] if jeton.token_type == TokenType.BLOCK else ""
        traduit = mot == "blocktranslate" or (traduit and mot != "endblocktranslate")
        cache = mot == "comment" or (cache and mot != "endcomment")
        if jeton.token_type == TokenType.TEXT and not traduit and not cache:
            ecrit.append(jeton.contents)
        elif jeton.token_type == TokenType.VAR:
            ecrit.append("0")
    return "".join(ecrit)


def textes(source: str) -> Iterator[str]:
    """Yield the texts of a template, and the marks, that a person would read in French whatever the language."""
    ecrit = hors_balises(source)
    visibles = [*BALISE.sub("\n", ecrit).splitlines(), *ATTRIBUTS.findall(ecrit)]
    for visible in visibles:
        texte = visible.replace("&nbsp;", " ").replace("\u00a0", " ").strip().rstrip(",")
        for invariable in INVARIABLES:
            texte = texte.replace(invariable, "")
        if LETTRES.search(texte) or PONCTUATION.search(texte):
            yield texte


def nom_appele(noeud: ast.Call) -> str:
    """Return the last name of what is called."""
    return noeud.func.attr if isinstance(noeud.func, ast.Attribute) else getattr(noeud.func, "id", "")


def est_dit(noeud: ast.AST) -> bool:
    """Say whether an expression is words written in the code, outside gettext."""
    if isinstance(noeud, ast.JoinedStr):
        return any(isinstance(part, ast.Constant) and LETTRES.search(str(part.value)) for part in noeud.values)
    return isinstance(noeud, ast.Constant) and isinstance(noeud.value, str) and bool(LETTRES.search(noeud.value))


def fautes(source: str) -> Iterator[str]:
    """Yield the lines of Python where words for people do not go through gettext, or go in pieces."""
    for noeud in ast.walk(ast.parse(source)):
        if isinstance(noeud, ast.keyword) and noeud.arg in DITS and est_dit(noeud.value):
            yield f"{noeud.value.lineno}: {noeud.arg}"
        elif isinstance(noeud, ast.Assign) and est_dit(noeud.value):
            if {cible.id for cible in noeud.targets if isinstance(cible, ast.Name)} & DITS:
                yield f"{noeud.lineno}: assigned"
        elif isinstance(noeud, ast.Call):
            nom = nom_appele(noeud)
            if nom in MOTS_CLES and any(not _est_constante(argument) for argument in noeud.args[:1]):
                yield f"{noeud.lineno}: pieces in {nom}"
            elif any(map(est_dit, noeud.args[:1] if nom in REFUS else noeud.args[1:2] if nom in MESSAGES else ())):
                yield f"{noeud.lineno}: {nom}"


def _est_constante(noeud: ast.AST) -> bool:
    # A name or an attribute is a sentence that stands in the catalogue by another way.
    return isinstance(noeud, ast.Constant | ast.Name | ast.Attribute | ast.Subscript | ast.Starred)


def noms_importes(source: str) -> set[str]:
    """Return the names under which a module knows gettext."""
    return {
        importe.asname or importe.name
        for noeud in ast.walk(ast.parse(source))
        if isinstance(noeud, ast.ImportFrom) and noeud.module == "django.utils.translation"
        for importe in noeud.names
        if "gettext" in importe.name
    }


def test_aucun_texte_de_gabarit_hors_traduction() -> None:
    trouves = {
        nom: list(textes(chemin.read_text())) for nom, chemin in gabarits().items() if nom not in GABARITS_A_PART
    }
    assert {nom: dits for nom, dits in trouves.items() if dits} == {}


def test_aucun_texte_de_python_hors_traduction() -> None:
    trouves = {court(chemin): list(fautes(chemin.read_text())) for chemin in sources_python()}
    assert {nom: lignes for nom, lignes in trouves.items() if lignes and not MODULES_A_PART.search(nom)} == {}


def test_l_extraction_connait_chaque_nom_de_gettext() -> None:
    noms = {nom for chemin in sources_python() for nom in noms_importes(chemin.read_text())}
    assert noms - set(MOTS_CLES) == set()


def test_un_texte_hors_traduction_est_vu() -> None:
    assert list(textes('{% load i18n %}<p title="Lire tout">Un mot {{ x }} : {% translate "oui" %}</p>')) == [
        "Un mot 0 :",
        "Lire tout",
    ]
    assert list(textes("<p>{% blocktranslate %}Un mot{% endblocktranslate %} {# Non #}{{ x }} 1 866 APPELLE</p>")) == []


def test_une_phrase_en_morceaux_est_vue() -> None:
    source = (
        'class Meta:\n    verbose_name = "page"\nx = Champ(label="Nom", help_text=_("Un nom"))\n'
        '_(f"en {x}")\n_("en " + x)\n_(LIBELLE)\nraise ValidationError("Non")\n'
        'messages.success(requete, f"Fait : {x}")\n'
    )
    assert sorted(faute.partition(": ")[2] for faute in fautes(source)) == [
        "ValidationError",
        "assigned",
        "label",
        "pieces in _",
        "pieces in _",
        "success",
    ]
