"""Typed figures beside those of the series: a page never types what a series counts, and two pages never disagree."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from django.apps import apps
from django.utils.translation import gettext as _

from ...blocs.chiffre_source import ChiffreSourceValue
from ...nombres import lire_nombre
from ..constats import Constat
from ..pieces import Piece, pieces


class Sujet(NamedTuple):
    """What is counted, in which unit, on which day: two figures of one subject are one number."""

    libelle: str
    unite: str
    date: datetime.date | None

    @classmethod
    def de(cls, libelle: str, unite: str, date: datetime.date | str | None) -> "Sujet":
        """Return a subject that compares whatever the case and the spaces; a stored date is text."""
        jour = datetime.date.fromisoformat(date) if isinstance(date, str) and date else date or None
        return cls(_nu(libelle), _nu(unite), jour if isinstance(jour, datetime.date) else None)


def contredits(page: Any, cites: Iterable[tuple[Piece, Any]]) -> Iterator[Constat]:
    """Yield the typed figures that a series counts, and the figures that another public page types otherwise.

    Args:
        page: the page as drafted.
        cites: the values of series that it quotes, each with its place (`None` where one is gone).
    """
    tapes = [(piece, *_du_bloc(piece.valeur)) for piece in pieces(page) if isinstance(piece.valeur, ChiffreSourceValue)]
    series = _series() if tapes else set()
    dits = []
    for piece, sujet, nombre in tapes:
        if sujet[:2] in series:
            message = _("« %(libelle)s » est un chiffre clé du site : citez-le, avec le bloc « Chiffre clé ».")
            yield Constat(f"{piece.chemin}.libelle", message % {"libelle": piece.valeur["libelle"]})
        else:
            dits.append((piece, sujet, nombre))
    # A public page that quotes the series takes the correction: refused, it could never be the first to be right.
    if not page.live:
        dits += [
            (piece, Sujet.de(v.serie.libelle, v.serie.unite, v.date), v.nombre) for piece, v in cites if v is not None
        ]
    ailleurs = list(_en_public(page)) if dits else []
    for piece, sujet, nombre in dits:
        for titre in dict.fromkeys(titre for titre, autre, dit in ailleurs if autre == sujet and dit != nombre):
            message = _(
                "La page publiée « %(page)s » donne un autre nombre pour la même chose, le même jour : faites-en un "
                "chiffre clé, et citez-le des deux côtés."
            )
            yield Constat(piece.chemin, message % {"page": titre})


def _nu(texte: str | None) -> str:
    return " ".join((texte or "").casefold().replace("’", "'").split())


def _du_bloc(valeur: Any) -> tuple[Sujet, Decimal | None]:
    sujet = Sujet.de(valeur.get("libelle"), valeur.get("unite"), valeur.get("date"))
    return sujet, lire_nombre(valeur.get("valeur") or "")


def _series() -> set[tuple[str, str]]:
    paires = apps.get_model("pages", "SerieChiffre").objects.values_list("libelle", "unite")
    return {(_nu(libelle), _nu(unite)) for libelle, unite in paires}


def _en_public(page: Any) -> Iterator[tuple[str, Sujet, Decimal | None]]:
    """Yield what the other public releases type, in one query: their bodies are read as stored."""
    for autre in apps.get_model("pages", "CommuniquePage").objects.live().exclude(pk=page.pk):
        for bloc in autre.corps.raw_data:
            if bloc["type"] == "chiffre_source":
                yield autre.title, *_du_bloc(bloc["value"])
