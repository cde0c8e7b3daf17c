"""What the room adds to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from .depot import DeposerDesImagesView
from .viewsets import AutorisationImageViewSet, AutorisationNomViewSet, autorisation_chooser_viewset


@hooks.register("register_admin_viewset")
def ecrans() -> list[ViewSet]:
    return [AutorisationNomViewSet(), AutorisationImageViewSet(), autorisation_chooser_viewset]


@hooks.register("register_admin_urls", order=-1)
def depot_d_images() -> list[URLPattern]:
    """Answer at Wagtail's own address, before it."""
    return [path("images/multiple/add/", DeposerDesImagesView.as_view())]
