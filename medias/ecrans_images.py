"""The admin screens of images: Wagtail's own, where the picture itself would be shown."""

from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.images.views.images import preview

from .models import ImageCampagne


def apercevoir_une_image(requete: HttpRequest, image_id: int, filter_spec: str) -> HttpResponseBase:
    """Answer as Wagtail, which draws the original anew, permissions included; not what may not be shown."""
    if not ImageCampagne.objects.montrables().filter(pk=image_id).exists():
        raise Http404
    reponse: HttpResponseBase = preview(requete, image_id, filter_spec)
    return reponse
