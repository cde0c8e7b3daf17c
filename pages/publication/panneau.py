"""The checklist at the top of the editor: what the gates find in the latest draft, each with a way to its field.

It serves pages and snippets alike: the address that refreshes it is named `publication:portes`, or after the snippet.
"""

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel
from wagtail.models import Page

from .constats import Constat, examiner


def constats_du_brouillon(objet: Any) -> list[Constat]:
    """Return what the gates find in the latest draft of a page or a snippet."""
    return examiner(objet.get_latest_revision_as_object())


def edition_de(objet: Any) -> str:
    """Return the address of the editor of a page or a snippet, whoever asks: the editor itself checks who may."""
    return str(AdminURLFinder().get_edit_url(objet))


def _adresse_de(objet: Any) -> str:
    nom = "portes" if isinstance(objet, Page) else f"portes_{objet._meta.model_name}"
    return reverse(f"publication:{nom}", args=[objet.pk])


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
                "adresse": _adresse_de(self.instance),
                "edition": edition_de(self.instance),
            }

        @property
        def media(self) -> Media:
            """The look of the list, and the script that refreshes it and goes to a field."""
            return Media(css={"all": ["css/administration/portes.css"]}, js=[SCRIPT])
