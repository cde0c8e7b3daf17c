"""Our two entries in the menu of the editor's actions."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem

from .page import PermissionsDePage


def _droits(contexte: dict[str, Any]) -> PermissionsDePage | None:
    droits = contexte.get("user_page_permissions_tester")
    return droits if contexte["view"] == "edit" and isinstance(droits, PermissionsDePage) else None


class DepublierMenuItem(ActionMenuItem):
    """The emergency exit, for any editor, even while someone reads the next version."""

    name = "action-depublier"
    label = _("Retirer de la publication")
    icon_name = "download"

    def is_shown(self, context: dict[str, Any]) -> bool:
        droits = _droits(context)
        return bool(droits and droits.peut_depublier())

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("publication:retirer", args=[parent_context["page"].pk])


class PublierSeulMenuItem(ActionMenuItem):
    """Publication by one person, where it is allowed."""

    name = "action-publier-seul"
    label = _("Publier sans relecture")
    icon_name = "upload"

    def is_shown(self, context: dict[str, Any]) -> bool:
        droits = _droits(context)
        return bool(droits and droits.peut_publier_seul())

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("publication:publier_seul", args=[parent_context["page"].pk])
