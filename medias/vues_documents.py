"""The addresses of a document beside Wagtail's own: the latest version, and the former ones."""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_safe

from .envoi import PRIVE, absent
from .models import VersionDocument
from .views import document_demande, envoyer_document, peut_lire


@require_safe
def derniere_version(requete: HttpRequest, document_id: int) -> HttpResponseBase:
    """Lead to a document as it is now, from an address that never changes; nobody keeps the way."""
    document = document_demande(document_id)
    if document is None or not peut_lire(requete, document):
        return absent()
    return HttpResponseRedirect(document.url, headers={"Cache-Control": PRIVE})


@require_safe
def version_de_document(requete: HttpRequest, document_id: int, numero: int, nom: str) -> HttpResponseBase:
    """Answer with a document as it was: for whoever may read it as it is."""
    version = VersionDocument.objects.select_related("document").filter(document=document_id, numero=numero).first()
    if version is None:
        return absent()
    return envoyer_document(requete, document_demande(document_id), nom, None, version)
