"""A session without all that its account must show is nobody's, at every address but the door."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from .models import Compte
from .second_facteur import est_complete


class SecondFacteurMiddleware:
    """Stand after Django's authentication: screens, choosers, API, previews and files all ask `request.user`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the site."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Wrap the account, without reading the session: a page that asks for nobody stays the same for everybody."""
        if not request.path.startswith(reverse("wagtailadmin_login")):
            brut = request.user
            request.user = SimpleLazyObject(lambda: _reconnu(request, brut))  # type: ignore[assignment]  # as Django's
        return self.get_response(request)


def _reconnu(requete: HttpRequest, brut: object) -> object:
    """Return the account of a complete session, nobody otherwise."""
    if not getattr(brut, "is_authenticated", False):
        return brut
    return brut if isinstance(brut, Compte) and est_complete(requete, brut) else AnonymousUser()
