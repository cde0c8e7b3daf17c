"""What wagtail-localize never throws away: the strings that no page uses any more, and what was extracted from none."""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)

SEGMENTS: tuple[Any, ...] = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)


@transaction.atomic
def oublier_phrases() -> int:
    """Delete what no source uses, and the sources whose page is gone; return how many rows."""
    return sum(ensemble.delete()[0] for ensemble in _inutiles())


def _inutiles() -> Any:
    """Yield each set once the former is gone: what a row kept in use may then be forgotten as well."""
    page = Page.objects.filter(translation_key=OuterRef("object_id"), locale_id=OuterRef("locale_id"))
    orphelines = TranslationSource.objects.exclude(Exists(page))
    for modele in SEGMENTS:
        yield modele.objects.filter(source__in=orphelines)
    yield orphelines
    place = StringSegment.objects.filter(string_id=OuterRef("translation_of_id"), context_id=OuterRef("context_id"))
    yield StringTranslation.objects.exclude(Exists(place))
    remplacee = OverridableSegment.objects.filter(context_id=OuterRef("context_id"))
    yield SegmentOverride.objects.exclude(Exists(remplacee))
    yield String.objects.filter(segments=None, translations=None)
    yield Template.objects.filter(segments=None)
    contextes = TranslationContext.objects.all()
    for modele in SEGMENTS:
        contextes = contextes.exclude(Exists(modele.objects.filter(context_id=OuterRef("pk"))))
    yield contextes
    yield TranslatableObject.objects.filter(sources=None, references=None)
