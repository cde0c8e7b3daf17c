"""The apparatus of one rendering: citations become links, notes take their numbers, in the order they are read.

An `Apparat` serves once: it remembers what it has marked. Read the text first, the notes and the bibliography after.
"""

import html as html_std
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText, expand_db_html

from reseau.typographie import typographier_html

from .entrees import Bibliographie, Entree
from .formes import Appel, AppelDAnnexe, NoteTapee, annexes, appels, notes, seul_appel

_JETON = re.compile(r"<!--.*?-->|<[^>]*>|&(?:#\w+|\w+);|.", re.DOTALL)
_BALISE = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_PAGE = re.compile(r"\b(pp?\.) (?=\d)")
_EN_LIGNE = {"b", "strong", "i", "em", "a", "span", "sup", "sub", "cite", "abbr", "br"}


@dataclass(frozen=True, slots=True)
class NoteRendue:
    """A footnote, and the call to go back to."""

    numero: int
    html: SafeString

    @property
    def ancre(self) -> str:
        """Where the note is."""
        return f"note-{self.numero}"

    @property
    def appel(self) -> str:
        """Where it is called."""
        return f"appel-{self.numero}"


@dataclass(frozen=True, slots=True)
class LigneDeBibliographie:
    """An entry, and the places that cite it."""

    entree: Entree
    renvois: tuple[str, ...]


