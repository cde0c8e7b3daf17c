"""`/admin/publication/bilans/`: what resources say of their events, and their photographs to answer."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from reseau.models import Compte, regions_de

from ..evenements.actions import EvenementInterdit
from ..evenements.bilan import BilanRefuse, approuver_photo, refuser_photo
from ..models import BilanEvenement, PhotoEvenement
from ..publication.approbation import peut_relire

PAR_PAGE = 30
MOT_MAX = 200


@require_safe
@never_cache
def bilans(requete: HttpRequest) -> HttpResponse:
    """List the reports of the person's regions: the latest events first, each with its photographs."""
    if not peut_relire(requete.user):
        raise PermissionDenied
    photos = PhotoEvenement.objects.select_related("image").prefetch_related("image__renditions")
    siens = BilanEvenement.objects.select_related("evenement__ressource").prefetch_related(Prefetch("photos", photos))
    if (regions := regions_de(cast("Compte", requete.user))) is not None:
        siens = siens.filter(evenement__region__in=regions)
    page = Paginator(siens.order_by("-evenement__debut", "pk"), PAR_PAGE).get_page(requete.GET.get("p"))
    titre = _("Bilans des événements")
    contexte = {"page_title": titre, "header_title": titre, "header_icon": "group", "page_bilans": page}
    return render(requete, "pages/administration/bilans.html", contexte)


@require_POST
@never_cache
def repondre_a_une_photo(requete: HttpRequest, photo_id: int) -> HttpResponse:
    """Approve a photograph, or refuse it with a word for its resource; a refusal comes back as a message."""
    photo = get_object_or_404(PhotoEvenement, pk=photo_id)
    par = cast("Compte", requete.user)
    try:
        if requete.POST.get("geste") == "approuver":
            approuver_photo(photo=photo, par=par)
            messages.success(requete, _("La photo est affichée sur la page de l’édition."))
        elif requete.POST.get("geste") == "refuser":
            refuser_photo(photo=photo, par=par, motif=requete.POST.get("motif", "").strip()[:MOT_MAX])
            messages.success(requete, _("La photo est effacée. Sa ressource lira votre mot."))
    except EvenementInterdit as erreur:
        raise PermissionDenied from erreur
    except BilanRefuse as refus:
        messages.error(requete, str(refus))
    return redirect("publication:bilans")
