"""Wagtail's way to a page, from the home page of the reader's language."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import PageViewRestriction
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from medias.preparees import Parametre, preparee

from ..langues import langue_active, racine_de, site_de
from ..sous_etat import DIRECTES, choses_de, retenir


def servir(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with a page. Wagtail's own routing asks twice, each time, which row the language has.

    As long as a language has no public home page, its addresses lead to the same ones in French.
    """
    racine, site = racine_de(request), site_de(request)
    if racine is not None and site is not None:
        route = _route_directe(request) or _route(racine, request, path)
        if route and langue_active() != settings.LANGUAGE_CODE and racine.pk == site.root_page_id:
            return redirect(route[0].get_url(request) or "/")
        request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    reponse: HttpResponse = serve(request, path)
    return reponse


def _route(racine: Any, requete: HttpRequest, chemin: str) -> RouteResult | None:
    """Return what is found from the home page down, as Wagtail does: two queries for each level."""
    morceaux = [morceau for morceau in chemin.split("/") if morceau]
    # The home page may be lent to other answers: that which is shown is this answer's own.
    depart = racine.specific if morceaux else racine.specific_class.objects.get(pk=racine.pk)
    try:
        route: RouteResult = depart.route(requete, morceaux)
    except Http404:
        return None
    return route


def _publique(genre: Any) -> Any:
    return genre.objects.filter(pk=Parametre(0), live=True)


def _route_directe(requete: HttpRequest) -> RouteResult | None:
    """Return the page at this very address, in one query, when what was read under the same state says which one."""
    trouvee = (choses_de(requete) or {}).get(DIRECTES, lambda _chemin: None)(requete.path_info)
    if trouvee is None:
        return None
    genre, cle = trouvee
    publiques = preparee(_publique, genre).lire(cle)
    if not publiques:
        return None
    (page,) = publiques
    if not retenir(requete, PageViewRestriction, PageViewRestriction.objects.exists):
        page.get_view_restrictions = PageViewRestriction.objects.none  # there is none at all: nothing to look for
    route: RouteResult = page.route(requete, [])
    return route
