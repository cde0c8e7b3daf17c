"""`/vie-privee/`: what the site keeps of people, in plain words, and what it did with what it received."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reseau.horloge import aujourdhui
from temoignages.bilan import bilans

from ..models import ResponsableSetting
from .carte import renseignements


@require_safe
def vie_privee(requete: HttpRequest) -> HttpResponse:
    """Show the page: no session, no cookie, the same for everybody."""
    responsable = ResponsableSetting.objects.first()
    contexte = {
        "groupes": [(qui.value, liste) for qui, liste in renseignements()],
        "responsable": responsable if responsable and responsable.est_complet else None,
        "bilans": bilans(aujourdhui()),
    }
    return render(requete, "site_campagne/vie_privee.html", contexte)
