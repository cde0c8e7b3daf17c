"""The form that makes a link."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from .actions import JOURS_MAX
from .modeles import LienPartage

JOURS_PROPOSES = 14


class PagesAPartager(forms.ModelMultipleChoiceField[Any]):
    """The pages that are not public as drafted, by the title of their draft."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.get_admin_display_title())


class PartagerForm(WagtailAdminModelForm):
    """Which pages, to whom, for how long."""

    pages = PagesAPartager(
        Page.objects.none(),
        label=_("Pages"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Celles que vous modifiez et dont l’ébauche n’est pas publiée, la plus récente d’abord."),
    )
    jours = forms.IntegerField(label=_("Durée, en jours"), min_value=1, max_value=JOURS_MAX, initial=JOURS_PROPOSES)

    class Meta:
        model = LienPartage
        fields = ["pages", "destinataire"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the pages of the person who lends."""
        super().__init__(*args, **kwargs)
        siennes = PagePermissionPolicy().instances_user_has_permission_for(self.for_user, "change")
        ebauches = siennes.filter(Q(live=False) | Q(has_unpublished_changes=True), depth__gt=1)
        self.fields["pages"].queryset = ebauches.order_by("-latest_revision_created_at", "-pk")
