"""What wagtail-localize does to each field and block of ours: translated, copied, or left as its twin has it."""

from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.models import Page
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField


class ChampASoi(BaseTranslatableField):
    """A field that each language has for itself: its address."""


class ContratDeTraduction:
    """The exceptions of a model, as wagtail-localize reads them from `override_translatable_fields`.

    Words are translated unless the model names them in `champs_gardes`. A link to a file or to another page may be
    replaced by that of the other language; a link to a person, a sentence or a figure may not.
    """

    def __get__(self, _instance: Any, modele: type[models.Model]) -> list[Any]:
        """Return them, worked out once."""
        return _exceptions(modele)


@cache
def _exceptions(modele: Any) -> list[Any]:
    siens = modele._meta.get_fields()
    gardes = [SynchronizedField(nom, overridable=False) for nom in getattr(modele, "champs_gardes", ())]
    multiples = [SynchronizedField(champ.name) for champ in siens if isinstance(champ, ParentalManyToManyField)]
    liens = [
        SynchronizedField(champ.name, overridable=False)
        for champ in siens
        if isinstance(champ, models.ForeignKey) and champ.editable and not _se_remplace(champ)
    ]
    adresse = [ChampASoi("slug")] if issubclass(modele, Page) else []
    return [*adresse, *gardes, *multiples, *liens]


def _se_remplace(champ: Any) -> bool:
    """Say whether the other language may point elsewhere, or whether the field is no content."""
    cible = champ.related_model
    parente = champ.name in {"locale", "page"} or champ.remote_field.parent_link
    return bool(parente or issubclass(cible, Page) or cible._meta.model_name in {"imagecampagne", "documentcampagne"})


class Garde:
    """First among the bases of a block that is the same in every language: a name, an address, someone's words."""

    def get_translatable_segments(self, _valeur: Any) -> list[Any]:
        """Give nothing to translate, nothing to replace."""
        return []


class MotsGardes(Garde, blocks.CharBlock):
    """A line that is never translated: a credit, an address, a citation typed as its bibliography answers it."""

    def deconstruct(self) -> Any:
        """Stand in a migration as what it stores: a line."""
        return ("wagtail.blocks.CharBlock", *super().deconstruct()[1:])


class TexteGarde(Garde, blocks.TextBlock):
    """Words that stay in the language of who said them."""

    def deconstruct(self) -> Any:
        """Stand in a migration as what it stores: a text."""
        return ("wagtail.blocks.TextBlock", *super().deconstruct()[1:])


class TexteRicheGarde(Garde, blocks.RichTextBlock):
    """Rich words that stay as they were written."""

    def deconstruct(self) -> Any:
        """Stand in a migration as what it stores: a rich text."""
        return ("wagtail.blocks.RichTextBlock", *super().deconstruct()[1:])
