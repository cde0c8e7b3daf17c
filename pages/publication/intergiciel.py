"""Turns a refusal into a message and brings back to the draft, wherever in the admin it was raised."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from .refus import PublicationInterdite, Refus


class RefusMiddleware:
    """After authentication and messages. Nothing is lost: the draft was saved before the refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return to the editor with the refusal; let any other exception go on."""
        if not isinstance(exception, Refus) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        avertir = messages.error if isinstance(exception, PublicationInterdite) else messages.warning
        avertir(request, exception.message)
        trouve = AdminURLFinder(request.user).get_edit_url(exception.objet) if exception.objet.pk else None
        adresse = trouve or reverse("wagtailadmin_home")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's own modal windows understand: close, and go there.
            return JsonResponse({"step": "success", "redirect": adresse})
        return redirect(adresse)
