"""The sizes of an image: which ones pages show, made ahead of the first reader, gone with the permission to show it."""

from typing import Any, Final

from django.db import transaction
from django_tasks import task
from wagtail.images.models import Filter, SourceImageIOError

from .models import ImageCampagne, RenditionCampagne

# As `medias/image.html` asks for them: AVIF for who reads it, WebP for the others, as wide as a column may be.
TAILLES: Final = ("format-{avif,webp}", "width-{480,960,1440}")


@task()
def preparer_les_tailles(image_id: int) -> int:
    """Make the sizes of an image that pages show; return how many it has: none when it is gone, or hidden."""
    image = ImageCampagne.objects.filter(pk=image_id).first()
    if image is None or not image.est_montrable:
        return 0
    try:
        return len(image.get_renditions(*Filter.expand_spec(list(TAILLES))))
    except SourceImageIOError:  # its file is lost
        return 0


def effacer_les_tailles_interdites() -> int:
    """Delete every size of the images that may not be shown today, files included; return how many."""
    tailles = RenditionCampagne.objects.exclude(image__in=ImageCampagne.objects.montrables())
    return tailles.delete()[0]


def suivre_une_image(instance: ImageCampagne, *, raw: bool = False, **_signal: Any) -> None:
    """An image was written: its sizes are made, or go."""
    if not raw:
        transaction.on_commit(lambda: _suivre(instance.pk))


def suivre_un_accord(**_signal: Any) -> None:
    """A permission was given, changed or taken back, or an image tied to it: what may not be shown goes."""
    effacer_les_tailles_interdites()


def _suivre(image_id: int) -> None:
    effacer_les_tailles_interdites()
    preparer_les_tailles.enqueue(image_id)
