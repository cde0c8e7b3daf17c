"""Citations and footnotes in templates; the apparatus is that of the page (`apparat` in its context)."""

import re
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from ..references.apparat import Apparat

_INTERTITRE = re.compile(r"<(/?)h([1-6])(?=[\s>])")
register = template.Library()


@register.simple_tag(takes_context=True)
def savant(context: Context, valeur: Any) -> SafeString:
    """Mark a text, rich or plain, and apply the typography. Outside a learned page, citations stay plain words."""
    return _apparat(context).marquer(valeur)


@register.simple_tag(takes_context=True)
def source(context: Context, valeur: Any, suite: str = "") -> SafeString:
    """Give the source of someone's words: in full, then in its short form; `suite` is a sentence that comes after."""
    return _apparat(context).source(valeur, suite)


@register.filter
def abaisser(html: str, niveaux: int = 1) -> SafeString:
    """Lower the headings of a body, when it stands under a heading of the page."""
    return mark_safe(_INTERTITRE.sub(lambda t: f"<{t[1]}h{min(6, int(t[2]) + niveaux)}", html))  # noqa: S308 - already rendered


def _apparat(context: Context) -> Apparat:
    return context.get("apparat") or Apparat()
