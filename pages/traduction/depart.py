"""How a translation starts: real drafts, down from the first page that has no twin; never an alias, never public."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from ..publication.page import PagePubliable
from .memoire import extraire, francais, noter_la_source, traduction_de
from .refus import Intraduisible, PasEnFrancais, PasPublique


def refuser_de_traduire(page: Any) -> None:
    """Refuse what is not translated.

    Raises:
        Intraduisible: not one of our pages, or a type that stays in its language.
        PasEnFrancais: it is a translation itself.
        PasPublique: its French is not public.
    """
    if not isinstance(page, PagePubliable) or page.raison_intraduisible:
        raise Intraduisible(page)
    if page.locale_id != francais().pk:
        raise PasEnFrancais(page)
    if not page.live:
        raise PasPublique(page)


@transaction.atomic
def commencer(*, page: Any, langue: Locale, par: Any, descendance: bool = False) -> Any:
    """Create the draft twin of a French page, those of its ancestors first, and open their strings to translators.

    Args:
        page: public, in French.
        langue: the language to translate into.
        par: who starts.
        descendance: also start what is public and translatable under the page.

    Returns:
        The twin, a draft.

    Raises:
        Intraduisible: the page, or one above it, stays in its language.
        PasPublique: the page, or one above it, is not public.
    """
    refuser_de_traduire(page)
    ancetres = page.get_ancestors().filter(depth__gt=1)
    # Who starts the same thing at the same moment waits, then finds it started.
    lignee = list(page.get_ancestors(inclusive=True).values_list("pk", flat=True))
    list(Page.objects.select_for_update().filter(pk__in=lignee).order_by("path"))
    for ancetre in ancetres.specific():
        _jumeler(ancetre, langue, par)
    jumelle = _jumeler(page, langue, par)
    if descendance:
        _descendre(page, langue, par)
    return jumelle


def _descendre(page: Any, langue: Locale, par: Any) -> None:
    for enfant in page.get_children().live().specific():
        if isinstance(enfant, PagePubliable) and not enfant.raison_intraduisible:
            _jumeler(enfant, langue, par)
            _descendre(enfant, langue, par)


def _jumeler(page: Any, langue: Locale, par: Any) -> Any:
    refuser_de_traduire(page)
    jumelle = page.get_translation_or_none(langue)
    if jumelle is not None and traduction_de(jumelle) is not None:
        return jumelle
    jumelle = jumelle or _copier(page, langue, par)
    source = extraire(page)
    Translation.objects.update_or_create(source=source, target_locale=langue, defaults={"enabled": True})
    noter_la_source(page, page.last_published_at or timezone.now())
    return jumelle


def _copier(page: Any, langue: Locale, par: Any) -> Any:
    """Copy a page as a draft of another language, under the twin of its parent; beside it, for a home page."""
    parente = page.get_parent()
    sous = parente if parente.is_root() else parente.specific.get_translation(langue)
    adresse = f"{page.slug}-{langue.language_code}" if parente.is_root() else page.slug
    return page.copy(
        to=sous,
        update_attrs={"locale": langue, "slug": find_available_slug(sous, adresse)},
        copy_revisions=False,
        keep_live=False,
        reset_translation_key=False,
        process_child_object=lambda _page, _copie, _relation, rangee: _dans_la_langue(rangee, langue),
        user=par,
        log_action="wagtail.copy_for_translation",
    )


def _dans_la_langue(rangee: Any, langue: Locale) -> None:
    if hasattr(rangee, "locale_id"):
        rangee.locale = langue


def est_traduisible(page: Page) -> bool:
    """Whether « Traduire » is offered on a page: in French, public, of a type that is translated."""
    genre = page.specific_class
    return bool(page.live and genre is not None and issubclass(genre, PagePubliable) and not genre.raison_intraduisible)
