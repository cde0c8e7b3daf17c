"""Wagtail often holds one of our pages as its bare `Page`, whose `save` is not ours: the door stands there too."""

from typing import Any

from wagtail.models import Page

from .porte import controler
from .publiable import Publiable


def garder(instance: Page, raw: bool = False, update_fields: "frozenset[str] | None" = None, **_signal: Any) -> None:
    """Refuse to save a bare page as `Publiable.save` does; a fixture (`raw`) is the operator's own restoration."""
    if not raw and issubclass(instance.specific_class or Page, Publiable):
        controler(instance, update_fields)
