"""Many texts that others prepared on one screen: the same gate as one by one, less clicking."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from reseau.models import Compte

from ..actions import Refus, approuver
from ..etats import MotifLecture
from ..models import Depot
from ..permissions import peut_approuver
from .fiches import lire_tous
from .file import compte_de

ENVELOPPE = {
    "header_title": gettext_lazy("Relire en série"),
    "page_title": gettext_lazy("Relire en série"),
    "header_icon": "list-ul",
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def serie_seconde(requete: HttpRequest) -> HttpResponse:
    """Show what others prepared; approve each text that is ticked, by the same gate as one by one."""
    compte = compte_de(requete)
    if not peut_approuver(compte):
        raise PermissionDenied
    attente = Depot.objects.a_approuver().filter(urgent=False).exclude(soumis_par=compte).exclude(modifie_par=compte)
    attente = attente.select_related("amorce", "ressource", "soumis_par", "theme")
    fiches = lire_tous(attente, compte, MotifLecture.APPROBATION)
    if requete.method == "POST":
        _approuver_cochees(requete, [fiche.depot for fiche in fiches], compte)
        return redirect("paroles:serie_seconde")
    contexte = {"fiches": fiches, "voile": compte.lecture_voilee}
    return render(requete, "temoignages/admin/serie_seconde.html", ENVELOPPE | contexte)


def _approuver_cochees(requete: HttpRequest, depots: list[Depot], compte: Compte) -> None:
    publies = 0
    for depot in depots:
        vue = requete.POST.get(f"approuver-{depot.pk}")
        if not vue:
            continue
        try:
            approuver(depot=depot, par=compte, empreinte_vue=vue)
            publies += 1
        except Refus as refus:
            messages.warning(requete, f"{depot} : {refus}")
    if publies:
        texte = ngettext("%(n)s texte est publié.", "%(n)s textes sont publiés.", publies)
        messages.success(requete, texte % {"n": publies})
