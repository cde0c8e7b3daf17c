"""`/admin/passages/<page>/`: what may identify someone in a page, for the eyes of its editors."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from ..identifiants import reperer


@require_safe
@never_cache
def passages(requete: HttpRequest, page_id: int) -> HttpResponse:
    """List the flagged passages of the latest draft, to whoever may edit the page."""
    page = get_object_or_404(Page, pk=page_id).get_latest_revision_as_object()
    if not page.permissions_for_user(requete.user).can_edit():
        raise PermissionDenied
    titre = _("Passages qui pourraient identifier quelqu’un")
    contexte = {
        "header_title": titre,
        "page_title": titre,
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "view",
        "page": page,
        "reperes": reperer(page),
    }
    return render(requete, "pages/administration/passages.html", contexte)
