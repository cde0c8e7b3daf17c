"""Asks the administration, on its dashboard, who answers for personal information."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from ..models import ResponsableSetting


class ResponsablePanel(Component):
    """Shown until the title and the address are filled, to those who may fill them."""

    name = "responsable_vie_privee"
    template_name = "site_campagne/admin/responsable.html"
    order = 51

    @classmethod
    def si_necessaire(cls, requete: HttpRequest) -> list["ResponsablePanel"]:
        """Return the panel when there is something to ask of this person, else nothing."""
        if not requete.user.has_perm("site_campagne.change_responsablesetting"):
            return []
        reglage = ResponsableSetting.objects.first()
        return [] if reglage and reglage.est_complet else [cls()]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return where to write it."""
        return {"url": reverse("wagtailsettings:edit", args=["site_campagne", "responsablesetting"])}
