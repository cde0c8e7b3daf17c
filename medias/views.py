"""Where files are asked for. What nothing public refers to does not exist, but for the staff.

An image whose people do not accept to be shown does not exist for anyone.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from .envoi import absent, envoyer
from .models import DocumentCampagne, ImageCampagne, RenditionCampagne
from .visibilite import est_cite_en_public, est_document_public, est_restreint

# What a page refers to: (content type, key as text), as Wagtail's reference index writes them.
Citees = frozenset[tuple[int, str]]


@require_safe
def servir_image(requete: HttpRequest, chemin: str) -> HttpResponseBase:
    """Answer with one size of an image, by the name of its file: one query for the public."""
    return _servir_taille(requete, _taille(chemin), None)


@require_safe
def servir_document(requete: HttpRequest, document_id: int, nom: str) -> HttpResponseBase:
    """Answer with a document, by its number and its exact name."""
    return envoyer_document(requete, document_demande(document_id), nom, None)


def servir_image_citee(requete: HttpRequest, chemin: str, citees: Citees) -> HttpResponseBase:
    """Answer with one size of an image that is public, or among `citees`; nobody keeps it."""
    return _servir_taille(requete, _taille(chemin), citees)


def servir_document_cite(requete: HttpRequest, document_id: int, nom: str, citees: Citees) -> HttpResponseBase:
    """Answer with a document that is public, or among `citees`; nobody keeps it."""
    return envoyer_document(requete, document_demande(document_id), nom, citees)


def _taille(chemin: str) -> Any:
    public = est_cite_en_public(ImageCampagne, "image_id")
    montrable = Exists(ImageCampagne.objects.montrables().filter(pk=OuterRef("image_id")))
    return RenditionCampagne.objects.filter(montrable, file=chemin).annotate(public=public).first()


def document_demande(document_id: int) -> Any:
    """Return a document, whether it is `public` and `est_restreint`; nothing when there is none."""
    public = ExpressionWrapper(est_document_public(DocumentCampagne), output_field=BooleanField())
    return (
        DocumentCampagne.objects.filter(pk=document_id).annotate(public=public, est_restreint=est_restreint()).first()
    )


def _servir_taille(requete: HttpRequest, taille: Any, citees: Citees | None) -> HttpResponseBase:
    if taille is None or not peut_voir(requete, taille.public, ImageCampagne, taille.image_id, citees):
        return absent()
    return envoyer(requete, taille.file, public=taille.public and citees is None)


def envoyer_document(
    requete: HttpRequest, document: Any, nom: str, citees: Citees | None, version: Any = None
) -> HttpResponseBase:
    """Answer with a document, or one of its former versions, when its name is exact and who asks may read it."""
    montre = version or document
    if document is None or montre.filename != nom or not peut_lire(requete, document, citees):
        return absent()
    # As Wagtail's own view: collections may be private, uses may be counted.
    for crochet in hooks.get_hooks("before_serve_document"):
        if isinstance(autre := crochet(document, requete), HttpResponse):
            return autre
    document_served.send(sender=DocumentCampagne, instance=document, request=requete)
    public = document.public and not document.est_restreint and citees is None
    dite = montre.content_disposition
    reponse = envoyer(requete, montre.file, public=public, genre=montre.content_type, disposition=dite)
    reponse["Content-Security-Policy"] = "default-src 'none'"
    return reponse


def peut_lire(requete: HttpRequest, document: Any, citees: Citees | None = None) -> bool:
    """Say whether who asks may read a document of `document_demande`; a link lends its accessible version with it."""
    cles = [document.pk]
    if citees:
        cles += DocumentCampagne.objects.filter(version_accessible=document.pk).values_list("pk", flat=True)
    return any(peut_voir(requete, document.public, DocumentCampagne, cle, citees) for cle in cles)


def peut_voir(requete: HttpRequest, public: bool, modele: Any, cle: int, citees: Citees | None) -> bool:
    """Say whether who asks may read a file: public, lent by the link they hold, or theirs as staff."""
    if public:
        return True
    if citees is not None:
        return (ContentType.objects.get_for_model(modele).pk, str(cle)) in citees
    return bool(requete.user.has_perm("wagtailadmin.access_admin"))
