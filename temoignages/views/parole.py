"""`/paroles/<id>/`: the permanent address of one testimony; 410 once its author took it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..models import Temoignage


@require_safe
# A copy may be kept, never shown without asking: a withdrawal is effective at once.
@cache_control(no_cache=True)
def parole(requete: HttpRequest, identifiant: str) -> HttpResponse:
    """Show a testimony whose author allows it today, and where to go from there."""
    temoignage = Temoignage.objects.publies().filter(pk=identifiant).first()
    if temoignage is not None:
        contexte = {
            "temoignage": temoignage,
            "adresse": requete.build_absolute_uri(temoignage.url),
            "plus_douce": temoignage.plus_douce() if temoignage.est_recit or temoignage.avertissement else None,
        }
        return render(requete, "temoignages/parole.html", contexte)
    if not Temoignage.objects.filter(pk=identifiant).exists():
        raise Http404
    return render(requete, "temoignages/parole_retiree.html", status=410)
