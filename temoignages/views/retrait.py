"""A lost code: any one staff member withdraws at a person's word. No identity is asked; the act is logged."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..actions import Refus, retirer
from ..forms_admin import RetraitForm
from ..models import Depot, Temoignage
from ..permissions import peut_retirer
from .file import compte_de

NUMERO = re.compile(r"[0-9a-f]{8}[0-9a-f-]{0,28}")
ENVELOPPE = {
    "header_title": gettext_lazy("Retirer un texte"),
    "page_title": gettext_lazy("Retirer un texte"),
    "header_icon": "bin",
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def retrait(requete: HttpRequest) -> HttpResponse:
    """Ask which text, show what it is, withdraw it."""
    compte = compte_de(requete)
    if not peut_retirer(compte):
        raise PermissionDenied
    formulaire = RetraitForm(requete.POST or None)
    empreinte = ""
    if requete.method == "POST" and formulaire.is_valid():
        empreinte = _empreinte(formulaire.cleaned_data["identifiant"])
        if not empreinte:
            formulaire.add_error("identifiant", _("Aucun texte ne porte cet identifiant."))
        elif requete.POST.get("geste") == "retirer":
            try:
                retirer(empreinte_code=empreinte, par=compte)
            except Refus as refus:
                messages.error(requete, str(refus))
            else:
                messages.success(requete, _("Le texte est retiré de partout. Son adresse répond qu’il n’est plus là."))
            return redirect("paroles:retrait")
    trouve = Depot.objects.filter(empreinte_code=empreinte).first() if empreinte else None
    contexte = ENVELOPPE | {"formulaire": formulaire, "trouve": trouve}
    return render(requete, "temoignages/admin/retrait.html", contexte, status=400 if formulaire.errors else 200)


def _empreinte(identifiant: str) -> str:
    """Return the hash of the code behind a testimony's address or a deposit's number; nothing when unknown."""
    temoignage = Temoignage.objects.filter(pk=identifiant).first()
    if temoignage:
        return temoignage.empreinte_code
    # The queue shows the first eight characters of a deposit's number.
    if not NUMERO.fullmatch(identifiant):
        return ""
    depots = Depot.objects.annotate(numero=Cast("pk", CharField()))
    chiffres = identifiant.replace("-", "")
    trouves = list(depots.filter(Q(numero__startswith=identifiant) | Q(numero__startswith=chiffres))[:2])
    return trouves[0].empreinte_code if len(trouves) == 1 else ""
