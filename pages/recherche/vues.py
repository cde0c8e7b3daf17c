"""`/recherche/?q=`: words in, results out; nothing of them is kept."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .demande import Demande
from .resultats import Resultats


@require_safe
def recherche(requete: HttpRequest) -> HttpResponse:
    """Answer with what the words find. No session, no cookie, no copy kept by anyone on the way.

    The words are taken off the request at once: a report of an error would hold its address.
    """
    demande, page = Demande.de(requete.GET), requete.GET.get("page")
    requete.GET = QueryDict()
    requete.META["QUERY_STRING"] = ""
    resultats = Resultats(demande, page, requete) if demande.texte else None
    reponse = render(requete, "pages/recherche.html", {"demande": demande, "resultats": resultats})
    reponse["Cache-Control"] = "no-store"
    reponse["Referrer-Policy"] = "no-referrer"
    return reponse
