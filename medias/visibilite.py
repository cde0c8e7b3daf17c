"""Who may see a file: everyone, once something public refers to it; until then, the staff alone.

Nothing is kept: the answer is read, at each request, from Wagtail's reference index and from what is live at that
moment. Taking a page down takes its files down with it, in the same instant.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.db.models import Case, Exists, OuterRef, Value, When
from django.db.models.functions import Cast
from wagtail.contrib.settings.registry import registry as reglages
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from .niveaux import Niveau


def est_cite_en_public(modele: type[models.Model], cle: str = "pk") -> Exists:
    """Return the condition that something public refers to a row, to annotate a queryset with.

    Args:
        modele: what is referred to: the image or the document.
        cle: the column, in the queryset, that holds its key.
    """
    vers = ContentType.objects.get_for_model(modele)
    citations = ReferenceIndex.objects.filter(to_content_type=vers, to_object_id=_en_texte(OuterRef(cle)))
    return Exists(citations.filter(_source_publique()))


def est_document_public(modele: type[models.Model]) -> models.Q:
    """Return the condition that anyone may read a document: it is for everyone, and something public refers to it.

    What refers to a document offers its accessible version too.
    """
    public = models.Q(confidentialite=Niveau.PUBLIC)
    originaux = modele._default_manager.filter(public, est_cite_en_public(modele), version_accessible=OuterRef("pk"))
    return public & (models.Q(est_cite_en_public(modele)) | models.Q(Exists(originaux)))


def _source_publique() -> Case:
    # A CASE, not an OR: PostgreSQL must not read the key of another type as a number.
    cas = [
        When(base_content_type=ContentType.objects.get_for_model(source), then=_est_publique(source))
        for source in sources_publiques()
    ]
    return Case(*cas, default=Value(False), output_field=models.BooleanField())


def _est_publique(source: type[models.Model]) -> Any:
    if not _a_des_brouillons(source):
        return Value(True)
    cle = Cast(OuterRef("object_id"), models.BigIntegerField())
    return Exists(source._default_manager.filter(live=True, pk=cle))


def sources_publiques() -> list[type[models.Model]]:
    """Return the models whose rows make public what they refer to.

    Those with drafts do it while they are live (pages, and snippets with drafts, whose key is a number). Another
    snippet or settings object does it always, and an ordinary model when it says `medias_publics = True`: what nobody
    declared shows nothing.
    """
    racines = {(modele._meta.get_parent_list() or [modele])[-1] for modele in ReferenceIndex.indexed_models}
    return sorted((m for m in racines if _a_des_brouillons(m) or _est_declare(m)), key=lambda m: m._meta.label)


def _a_des_brouillons(modele: type[models.Model]) -> bool:
    try:
        modele._meta.get_field("live")
    except FieldDoesNotExist:
        return False
    return True


def _est_declare(modele: type[models.Model]) -> bool:
    return bool(getattr(modele, "medias_publics", modele in {*get_snippet_models(), *reglages}))


def _en_texte(cle: Any) -> Cast:
    return Cast(cle, models.CharField(max_length=255))


def indexer(instance: Any, **_signal: Any) -> None:
    """On publication, index what it refers to at once: Wagtail leaves it to a task, and its images would wait."""
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(instance)
