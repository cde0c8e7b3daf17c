"""The moderators' queues in Wagtail's admin: what waits, never a word of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from reseau.horloge import maintenant
from reseau.models import Compte

from ..actions import Refus, prendre, ramener
from ..forms_admin import FiltreForm
from ..models import Depot
from ..permissions import peut_approuver, peut_importer, peut_moderer, peut_retirer

PAR_PAGE = 50
FILES = {
    "a-lire": (gettext_lazy("À lire"), Depot.objects.a_lire),
    "a-approuver": (gettext_lazy("En seconde lecture"), Depot.objects.a_approuver),
    "mis-de-cote": (gettext_lazy("Mis de côté"), Depot.objects.ecartes),
}


def compte_de(requete: HttpRequest) -> Compte:
    """Return the signed-in account of an admin request."""
    if not isinstance(requete.user, Compte):
        raise PermissionDenied
    return requete.user


@require_safe
@never_cache
def file(requete: HttpRequest) -> HttpResponse:
    """List one queue."""
    compte = compte_de(requete)
    if not (peut_moderer(compte) or peut_approuver(compte)):
        raise PermissionDenied
    choisie = requete.GET.get("file", "")
    choisie = choisie if choisie in FILES else "a-lire"
    filtre = FiltreForm(requete.GET, depots=FILES[choisie][1]())
    depots = filtre.depots().select_related("amorce", "ressource", "pris_par", "soumis_par", "lot")
    contexte = {
        "header_title": gettext_lazy("Paroles reçues"),
        "page_title": gettext_lazy("Paroles reçues"),
        "header_icon": "openquote",
        "files": [
            {"cle": cle, "titre": titre, "compte": lire().count(), "courante": cle == choisie}
            for cle, (titre, lire) in FILES.items()
        ],
        "choisie": choisie,
        "filtre": filtre,
        "page": Paginator(depots, PAR_PAGE).get_page(requete.GET.get("p")),
        "compte": compte,
        "maintenant": maintenant(),
        "peut_moderer": peut_moderer(compte),
        "peut_approuver": peut_approuver(compte),
        "peut_importer": peut_importer(compte),
        "peut_retirer": peut_retirer(compte),
    }
    return render(requete, "temoignages/admin/file.html", contexte)


@require_POST
def prendre_depot(requete: HttpRequest, depot_id: object) -> HttpResponse:
    """Take a deposit and open it; say so when someone else has it."""
    depot = get_object_or_404(Depot, pk=depot_id)
    try:
        prendre(depot=depot, par=compte_de(requete))
    except Refus as refus:
        messages.error(requete, str(refus))
        return redirect("paroles:file")
    return redirect("paroles:lecture", depot_id=depot.pk)


@require_POST
def ramener_depot(requete: HttpRequest, depot_id: object) -> HttpResponse:
    """Bring back a deposit that a burst put aside."""
    depot = get_object_or_404(Depot, pk=depot_id)
    try:
        ramener(depot=depot, par=compte_de(requete))
        messages.success(requete, _("Le texte est revenu dans la file."))
    except Refus as refus:
        messages.error(requete, str(refus))
    return redirect("paroles:file")
