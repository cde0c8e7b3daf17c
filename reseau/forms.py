"""The admin form of a resource: suggested forms follow the name, and are never confirmed by the machine."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

# (the name, the forms that follow it)
SUIVENT = (("nom", ("forme_de",)), ("sous_region", ("sous_region_de", "sous_region_en")))


class RessourceForm(WagtailAdminModelForm):
    """Edit a resource."""

    site_web = forms.URLField(label=_("site web"), required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        """Forget a form left behind by a name that changed: a new one is suggested, to be confirmed."""
        donnees: dict[str, Any] = super().clean() or {}
        for nom, formes in SUIVENT:
            if self.instance.pk and nom in self.changed_data and not set(formes) & set(self.changed_data):
                donnees.update(dict.fromkeys(formes, ""))
        return donnees
