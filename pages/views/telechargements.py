"""`/admin/publication/telechargements/`: how often each tool and each kit was taken, among the reports."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reseau.horloge import aujourdhui

from ..menus import peut_suivre
from ..models import Telechargement

PAR_PAGE = 50
RECENT = timedelta(days=30)


@require_safe
@never_cache
def telechargements(requete: HttpRequest) -> HttpResponse:
    """List the totals of each page, the most taken first."""
    if not peut_suivre(requete.user):
        raise PermissionDenied
    depuis = aujourdhui() - RECENT
    totaux = (
        Telechargement.objects.values("page_id", "page__title")
        .annotate(total=Sum("nombre"), recents=Sum("nombre", filter=Q(jour__gt=depuis), default=0))
        .order_by("-total", "page_id")
    )
    page = Paginator(totaux, PAR_PAGE).get_page(requete.GET.get("p"))
    titre = _("Téléchargements")
    contexte = {"page_title": titre, "header_title": titre, "header_icon": "download", "page_totaux": page}
    return render(requete, "pages/administration/telechargements.html", contexte)
