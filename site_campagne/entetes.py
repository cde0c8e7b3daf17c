"""What every answer tells the browser beside Django's own headers: what it may ask of the device, who may embed it."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# Files that are public are made to be shown elsewhere: players of podcasts, previews of shared links.
FICHIERS: Final = ("/media/", "/documents/")
IMAGE: Final = "carte.png"
FERMES: Final = ("no-store", "private")


class EntetesMiddleware:
    """In front of everything, static files included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand in front of what answers; the policy of the device is written once."""
        self.get_response = get_response
        self.permissions = ", ".join(f"{nom}=({' '.join(qui)})" for nom, qui in sorted(settings.PERMISSIONS.items()))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say both."""
        reponse = self.get_response(request)
        reponse.headers.setdefault("Permissions-Policy", self.permissions)
        reponse.headers.setdefault("Cross-Origin-Resource-Policy", origine_permise(request, reponse))
        return reponse


def origine_permise(requete: HttpRequest, reponse: HttpResponseBase) -> str:
    """Return which sites may have the answer among their own resources: any for a public file, ours for the rest."""
    chemin = requete.path_info
    est_un_fichier = chemin.startswith(FICHIERS) or chemin.endswith(IMAGE)
    est_ferme = any(mot in reponse.get("Cache-Control", "") for mot in FERMES)
    return "cross-origin" if est_un_fichier and not est_ferme and reponse.status_code < 400 else "same-origin"  # noqa: PLR2004 - refusals
