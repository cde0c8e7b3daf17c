"""A figure says where it comes from: a refusal for one put forward, an advice for those in running text."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ...blocs.chiffre_source import ChiffreSourceValue
from ...references.formes import appels, notes
from ..constats import Constat, Regle, Severite
from ..pieces import pieces

# What holds digits and counts nothing: dates, years, hours, ranks, phone numbers, addresses.
_MOIS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_SANS_SOURCE = re.compile(
    rf"https?://\S+|\S+@\S+|\b(?:1er|\d{{1,2}})\s(?:{_MOIS})(?:\s\d{{4}})?|\b(?:19|20)\d\d\b|\b\d{{1,2}}\s?h(?:\s?\d\d)?\b"
    r"|\b\d{1,3}(?:re|er|e|es)\b|\b(?:1[\s-])?\d{3}[\s-]\d{3}-\d{4}\b|\b[2-9]11\b",
    re.IGNORECASE,
)


def sans_source(page: Any) -> Iterator[Constat]:
    """Yield the figures put forward without a source or without a date."""
    for piece in pieces(page):
        if not isinstance(piece.valeur, ChiffreSourceValue):
            continue
        if not (piece.valeur.get("source") or "").strip():
            yield Constat(f"{piece.chemin}.source", _("Un chiffre mis de l’avant n’a pas de source."))
        if not piece.valeur.get("date"):
            yield Constat(f"{piece.chemin}.date", _("Un chiffre mis de l’avant n’a pas de date."))


def sources_a_dire(page: Any) -> Iterator[Constat]:
    """Yield, once, an advice when the body counts something and the page names no source."""
    if page.sources.strip():
        return
    for piece in pieces(page):
        if piece.chemin.startswith("corps.") and piece.html and compte_quelque_chose(piece.texte):
            message = _("Ce texte contient des chiffres : dites d’où ils viennent, sous « Sources des chiffres ».")
            yield Constat(piece.chemin, message)
            return


def chiffres_a_citer(page: Any) -> Iterator[Constat]:
    """Yield the texts where a paragraph counts something, and neither cites a source nor calls a note."""
    for piece in pieces(page):
        if piece.html and piece.chemin.partition(".")[0] in {"introduction", "enjeux", "corps"}:
            paragraphes = piece.texte.split("\n")
            if any(compte_quelque_chose(dit) and not (appels(dit) or notes(dit)) for dit in paragraphes):
                message = _("Un paragraphe donne un chiffre sans dire d’où il vient : citez (Auteure, année).")
                yield Constat(piece.chemin, message)


def compte_quelque_chose(texte: str) -> bool:
    """Say whether digits are left in a text once its dates, hours, ranks, phone numbers and addresses are gone."""
    return bool(re.search(r"\d", _SANS_SOURCE.sub("", texte.replace("\u00a0", " "))))


CHIFFRES_CLES = Regle("chiffre_sans_source", Severite.BLOQUANT, sans_source)
CHIFFRES_DU_TEXTE = Regle("chiffre_du_texte", Severite.CONSEIL, sources_a_dire)
CHIFFRES_A_CITER = Regle("chiffre_a_citer", Severite.CONSEIL, chiffres_a_citer)
