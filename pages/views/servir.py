"""Wagtail's way to a page, from the home page of the reader's language."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Site
from wagtail.views import serve

from ..langues import langue_active, racine_de


def servir(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with a page. Wagtail's own routing asks twice, each time, which row the language has.

    As long as a language has no public home page, its addresses lead to the same ones in French.
    """
    racine, site = racine_de(request), Site.find_for_request(request)
    if racine is not None and site is not None:
        morceaux = [morceau for morceau in path.split("/") if morceau]
        try:
            route = racine.specific.route(request, morceaux)
        except Http404:
            route = None
        if route and langue_active() != settings.LANGUAGE_CODE and racine.pk == site.root_page_id:
            return redirect(route[0].get_url(request) or "/")
        request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    reponse: HttpResponse = serve(request, path)
    return reponse
