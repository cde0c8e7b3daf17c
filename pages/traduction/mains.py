"""Whose hands are in a translation: every one that wrote or took out a string, not only the last."""

from typing import Any

from wagtail.log_actions import log, registry
from wagtail_localize.models import StringTranslation, Translation

from ..publication.approbation import Approbation

# Among what changes a text (`publication.approbation.ECRITURES`): who wrote a string does not approve it.
TRADUIRE = "wagtail.edit"
MARQUE = {"traduction": True}


def _entrees(page: Any) -> Any:
    return registry.get_logs_for_instance(page).filter(action=TRADUIRE, data__traduction=True).exclude(user=None)


def noter_la_main(page: Any, personne: Any) -> None:
    """Write in the log of a translation that `personne` touched its strings: once between two approvals."""
    siennes = _entrees(page).filter(user=personne)
    if derniere := Approbation.objects.de(page).first():
        siennes = siennes.filter(timestamp__gt=derniere.le)
    if not siennes.exists():
        log(instance=page, action=TRADUIRE, user=personne, data=MARQUE)


def nommer_les_autres_mains(page: Any, traduction: Translation, par: Any) -> None:
    """Note again, besides `par`, who touched the strings since what was approved last was written.

    What was written while somebody read is in no approved version: it goes out with this one.
    """
    phrases = StringTranslation.objects.filter(
        context__object_id=traduction.source.object_id, locale_id=traduction.target_locale_id
    ).exclude(last_translated_by=None)
    entrees = _entrees(page)
    if derniere := Approbation.objects.de(page).select_related("revision").first():
        phrases = phrases.filter(updated_at__gt=derniere.revision.created_at)
        entrees = entrees.filter(timestamp__gt=derniere.revision.created_at)
    mains = {phrase.last_translated_by for phrase in phrases.select_related("last_translated_by")}
    for main in (mains | {entree.user for entree in entrees.select_related("user")}) - {par}:
        noter_la_main(page, main)
