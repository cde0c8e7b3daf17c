"""The content of a page, piece by piece, at any depth: what the gates read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

# What a person writes among the fields that every page of Wagtail has.
CHAMPS_COMMUNS = ("title", "seo_title", "search_description")


# Without it, a heading and the paragraph below would make one word.
_FIN_DE_LIGNE = re.compile(r"</(?:p|li|h[1-6])>|<br\s*/?>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A value of a page: its content path, its label, what it is, and its block when it stands in one."""

    chemin: str
    etiquette: str
    valeur: Any
    bloc: blocks.Block | None = None
    champ: models.Field[Any, Any] | None = None

    @property
    def html(self) -> str:
        """The rich text, as stored; empty for anything else."""
        if isinstance(self.valeur, RichText):
            return str(self.valeur.source)
        return str(self.valeur or "") if isinstance(self.champ, RichTextField) else ""

    @property
    def texte(self) -> str:
        """The words that a person typed here, without marks; empty for what is not text."""
        if self.html:
            return unescape(strip_tags(_FIN_DE_LIGNE.sub("\n", self.html)))
        choisi = isinstance(self.bloc, BaseChoiceBlock) or bool(self.champ and self.champ.choices)
        return self.valeur if isinstance(self.valeur, str) and not choisi else ""


def pieces(page: Page) -> Iterator[Piece]:
    """Yield every value of a page, in the order of its fields: fields, blocks and their contents, then its rows."""
    for champ in page._meta.get_fields():
        if isinstance(champ, models.Field) and _est_a_nous(champ):
            yield from _du_champ(page, champ, champ.name)
    for relation in get_all_child_relations(page):
        nom = str(relation.get_accessor_name())
        if not relation.related_model._meta.app_label.startswith("wagtail"):
            for rang in getattr(page, nom).all():
                yield from _de_la_rangee(rang, nom, relation.field.name)


def _est_a_nous(champ: Any) -> bool:
    return bool(champ.name in CHAMPS_COMMUNS or (champ.model is not Page and champ.editable and not champ.primary_key))


def _de_la_rangee(rangee: Any, chemin: str, parent: str) -> Iterator[Piece]:
    for champ in rangee._meta.get_fields():
        if isinstance(champ, models.Field) and champ.editable and champ.name != parent and not champ.primary_key:
            yield from _du_champ(rangee, champ, chemin)


def _du_champ(objet: Any, champ: models.Field[Any, Any], chemin: str) -> Iterator[Piece]:
    valeur = getattr(objet, champ.name)
    yield Piece(chemin, str(champ.verbose_name), valeur, champ=champ)
    if isinstance(champ, StreamField):
        yield from _du_bloc(champ.stream_block, valeur, chemin)


def _du_bloc(bloc: blocks.Block, valeur: Any, chemin: str) -> Iterator[Piece]:
    match bloc:
        case blocks.StructBlock():
            enfants = [(enfant, valeur.get(nom), nom) for nom, enfant in bloc.child_blocks.items()]
        case blocks.ListBlock():
            enfants = [(bloc.child_block, item.value, item.id) for item in valeur.bound_blocks]
        case blocks.StreamBlock():
            enfants = [(enfant.block, enfant.value, enfant.id) for enfant in valeur]
        case _:
            return
    for enfant, sous, nom in enfants:
        sous_chemin = f"{chemin}.{nom}"
        yield Piece(sous_chemin, str(enfant.label), sous, bloc=enfant)
        yield from _du_bloc(enfant, sous, sous_chemin)
