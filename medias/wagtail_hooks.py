"""What the room adds to the admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from .depot import DeposerDesDocumentsView, DeposerDesImagesView
from .ecrans_documents import AjouterDocumentView, DocumentsView, ModifierDocumentView
from .ecrans_images import apercevoir_une_image
from .ecrans_pistes import PisteViewSet
from .viewsets import AutorisationImageViewSet, AutorisationNomViewSet, autorisation_chooser_viewset
from .vues_enregistrements import reprendre_la_preparation


@hooks.register("register_admin_viewset")
def ecrans() -> list[ViewSet]:
    return [AutorisationNomViewSet(), AutorisationImageViewSet(), autorisation_chooser_viewset, PisteViewSet()]


@hooks.register("register_admin_urls", order=-1)
def ecrans_de_wagtail() -> list[URLPattern]:
    """Answer at Wagtail's own addresses, before it."""
    return [
        path("images/multiple/add/", DeposerDesImagesView.as_view()),
        path("images/<numero:image_id>/preview/<str:filter_spec>/", apercevoir_une_image),
        path("documents/multiple/add/", DeposerDesDocumentsView.as_view()),
        path("documents/", DocumentsView.as_view()),
        path("documents/results/", DocumentsView.as_view(results_only=True)),
        path("documents/add/", AjouterDocumentView.as_view()),
        path("documents/edit/<numero:document_id>/", ModifierDocumentView.as_view()),
    ]


@hooks.register("register_admin_urls")
def preparation() -> list[URLPattern]:
    return [path("media/reprendre/<numero:media_id>/", reprendre_la_preparation, name="reprendre_la_preparation")]


@hooks.register("construct_main_menu")
def nommer_les_enregistrements(request: Any, menu_items: list[Any]) -> None:
    for entree in menu_items:
        if entree.name == "media":
            entree.label = _("Sons et vidéos")
