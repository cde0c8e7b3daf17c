"""Who may see a file: everyone, once something public refers to it; until then, the staff alone.

Nothing is kept: the answer is read, at each request, from Wagtail's reference index and from what is live at that
moment. Taking a page down takes its files down with it, in the same instant.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.db.models import Case, Exists, OuterRef, Value, When
from django.db.models.functions import Cast, Left, Length
from wagtail.contrib.settings.registry import registry as reglages
from wagtail.models import CollectionViewRestriction, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from .niveaux import Niveau
from .retenues import sans_les_tus


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


def est_restreint() -> Exists:
    """Return the condition that a document stands in a private collection, or in one inside of it."""
    au_dessus = Left(OuterRef("collection__path"), Length("collection__path"))
    return Exists(CollectionViewRestriction.objects.filter(collection__path=au_dessus))


def lire_les_restrictions(documents: Iterable[Any]) -> None:
    """Have documents know whether they are `est_restreint`, in one query for all those that do not yet."""
    a_lire = [document for document in documents if document and "est_restreint" not in vars(document)]
    if not a_lire:
        return
    connus = type(a_lire[0])._default_manager.filter(pk__in={document.pk for document in a_lire})
    restreints = set(connus.filter(est_restreint()).values_list("pk", flat=True))
    for document in a_lire:
        document.est_restreint = document.pk in restreints


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
    return Exists(sans_les_tus(source, source._default_manager.filter(live=True, pk=cle)))


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
