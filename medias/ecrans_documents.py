"""The admin screens of documents: Wagtail's own, which say the version, the level, and a file given twice."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import CreateView, EditView, IndexView

from .doublons import dire_les_doublons


class DocumentsView(IndexView):
    """The list of documents."""

    @cached_property
    def columns(self) -> list[Column]:
        """Say what each is, beside its name."""
        noms = {
            "precisions": Column("precisions", label=_("Format")),
            "numero": Column("numero", label=_("Version")),
            "niveau": Column("niveau", label=_("Confidentialité"), accessor="get_confidentialite_display"),
        }
        colonnes = [colonne for colonne in super().columns if colonne.name != "filename"]
        return [*colonnes[:2], *noms.values(), *colonnes[2:]]


class AvecDoublons:
    """Warns whoever gives a file that the site has."""

    request: Any

    def save_instance(self) -> Any:
        """Save, and look for the same file."""
        document: Any = super().save_instance()  # type: ignore[misc]  # Wagtail's
        if avis := dire_les_doublons(document.file_hash, self.request.user, sauf=document.pk):
            messages.warning(self.request, avis)
        return document


class AjouterDocumentView(AvecDoublons, CreateView):
    """A new document."""


class ModifierDocumentView(AvecDoublons, EditView):
    """A document, its former versions and the address that always leads to the latest."""

    template_name = "medias/document_modifier.html"
