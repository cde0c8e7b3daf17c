"""The words of a page that everyone may read: its own text, never what it quotes by reference or by permission.

A testimony quoted by its key is found by its own entry; the words of a person named stop with her permission, on a day
that no index sees. Neither is copied here.
"""

from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any, Final

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from medias.models import Enregistrement

from ..blocs import CitationNommeeBlock
from ..models import (
    CahierPage,
    CapsulePage,
    ChiffresPage,
    CommuniquePage,
    EpisodePage,
    FichePage,
    OeuvrePage,
    OutilPage,
    PlanPage,
    PlateformePage,
    RevendicationPage,
    TroussePage,
)
from .etats import Sorte

_PUBLICATIONS: Final = (
    CahierPage,
    ChiffresPage,
    FichePage,
    OeuvrePage,
    PlanPage,
    PlateformePage,
    RevendicationPage,
)
SORTES: Final[dict[type[Page], Sorte]] = {
    CommuniquePage: Sorte.COMMUNIQUE,
    CapsulePage: Sorte.CAPSULE,
    EpisodePage: Sorte.EPISODE,
    OutilPage: Sorte.OUTIL,
    TroussePage: Sorte.OUTIL,
    **dict.fromkeys(_PUBLICATIONS, Sorte.PUBLICATION),
}


def sorte_de(page: Any) -> Sorte:
    """Return what a reader calls a page, from its type."""
    return SORTES.get(type(page), Sorte.PAGE)


def textes_de(page: Any) -> Iterator[str]:
    """Yield the words of a page beside its title: the fields that its type declares for searching, then a transcript.

    All are in its language.

    Args:
        page: a specific page.
    """
    for champ in page.get_search_fields():
        if isinstance(champ, index.SearchField) and champ.field_name != "title":
            yield from _du_champ(page, champ.field_name)
    if entendu := enregistrement_de(page):
        yield from (piste.texte for piste in entendu.pistes_relues if piste.langue == page.locale.language_code)


def textes_ailleurs(page: Any) -> Iterator[tuple[str, str]]:
    """Yield the transcripts of a page that are in another language than it, each with its own."""
    if entendu := enregistrement_de(page):
        for piste in entendu.pistes_relues:
            if piste.langue != page.locale.language_code:
                yield piste.texte, piste.langue


def enregistrement_de(page: Any) -> Enregistrement | None:
    """Return the recording that a page is made of and that may be heard today, or nothing."""
    entendu = page.version if isinstance(page, EpisodePage) else getattr(page, "enregistrement", None)
    return entendu if entendu is not None and entendu.est_montrable else None


def annee_de(page: Any) -> int | None:
    """Return the year that a page says: its own, its edition's, its date's, or that of its publication."""
    for nom in ("annee", "edition"):
        if isinstance(annee := getattr(page, nom, None), int):
            return annee
    quand: Any = getattr(page, "date", None) or page.first_published_at
    return quand.year if isinstance(quand, date) else None


def _du_champ(page: Any, nom: str) -> Iterator[str]:
    champ = next((champ for champ in page._meta.get_fields() if champ.name == nom), None)
    valeur = getattr(page, nom, None)
    if callable(valeur):
        valeur = valeur()
    if isinstance(champ, StreamField):
        yield from map(_nu, _du_bloc(champ.stream_block, valeur))
    elif valeur:
        yield _nu(str(valeur)) if isinstance(champ, RichTextField) else str(valeur)


def _du_bloc(bloc: blocks.Block, valeur: Any) -> Iterator[str]:
    if isinstance(bloc, CitationNommeeBlock) or valeur is None:
        return
    match bloc:
        case blocks.StructBlock():
            enfants = [(enfant, valeur.get(nom)) for nom, enfant in bloc.child_blocks.items()]
        case blocks.ListBlock():
            enfants = [(bloc.child_block, sous) for sous in valeur]
        case blocks.StreamBlock():
            enfants = [(enfant.block, enfant.value) for enfant in valeur]
        case _:
            yield from map(str, bloc.get_searchable_content(valeur))
            return
    for enfant, sous in enfants:
        yield from _du_bloc(enfant, sous)


def _nu(html: str) -> str:
    """Return words without marks; two paragraphs do not make one word."""
    return unescape(strip_tags(html.replace("</", " </").replace("<br", " <br")))
