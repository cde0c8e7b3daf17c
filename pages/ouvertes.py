"""Pages that anyone may read: public, and not kept for some by Wagtail (a password, an account, a group)."""

from typing import Any, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

Pages = TypeVar("Pages", bound="QuerySet[Any]")


def est_reservee(depuis: Page | None = None) -> Exists:
    """Return whether a page that a query reads is not for everyone: it, or one above it, asks who is there.

    Args:
        depuis: a page above them that the reader already reads: what closes it closes nothing more below.
    """
    chemin = ExpressionWrapper(OuterRef("path"), CharField())
    fermetures = PageViewRestriction.objects.annotate(chemin=chemin).filter(chemin__startswith=F("page__path"))
    return Exists(fermetures.filter(page__depth__gt=depuis.depth) if depuis else fermetures)


def ouvertes(pages: Pages, depuis: Page | None = None) -> Pages:
    """Return those of a list of pages that anyone may read, or that who reads `depuis` may."""
    return pages.filter(~est_reservee(depuis), live=True)
