"""The images of a document: smaller copies, in a format that Typst reads."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from medias.models import ImageCampagne

from ..publication.sortie import Bloc, Figure, tous

COPIE = "max-1400x1400|bgcolor-ffffff|format-jpeg|jpegquality-80"
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Illustration:
    """An image of a document: the name by which the template asks for it, its size in pixels, where its bytes are."""

    nom: str
    largeur: int
    hauteur: int
    fichier: Any

    def lire(self) -> bytes:
        """Return its bytes.

        Raises:
            OSError: the storage does not have them any more.
        """
        with self.fichier.open("rb") as flux:
            octets: bytes = flux.read()
        return octets


def images_de(blocs: Iterable[Bloc]) -> dict[int, Illustration]:
    """Return the images of the figures of an outline, in two queries; one that cannot be read is left out."""
    cles = {bloc.image for bloc in tous(tuple(blocs)) if isinstance(bloc, Figure)}
    if not cles:
        return {}
    trouvees = list(ImageCampagne.objects.montrables().filter(pk__in=cles))
    prefetch_related_objects(trouvees, "renditions")
    return {image.pk: copie for image in trouvees if (copie := _copie(image))}


def _copie(image: Any) -> Illustration | None:
    try:
        copie = image.get_rendition(COPIE)
    except (OSError, SourceImageIOError, InvalidFilterSpecError):
        journal.warning("image %s: no copy for a PDF", image.pk)
        return None
    # Its name changes with its content: the data of a document tell two versions apart.
    return Illustration(copie.file.name.rsplit("/", 1)[-1], copie.width or 1, copie.height or 1, copie.file)
