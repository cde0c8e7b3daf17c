"""What the editor of every page refuses of the level and of the hour, beside the field."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from reseau.horloge import maintenant

# What Word leaves in a pasted line (a vertical tab, say): no XML may hold it, and a feed would fall.
_CONTROLES: dict[int, str | None] = dict.fromkeys(set(range(32)) - {9, 10, 13}) | {11: " ", 12: " "}


def sans_controles(texte: str) -> str:
    """Return a text without the control characters that no XML may hold."""
    return texte.translate(_CONTROLES)


class SaisieForm(WagtailAdminPageForm):
    """The level left unsaid stays what it is; an embargo is typed before its hour."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare the form."""
        super().__init__(*args, **kwargs)
        if "confidentialite" in self.fields:
            self.fields["confidentialite"].required = False

    def clean(self) -> dict[str, Any]:
        """Drop control characters; refuse a new embargo that is over (one that ran out since it was typed may stay)."""
        propre: dict[str, Any] = super().clean()
        propre |= {nom: sans_controles(dit) for nom, dit in propre.items() if isinstance(dit, str)}
        heure = propre.get("go_live_at")
        if heure and "go_live_at" in self.changed_data and heure <= maintenant():
            self.add_error(
                "go_live_at",
                _("Cette heure est passée : choisissez-en une à venir, ou laissez vide pour publier sans attendre."),
            )
        return propre
