"""What the editor of every page refuses of the level and of the hour, beside the field."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from reseau.horloge import maintenant


class SaisieForm(WagtailAdminPageForm):
    """The level left unsaid stays what it is; an embargo is typed before its hour."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare the form."""
        super().__init__(*args, **kwargs)
        if "confidentialite" in self.fields:
            self.fields["confidentialite"].required = False

    def clean(self) -> dict[str, Any]:
        """Refuse a new embargo that is over. One that ran out since it was typed holds nothing back any more."""
        propre: dict[str, Any] = super().clean()
        heure = propre.get("go_live_at")
        if heure and "go_live_at" in self.changed_data and heure <= maintenant():
            self.add_error(
                "go_live_at",
                _("Cette heure est passée : choisissez-en une à venir, ou laissez vide pour publier sans attendre."),
            )
        return propre
