"""What the room shows on the staff's dashboard."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .models import AideSetting


class VerificationAidePanel(Component):
    """Asks the staff to check the help lines again, when 180 days have passed."""

    name = "verification_aide"
    template_name = "pages/administration/verification_aide.html"
    order = 50

    @classmethod
    def si_necessaire(cls) -> list["VerificationAidePanel"]:
        """Return the panel when there is something to ask, else nothing."""
        return [cls()] if AideSetting.est_a_verifier() else []

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the date of the last check, and where to write the next one."""
        reglage = AideSetting.objects.first()
        return {
            "verifie_le": reglage.verifie_le if reglage else None,
            "url": reverse("wagtailsettings:edit", args=["pages", "aidesetting"]),
        }
