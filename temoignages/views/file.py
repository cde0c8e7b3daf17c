"""The moderators' queues in Wagtail's admin: what waits, never a word of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from reseau.horloge import maintenant
from reseau.models import Compte

from ..actions import Refus, lectures_restantes, prendre, ramener
from ..etats import MotifRenvoi
from ..files import FILES
from ..forms_file import FiltreForm, PreferencesForm
from ..models import Depot
from ..permissions import peut_approuver, peut_importer, peut_moderer, peut_retirer, suppleances_de

PAR_PAGE = 50
ENVELOPPE = {
    "header_title": gettext_lazy("Paroles reçues"),
    "page_title": gettext_lazy("Paroles reçues"),
    "header_icon": "openquote",
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
    filtre = FiltreForm(requete.GET, file=FILES[choisie])
    depots = filtre.depots().select_related("amorce", "ressource", "pris_par", "lot")
    assez_lu = choisie == "a-lire" and peut_moderer(compte) and not lectures_restantes(compte)
    if assez_lu:
        # What may be a danger never waits, and what one holds can be finished.
        depots = depots.filter(Q(urgent=True) | Q(pris_par=compte))
    return render(
        requete,
        "temoignages/admin/file.html",
        ENVELOPPE
        | _contexte(compte, choisie)
        | {
            "filtre": filtre,
            "page": Paginator(depots, PAR_PAGE).get_page(requete.GET.get("p")),
            "assez_lu": assez_lu,
        },
    )


def _contexte(compte: Compte, choisie: str) -> dict[str, Any]:
    return {
        "files": [
            {"cle": cle, "titre": file.titre, "compte": file.lire().count(), "courante": cle == choisie}
            for cle, file in FILES.items()
        ],
        "choisie": choisie,
        "compte": compte,
        "maintenant": maintenant(),
        "changement": MotifRenvoi.AUTEUR,
        "suppleances": suppleances_de(compte),
        "preferences": PreferencesForm(instance=compte),
        "peut_moderer": peut_moderer(compte),
        "peut_approuver": peut_approuver(compte),
        "peut_importer": peut_importer(compte),
        "peut_retirer": peut_retirer(compte),
    }


@require_POST
def preferences(requete: HttpRequest) -> HttpResponse:
    """Keep how a moderator wants to read: veiled or not, and how many texts a day."""
    compte = compte_de(requete)
    if not (peut_moderer(compte) or peut_approuver(compte)):
        raise PermissionDenied
    if "voile" in requete.POST:
        compte.lecture_voilee = requete.POST["voile"] == "oui"
        compte.save(update_fields=["lecture_voilee"])
        messages.success(
            requete, _("Les textes sont voilés.") if compte.lecture_voilee else _("Les textes ne sont plus voilés.")
        )
        return redirect("paroles:file")
    formulaire = PreferencesForm(requete.POST, instance=compte)
    if formulaire.is_valid():
        formulaire.save()
        messages.success(requete, _("Votre nombre de textes par jour est enregistré."))
    else:
        messages.error(requete, " ".join(str(erreur) for erreur in formulaire.errors["lectures_par_jour"]))
    return redirect("paroles:file")


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
