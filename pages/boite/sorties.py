"""What goes out of a tool: the way to its documents, and the bundle of them all."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.utils.http import content_disposition_header

from .comptes import compter
from .fichiers import documents_de
from .trousse_zip import ecrire, pieces_de


def mener_au_document(requete: HttpRequest, outil: Any, cle: int | None = None) -> HttpResponseBase:
    """Lead to a document of a tool, in its latest version.

    Args:
        requete: asks for it; it is counted.
        outil: the tool, as it stands in memory.
        cle: the number of the document; the first one when there is none.

    Raises:
        Http404: the tool gives no such document to everyone.
    """
    document = next((d for d in documents_de(outil) if cle is None or d.pk == cle), None)
    if document is None:
        raise Http404
    compter(requete, outil, f"document-{document.pk}")
    return _jamais_garde(HttpResponseRedirect(document.url))


def donner_la_trousse(requete: HttpRequest, page: Any, outils: Iterable[Any]) -> HttpResponseBase:
    """Answer with the documents of several tools in one zip, made as it goes out.

    Raises:
        Http404: there is no document that everyone may have.
    """
    outils = list(outils)
    pieces = pieces_de(outils, en_dossiers=page not in outils)
    if not pieces:
        raise Http404
    compter(requete, page, "trousse")
    reponse = StreamingHttpResponse(ecrire(page, pieces), content_type="application/zip")
    reponse["Content-Disposition"] = content_disposition_header(True, f"{page.slug}.zip") or ""
    return _jamais_garde(reponse)


def _jamais_garde(reponse: HttpResponseBase) -> HttpResponseBase:
    """Return an answer that no cache keeps: the next version must be found at once, what is taken down must not be."""
    reponse["Cache-Control"] = "no-store"
    return reponse
