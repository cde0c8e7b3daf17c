"""Documents as they lie in the storage, for what reads the storage and not what cleaned them."""

from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from medias.models import DocumentCampagne
from tests.fabriques.pages import ContenuPageFactory, corps, publier


def deposer(nom: str, octets: bytes) -> DocumentCampagne:
    """Store some bytes, and return a document that has them."""
    range_ = default_storage.save(f"documents/{nom}", ContentFile(octets))
    return DocumentCampagne.objects.create(title="Pièce", file=range_)


def publier_avec(document: DocumentCampagne) -> Any:
    """Publish a page that gives a document, and return it."""
    lien = f'<p><a linktype="document" id="{document.pk}">la pièce</a></p>'
    return publier(ContenuPageFactory.create(corps=corps(("texte", lien)), live=False))
