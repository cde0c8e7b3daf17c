"""What the room adds to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from .viewsets import AutorisationNomViewSet, autorisation_chooser_viewset


@hooks.register("register_admin_viewset")
def ecrans() -> list[ViewSet]:
    return [AutorisationNomViewSet(), autorisation_chooser_viewset]
