"""`/admin/publication/a-suivre/`: what waits for the staff, among the reports."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..menus import peut_suivre
from ..models import OeuvrePage
from ..publication.retards import retards
from ..suivis import pages_a_retirer


@require_safe
@never_cache
def a_suivre(requete: HttpRequest) -> HttpResponse:
    """List what did not go out at its hour, the pages whose permission to name has ended, the works without news."""
    if not peut_suivre(requete.user):
        raise PermissionDenied
    titre = _("À suivre")
    contexte = {"page_title": titre, "header_title": titre, "header_icon": "time"}
    listes: dict[str, Any] = {"pages": pages_a_retirer(), "oeuvres": OeuvrePage.objects.suivi_attendu()}
    listes |= {"retards": retards(requete.user)}
    return render(requete, "pages/administration/a_suivre.html", contexte | listes)
