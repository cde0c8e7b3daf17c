"""What gives a page type its `pdf/` and `texte/` addresses."""

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from ..publication.sortie import Document
from .reponse import repondre_en_pdf, repondre_en_texte


class Imprimable(RoutablePageMixin):
    """First among the bases of a page type that has `plan_de_sortie`. Only what is live answers at its own address."""

    def plan_de_sortie(self) -> Document:
        """Return the outline of the page: a page type says it."""
        raise NotImplementedError

    @path("pdf/", name="pdf")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def en_pdf(self, request: HttpRequest) -> HttpResponse:
        """Answer with the page as a PDF."""
        return self.repondre_en_pdf(request, self.plan_de_sortie())

    def repondre_en_pdf(self, request: HttpRequest, document: Document, variante: str = "") -> HttpResponse:
        """Answer with another outline of the page as a PDF: a region's, say (`variante` ends the name of its file)."""
        return repondre_en_pdf(request, self, document, variante)

    @path("texte/", name="texte")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def en_texte(self, request: HttpRequest) -> HttpResponse:
        """Answer with the page as plain text, as the wire takes it."""
        return self.repondre_en_texte(request, self.plan_de_sortie())

    def repondre_en_texte(self, request: HttpRequest, document: Document) -> HttpResponse:
        """Answer with another outline of the page as plain text."""
        return repondre_en_texte(request, self, document)
