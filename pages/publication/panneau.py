"""The checklist at the top of the editor: what the gates find in the latest draft, each with a way to its field."""

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.panels import Panel

from .constats import Constat, examiner


def constats_du_brouillon(page: Any) -> list[Constat]:
    """Return what the gates find in the latest draft of a page."""
    return examiner(page.get_latest_revision_as_object())


# Django takes a script object where its types say a path.
SCRIPT: Any = Script("js/portes.js", type="module")


class PortesPanel(Panel):
    """Shown once the page has a draft; a script asks for it again each time the draft is saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/administration/portes_panneau.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Return the findings, and where to ask for them again."""
            contexte: dict[str, Any] = super().get_context_data(parent_context)
            return contexte | {
                "constats": constats_du_brouillon(type(self.instance)._default_manager.get(pk=self.instance.pk)),
                "adresse": reverse("publication:portes", args=[self.instance.pk]),
                "edition": reverse("wagtailadmin_pages:edit", args=[self.instance.pk]),
            }

        @property
        def media(self) -> Media:
            """The script that refreshes the list, and goes to a field."""
            return Media(js=[SCRIPT])
