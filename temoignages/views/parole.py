"""`/paroles/<id>/`: the permanent address of one testimony; 410 once its author took it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import Temoignage


@require_safe
def parole(requete: HttpRequest, identifiant: str) -> HttpResponse:
    """Show a testimony whose author allows it today."""
    temoignage = Temoignage.objects.publies().filter(pk=identifiant).first()
    if temoignage is not None:
        return render(requete, "temoignages/parole.html", {"temoignage": temoignage})
    if not Temoignage.objects.filter(pk=identifiant).exists():
        raise Http404
    return render(requete, "temoignages/parole_retiree.html", status=410)
