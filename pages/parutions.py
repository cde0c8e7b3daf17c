"""What a list says of a publication: its kind, its year, its date, its summary, its PDF."""

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.timezone import localdate

from .presentation import date_courte
from .sorties.gardees import tailles
from .sorties.page import Imprimable


class Parution(NamedTuple):
    """A line of a list. What cannot be printed is a list itself: it has neither kind, nor date, nor PDF."""

    titre: str
    adresse: str
    chapeau: str
    genre: str = ""
    annee: int | None = None
    jour: datetime.date | None = None
    date_courte: str = ""
    pdf: str = ""
    # In bytes, when a PDF was made of late.
    taille: int | None = None


def parutions_de(pages: Iterable[Any], requete: HttpRequest) -> list[Parution]:
    """Return the lines of public pages, as specific objects, in the order given; one look at the cache for all."""
    pages = list(pages)
    connues = tailles(page.pk for page in pages)
    return [_parution(page, requete, connues.get(page.pk)) for page in pages]


def _parution(page: Any, requete: HttpRequest, taille: int | None) -> Parution:
    adresse = page.get_url(requete) or ""
    liste = Parution(page.title, adresse, getattr(page, "chapeau", ""))
    if not isinstance(page, Imprimable):
        return liste
    jour = localdate(page.first_published_at) if page.first_published_at else None
    return liste._replace(
        genre=capfirst(page.get_verbose_name()),
        annee=getattr(page, "edition", None) or getattr(page, "annee", None),
        jour=jour,
        date_courte=date_courte(jour) if jour else "",
        pdf=f"{adresse}pdf/",
        taille=taille,
    )
