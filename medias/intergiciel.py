"""Answers calmly when files cannot be reached, from whichever view."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from .pannes import StockageIndisponible

REVENIR: Final = 60  # seconds


class StockageMiddleware:
    """A page in French that says to come back, in place of an error of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, _request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 503 when the storage is down; let any other exception go on."""
        if not isinstance(exception, StockageIndisponible):
            return None
        entetes = {"Retry-After": str(REVENIR), "Cache-Control": "no-store"}
        return HttpResponse(get_template("503.html").render(), status=503, headers=entetes)
