"""`/temoigner/suivi/`: with the code alone, see where one's words stand, and take them back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from .. import quotas
from ..actions import Refus, retirer
from ..chambre.codes import empreinte_code
from ..forms import CodeForm
from ..models import Depot, Temoignage
from .discretion import discrete

GABARIT = "temoignages/suivi.html"


@require_http_methods(["GET", "HEAD", "POST"])
@discrete
def suivi(requete: HttpRequest) -> HttpResponse:
    """Ask for the code; show the state; withdraw when asked to. Withdrawing twice says « retiré » twice."""
    if requete.method != "POST":
        return render(requete, GABARIT, {"formulaire": CodeForm()})
    formulaire = CodeForm(requete.POST)
    if quotas.depasse(quotas.ESSAIS_DE_CODE, requete):
        formulaire.add_error("code", _("Trop de codes inconnus. Réessayez dans dix minutes, ou écrivez-nous."))
        return render(requete, GABARIT, {"formulaire": formulaire}, status=429)
    if not formulaire.is_valid():
        return render(requete, GABARIT, {"formulaire": formulaire}, status=400)
    empreinte = empreinte_code(formulaire.cleaned_data["code"])
    try:
        if requete.POST.get("geste") == "retirer":
            return _montrer_etat(requete, retirer(empreinte_code=empreinte), formulaire)
        depot = Depot.objects.get(empreinte_code=empreinte)
    except (Depot.DoesNotExist, Refus):
        quotas.compter(quotas.ESSAIS_DE_CODE, requete)
        formulaire.add_error("code", _("Ce code ne correspond à aucun texte. Vérifiez les sept mots."))
        return render(requete, GABARIT, {"formulaire": formulaire}, status=404)
    return _montrer_etat(requete, depot, formulaire)


def _montrer_etat(requete: HttpRequest, depot: Depot, formulaire: CodeForm) -> HttpResponse:
    temoignage = Temoignage.objects.publies().filter(empreinte_code=depot.empreinte_code).first()
    contexte = {"depot": depot, "temoignage": temoignage, "code": formulaire.cleaned_data["code"]}
    return render(requete, "temoignages/etat.html", contexte)
