"""`/sante/`: is this process alive, and does it reach its databases? Says nothing of either."""

from django.db import Error, connections
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def sante(_requete: HttpRequest) -> JsonResponse:
    """Answer 200 when both databases answer, 503 otherwise."""
    try:
        for connexion in connections.all():
            with connexion.cursor() as curseur:
                curseur.execute("SELECT 1")
    except Error:
        return JsonResponse({"etat": "en panne"}, status=503)
    return JsonResponse({"etat": "en marche"})
