"""Québec typography (Office québécois de la langue française) for editorial text; stored quotes never pass here.

Applied at rendering, as often as one likes: a text already right comes out unchanged. Every rule reads the text once.
"""

import re
from typing import Final

INSECABLE: Final = "\u00a0"

_BLANC: Final = "[ \t\u00a0\u2009\u202f]"
# A run of spaces is tried once, from its first: no quadratic time on a text of spaces.
_DEBUT: Final = f"(?<!{_BLANC})"
_MOIS: Final = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITES: Final = "ans?|mois|semaines?|jours?|heures?|minutes?|h|min|s|km|m|cm|mm|kg|g|l|ml|[kKMGT]?o|pages?|p\\."

_REGLES: Final = tuple(
    (re.compile(motif), remplacement)
    for motif, remplacement in (
        (r"\.\.\.", "…"),
        (r"(?<=[^\W\d_])'(?=[\w«])", "’"),
        # Guillemets: the space inside never breaks.
        (f"«{_BLANC}*", f"«{INSECABLE}"),
        (f"{_DEBUT}{_BLANC}*»", f"{INSECABLE}»"),
        # No space before ; ! ? at the end of a word; a no-break one before a colon that ends one.
        (rf"{_DEBUT}{_BLANC}+(?=[;!?]+(?:[\s»”\")\]…<]|$))", ""),
        (rf"{_DEBUT}{_BLANC}+:(?=\s|$)", f"{INSECABLE}:"),
        (r"(?<=[\w»”)\]’…%$]):(?=\s|$)", f"{INSECABLE}:"),
        # Ordinals: 1re, 2e, 12es.
        (r"\b1[èe]re(s?)\b", r"1re\1"),
        (r"\b(\d{1,9})i?[èe]me(s?)\b", r"\1e\2"),
        # Figures: hours, thousands, money, units, dates.
        (rf"\b([01]?\d|2[0-3]){_BLANC}?h{_BLANC}?([0-5]\d)\b", rf"\1{INSECABLE}h{INSECABLE}\2"),
        (r"(?<![\d,.])(\d{1,3}) (?=\d{3}(?!\d))", rf"\1{INSECABLE}"),
        (rf"(?<=\d){_BLANC}?([%$€])(?!\w)", rf"{INSECABLE}\1"),
        (rf"(?<=\d) (?=(?:{_UNITES})(?!\w))", INSECABLE),
        (rf"\b(1er|\d{{1,2}}) (?=(?:{_MOIS})\b)", rf"\1{INSECABLE}"),
        (r"\b(M\.|Mme|MM\.|Mmes|Dre?|Me) (?=[A-ZÀ-ÖØ-Þ])", rf"\1{INSECABLE}"),
    )
)

# What each rule needs, at least: most labels have none of it, and fifteen readings are spared.
_PRISE: Final = re.compile(r"[\d'«»;!?:%$€]|\.\.\.|(?:M\.|Mme|Mmes|Dre?|Me) ")

_BALISE: Final = re.compile(r"<(?:!--|/?[a-zA-Z]|[!?])")
_PORTION_DE_BALISE: Final = re.compile(r"[^\"'>]*")
_NOM_DE_BALISE: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
# Quotes are someone's words, code is code: what they hold stays as it is.
_INTOUCHABLES: Final = frozenset({"blockquote", "q", "code", "pre", "kbd", "samp", "script", "style", "textarea"})
_ENTITES: Final = re.compile(r"&(?:nbsp|#160|#xa0|apos|#0?39|#x27|laquo|raquo|hellip);", re.IGNORECASE)
_VALEURS: Final = {"nbsp": INSECABLE, "#160": INSECABLE, "#xa0": INSECABLE, "laquo": "«", "raquo": "»", "hellip": "…"}


def typographier(texte: str) -> str:
    """Apply the rules to plain text. Idempotent; linear in the length."""
    if _PRISE.search(texte):
        for motif, remplacement in _REGLES:
            texte = motif.sub(remplacement, texte)
    return texte


def typographier_html(html: str) -> str:
    """Apply the rules to the text of an HTML fragment: never inside a tag, a comment, a quotation or code."""
    morceaux: list[str] = []
    position = 0
    interdits: list[str] = []
    while position < len(html):
        balise = _BALISE.search(html, position)
        fin = balise.start() if balise else len(html)
        texte = html[position:fin]
        morceaux.append(texte if interdits else typographier(_ENTITES.sub(_valeur, texte)))
        if balise is None:
            break
        position = _fin_de_balise(html, fin)
        morceaux.append(html[fin:position])
        _suivre(interdits, html[fin:position])
    return "".join(morceaux)


def _valeur(entite: re.Match[str]) -> str:
    return _VALEURS.get(entite.group()[1:-1].lower(), "'")


def _fin_de_balise(html: str, debut: int) -> int:
    """Return the offset after the tag or comment that starts at `debut`; an unfinished one runs to the end."""
    if html.startswith("<!--", debut):
        fin = html.find("-->", debut + 4)
        return len(html) if fin < 0 else fin + 3
    position = debut
    while position < len(html):
        portion = _PORTION_DE_BALISE.match(html, position)
        position = portion.end() if portion else len(html)
        if position >= len(html):
            break
        if html[position] == ">":
            return position + 1
        fermante = html.find(html[position], position + 1)
        position = len(html) if fermante < 0 else fermante + 1
    return len(html)


def _suivre(interdits: list[str], balise: str) -> None:
    """Keep the stack of the open elements whose text is left alone."""
    nom = _NOM_DE_BALISE.match(balise)
    if nom is None or nom[1].lower() not in _INTOUCHABLES:
        return
    if not balise.startswith("</"):
        interdits.append(nom[1].lower())
    elif interdits and interdits[-1] == nom[1].lower():
        interdits.pop()
