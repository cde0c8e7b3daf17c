"""What the rows of wagtail-localize and ours say of a page and of its translation."""

from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from .empreinte import disent_les_memes_mots, empreinte_de, empreinte_extraite
from .modeles import SourceTraduite, VersionTraduite
from .reperes import avec_reperes


def francais() -> Locale:
    """Return the language in which pages are written."""
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE)


def langues_cibles() -> list[Locale]:
    """Return the languages into which pages are translated."""
    return list(Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("language_code"))


def traduction_de(page: Any) -> Translation | None:
    """Return what ties a page to the page that it translates; nothing for a page that translates none."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .exclude(source__locale_id=page.locale_id)
        .select_related("source", "source__locale", "target_locale")
        .first()
    )


def phrases_a_traduire(traduction: Translation) -> "QuerySet[StringSegment]":
    """Return the strings without a translation, or whose translation is blank or faulty, in the order of the page."""
    faites = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=traduction.target_locale_id,
        has_error=False,
        data__regex=r"\S",
    )
    manquantes: QuerySet[StringSegment] = (
        StringSegment.objects.filter(source_id=traduction.source_id)
        .exclude(Exists(faites))
        .select_related("string", "context")
        .order_by("order")
    )
    return manquantes


def noter_la_source(page: Any, le: Any) -> None:
    """Remember the print of the public words of a page that has a translation, and since when they are so."""
    empreinte = empreinte_de(avec_reperes(page))
    connue = SourceTraduite.objects.filter(page_id=page.pk).first()
    if connue is None or connue.empreinte != empreinte:
        SourceTraduite.objects.update_or_create(page_id=page.pk, defaults={"empreinte": empreinte, "changee_le": le})


class Ecart(StrEnum):
    """What the public French page says since, that a translation does not: nothing, copied values alone, words."""

    AUCUN = ""
    VALEURS = "valeurs"
    MOTS = "mots"


def ecart(traduction: Translation, version: VersionTraduite | None) -> Ecart:
    """Return what changed since what is translated: by a version, or by the strings."""
    empreinte = version.empreinte if version else empreinte_extraite(traduction.source)
    source = SourceTraduite.objects.filter(
        page__translation_key=traduction.source.object_id, page__locale_id=traduction.source.locale_id
    ).first()
    if source is None or source.empreinte == empreinte:
        return Ecart.AUCUN
    return Ecart.VALEURS if disent_les_memes_mots(source.empreinte, empreinte) else Ecart.MOTS


def a_change(traduction: Translation, version: VersionTraduite | None) -> bool:
    """Say whether the public French page no longer is what is translated: by a version, or by the strings."""
    return bool(ecart(traduction, version))


def est_publique(source: TranslationSource) -> bool:
    """Say whether the French page is public."""
    return Page.objects.filter(translation_key=source.object_id, locale_id=source.locale_id, live=True).exists()


def version_de(page: Any) -> VersionTraduite | None:
    """Return what the latest draft of a page translates; nothing when it was not submitted as a translation."""
    return VersionTraduite.objects.filter(revision_id=page.latest_revision_id).first()


def reprendre_les_phrases(traduction: Translation) -> int:
    """Give the strings that only moved the translation that they had on the same page; return how many."""
    reprises = 0
    for segment in phrases_a_traduire(traduction):
        ancienne = (
            StringTranslation.objects.filter(
                translation_of_id=segment.string_id,
                locale_id=traduction.target_locale_id,
                context__object_id=traduction.source.object_id,
                has_error=False,
                data__regex=r"\S",
            )
            .order_by("-updated_at")
            .first()
        )
        if ancienne is not None:
            _phrase, creee = StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                locale_id=traduction.target_locale_id,
                context_id=segment.context_id,
                defaults={
                    "data": ancienne.data,
                    "translation_type": ancienne.translation_type,
                    "tool_name": ancienne.tool_name,
                    "last_translated_by": ancienne.last_translated_by,
                    "has_error": False,
                    "field_error": "",
                },
            )
            reprises += creee
    return reprises


def extraire(page: Any) -> TranslationSource:
    """Take the words of a French page as its row has them, to put them in front of translators."""
    source: TranslationSource = TranslationSource.update_or_create_from_instance(avec_reperes(page))[0]
    return source


def relire_la_source(source: TranslationSource) -> None:
    """Extract the words of the public French page again; what did not change keeps its translation."""
    page = source.get_source_instance()
    extraire(page)
    noter_la_source(page, page.last_published_at)
    for traduction in source.translations.filter(enabled=True).select_related("source"):
        reprendre_les_phrases(traduction)
