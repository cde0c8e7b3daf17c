"""What happens by itself when a French page goes out or is deleted; no string keeps what no XML may hold."""

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import LocaleSynchronization, StringTranslation, TranslationSource

from ..publication.actions import depublier_les_traductions
from ..publication.saisie import sans_controles
from .memoire import relire_la_source
from .refus import CheminFerme, PhraseVide


@receiver(page_published, dispatch_uid="pages.traduction.source")
def suivre_la_source(instance: Any, **_signal: Any) -> None:
    """Put the new words of a French page in front of its translators; those that it lost are kept nowhere."""
    for source in TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id, translations__enabled=True
    ).distinct():
        relire_la_source(source)


@receiver(pre_delete, sender=Page, dispatch_uid="pages.traduction.suppression")
def emporter_les_traductions(instance: Page, **_signal: Any) -> None:
    """Take down the translations of a French page in the transaction that deletes it, whoever deletes it and how."""
    depublier_les_traductions(page=instance)


@receiver(pre_save, sender=StringTranslation, dispatch_uid="pages.traduction.controles")
def sans_caracteres_de_controle(instance: StringTranslation, **_signal: Any) -> None:
    """Drop what a pasted line or a file brings along: a feed would fall.

    Raises:
        PhraseVide: nothing remains.
    """
    instance.data = sans_controles(instance.data)
    if not instance.data.strip():
        raise PhraseVide(instance)


@receiver(pre_save, sender=LocaleSynchronization, dispatch_uid="pages.traduction.synchronisation")
def refuser_la_synchronisation(instance: LocaleSynchronization, **_signal: Any) -> None:
    """Keep wagtail-localize from copying a whole tree as aliases, which would follow pages unread.

    Raises:
        CheminFerme: always.
    """
    raise CheminFerme(instance)
