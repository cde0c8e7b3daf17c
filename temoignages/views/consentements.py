"""The published texts that leave the site within thirty days: an id, a date, a link to the page. Never a text."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reseau.horloge import aujourdhui

from ..actions.rappeler import bientot_sans_consentement
from .file import compte_de

PAR_PAGE = 50


@require_safe
@never_cache
def consentements(requete: HttpRequest) -> HttpResponse:
    """List the texts whose consent for the site ends soon, the first to leave first."""
    if not compte_de(requete).has_perm("temoignages.view_entreeregistre"):
        raise PermissionDenied
    textes = bientot_sans_consentement(aujourdhui()).defer("texte")
    contexte = {
        "header_title": gettext_lazy("Consentements à échéance"),
        "page_title": gettext_lazy("Consentements à échéance"),
        "header_icon": "date",
        "page": Paginator(textes, PAR_PAGE).get_page(requete.GET.get("p")),
        "requete": "",
    }
    return render(requete, "temoignages/admin/consentements.html", contexte)