class Apparat:
    """Marks the words of one page, and keeps what comes after them."""

    def __init__(self, entrees: Iterable[Entree] = (), annexes: int = 0) -> None:
        """Start without any note or citation; `annexes`: how many the page has, called « annexe 2 » in its words."""
        self.bibliographie = Bibliographie(entrees)
        self.annexes = annexes
        self.notes: list[NoteRendue] = []
        self.renvois: dict[str, list[str]] = defaultdict(list)
        self._donnees_en_entier: set[str] = set()

    def marquer(self, valeur: Any) -> SafeString:
        """Return a text with its citations linked and its notes called: rich text, safe HTML or plain words."""
        return mark_safe(_composer(self._marquer(_html(valeur))))  # noqa: S308 - escaped or safe on entry

    def source(self, valeur: Any, suite: str = "") -> SafeString:
        """Return where words come from: a source in full the first time, then in short; `suite` is said after it."""
        html = self._source(_html(valeur))
        if suite:
            point = "" if _aplatir(html)[0].rstrip().endswith(".") else "."
            html = f"{html}{point} {escape(suite)}"
        return mark_safe(_composer(html))  # noqa: S308 - idem

    @property
    def lignes(self) -> list[LigneDeBibliographie]:
        """The whole bibliography, in alphabetical order."""
        triees = sorted(self.bibliographie.entrees, key=lambda entree: entree.ordre)
        return [LigneDeBibliographie(entree, tuple(self.renvois.get(entree.cle, ()))) for entree in triees]

    @property
    def lignes_citees(self) -> list[LigneDeBibliographie]:
        """The entries that what was read so far cites."""
        return [ligne for ligne in self.lignes if ligne.renvois]

    def _marquer(self, html: str) -> str:
        if not self.bibliographie.entrees and not self.annexes and "[" not in html_std.unescape(html):
            return html  # nothing to cite, and no note: read no further
        plat, places = _aplatir(html)
        faits: list[NoteTapee | Appel | AppelDAnnexe] = []
        for trouves in (notes(plat), appels(plat, self.bibliographie.par_annee), self._annexes(plat)):
            occupes = [(fait.debut, fait.fin) for fait in faits]
            faits += [fait for fait in trouves if not any(debut <= fait.debut < fin for debut, fin in occupes)]
        sortie, position = [], 0
        for fait in sorted(faits, key=lambda fait: fait.debut):
            debut, fin = places[fait.debut][0], places[fait.fin - 1][1]
            if (remplace := self._remplacer(fait, html, places)) is not None:
                sortie += [html[position:debut], remplace]
                position = fin
        return "".join([*sortie, html[position:]])

    def _annexes(self, plat: str) -> list[AppelDAnnexe]:
        return [appel for appel in annexes(plat) if 1 <= appel.numero <= self.annexes] if self.annexes else []

    def _remplacer(
        self, fait: NoteTapee | Appel | AppelDAnnexe, html: str, places: list[tuple[int, int]]
    ) -> str | None:
        debut, fin = places[fait.debut][0], places[fait.fin - 1][1]
        if isinstance(fait, NoteTapee):
            dedans = html[places[fait.dedans[0]][0] : places[fait.dedans[1]][0]]
            return self._appeler(dedans) if _est_equilibre(dedans) else None
        dit = html[debut:fin]
        if not _est_equilibre(dit) or "<a" in dit or html.count("<a", 0, debut) > html.count("</a>", 0, debut):
            return None
        if isinstance(fait, AppelDAnnexe):
            return f'<a class="renvoi" href="#annexe-{fait.numero}">{dit}</a>'
        entree = self.bibliographie.trouver(fait.cle)
        return self._lier(entree, dit) if entree else None

    def _lier(self, entree: Entree, dit: str) -> str:
        rang = len(self.renvois[entree.cle]) + 1
        ancre = f"{entree.ancre}-{rang}"
        self.renvois[entree.cle].append(ancre)
        return f'<a class="renvoi" href="#{entree.ancre}" id="{ancre}">{dit}</a>'

    def _appeler(self, dedans: str) -> str:
        numero = len(self.notes) + 1
        # Its place is taken before it is read: a note has no note inside.
        self.notes.append(NoteRendue(numero, mark_safe("")))
        rendue = mark_safe(_composer(self._source(dedans)))  # noqa: S308 - part of a text that was safe
        self.notes[numero - 1] = NoteRendue(numero, rendue)
        masque = escape(_("note"))
        return (
            f'<sup class="appel"><a href="#note-{numero}" id="appel-{numero}"><span class="masque">{masque} </span>'
            f"{numero}</a></sup>"
        )

    def _source(self, html: str) -> str:
        appel = seul_appel(_aplatir(html)[0])
        entree = self.bibliographie.trouver(appel.cle) if appel else None
        if not appel or not entree:
            return self._marquer(html)
        page = f", {appel.pages}" if appel.pages else ""
        if " dans " in appel.texte:
            return self._lier(entree, escape(appel.texte))
        if entree.cle in self._donnees_en_entier:
            return self._lier(entree, escape(f"{entree.forme_courte}{page}"))
        self._donnees_en_entier.add(entree.cle)
        return f"{self._lier(entree, entree.designation)}{escape(page)}."


def _composer(html: str) -> str:
    return _PAGE.sub("\\1\u00a0", typographier_html(html))


def _html(valeur: Any) -> str:
    if isinstance(valeur, RichText):
        return str(expand_db_html(valeur.source))
    return str(valeur) if hasattr(valeur, "__html__") else str(escape(valeur or ""))


def _aplatir(html: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the words of an HTML text, and for each character its place there; a block breaks the line."""
    signes, places = [], []
    for jeton in _JETON.finditer(html):
        if (balise := _BALISE.match(jeton[0])) or jeton[0].startswith("<"):
            if balise and balise[2].lower() not in _EN_LIGNE:
                signes.append("\n")
                places.append(jeton.span())
            continue
        for signe in html_std.unescape(jeton[0]) or " ":
            signes.append(signe)
            places.append(jeton.span())
    places.append((len(html), len(html)))
    return "".join(signes), places


def _est_equilibre(html: str) -> bool:
    """Say whether every tag that opens in a piece of HTML closes in it."""
    ouvertes: list[str] = []
    for ferme, nom in _BALISE.findall(html):
        if not ferme:
            ouvertes += [nom] if nom != "br" else []
        elif not ouvertes or ouvertes.pop() != nom:
            return False
    return not ouvertes
