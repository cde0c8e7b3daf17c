"""A figure says where it comes from: a refusal for one put forward, an advice for those in running text."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ...blocs.chiffre_source import ChiffreSourceValue
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
    """Yield the figures put forward without a source."""
    for piece in pieces(page):
        if isinstance(piece.valeur, ChiffreSourceValue) and not (piece.valeur.get("source") or "").strip():
            yield Constat(f"{piece.chemin}.source", _("Un chiffre mis de l’avant n’a pas de source."))


def sources_a_dire(page: Any) -> Iterator[Constat]:
    """Yield, once, an advice when the body counts something and the page names no source."""
    if page.sources.strip():
        return
    for piece in pieces(page):
        if piece.chemin.startswith("corps.") and piece.html and compte_quelque_chose(piece.texte):
            message = _("Ce texte contient des chiffres : dites d’où ils viennent, sous « Sources des chiffres ».")
            yield Constat(piece.chemin, message)
            return


def compte_quelque_chose(texte: str) -> bool:
    """Say whether digits are left in a text once its dates, hours, ranks, phone numbers and addresses are gone."""
    return bool(re.search(r"\d", _SANS_SOURCE.sub("", texte.replace("\u00a0", " "))))


CHIFFRES_CLES = Regle("chiffre_sans_source", Severite.BLOQUANT, sans_source)
CHIFFRES_DU_TEXTE = Regle("chiffre_du_texte", Severite.CONSEIL, sources_a_dire)
