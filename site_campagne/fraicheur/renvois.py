"""Wagtail's redirects, but for the files of the site: their names are ours, and nobody redirects them."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

FICHIERS = "/media/"


class RenvoisMiddleware(RedirectMiddleware):
    """A file that is not there costs the query that looks for it. What no view knows may still be redirected."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Lead to where an address went, when nothing is there any more."""
        if request.resolver_match and request.path_info.startswith(FICHIERS):
            return response
        menee: HttpResponseBase = super().process_response(request, response)
        return menee
