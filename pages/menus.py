"""Our entries in the menus of the admin, beside those of publication."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem

from .evenements.noter import peut_noter
from .models import CampagnePage, EditionPage
from .permissions import peut_ouvrir_edition
from .publication.approbation import peut_relire


class OuvrirEditionMenuItem(ActionMenuItem):
    """« Ouvrir la prochaine édition », in the editor of a campaign and of its editions."""

    name = "action-ouvrir-edition"
    label = _("Ouvrir la prochaine édition")
    icon_name = "plus"
    template_name = "pages/administration/ouvrir_edition.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not isinstance(page, CampagnePage | EditionPage):
            return False
        campagne = page if isinstance(page, CampagnePage) else page.get_parent().specific
        return peut_ouvrir_edition(context["request"].user, campagne)

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("publication:ouvrir_edition", args=[parent_context["page"].pk])


class NoterChiffresMenuItem(ActionMenuItem):
    """« Noter les chiffres du jour », in the editor of an edition."""

    name = "action-noter-chiffres"
    label = _("Noter les chiffres du jour")
    icon_name = "order"
    template_name = "pages/administration/ouvrir_edition.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        edition = context["view"] == "edit" and isinstance(context.get("page"), EditionPage)
        return edition and peut_noter(context["request"].user)

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("publication:noter_chiffres", args=[parent_context["page"].pk])


class ASuivreMenuItem(MenuItem):
    """For who writes or approves pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return peut_suivre(request.user)


class BilansMenuItem(MenuItem):
    """For who approves."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and peut_relire(request.user))


def peut_suivre(personne: Any) -> bool:
    """Whether `personne` sees what waits for the staff: those who write, those who approve."""
    return bool(personne.is_active and (personne.has_perm("pages.publier_seul") or peut_relire(personne)))
