"""What Django's error reports hold: the kind of the error and its places. No variable, form, cookie, query or setting.

Nothing sends them today. Whatever shows or mails one tomorrow (a page, a handler, a service) asks this first.
"""

from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from .discretion import pile


class FiltreDeRapport(SafeExceptionReporterFilter):
    """Answer « nothing » to all that Django asks of a request, of a frame, of the settings."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: Any) -> Any:
        return {}.items()


class RapportDiscret(ExceptionReporter):
    """Write a report of our own, in place of Django's: its words and its HTML quote what the error says."""

    exc_value: BaseException | None
    tb: TracebackType | None

    def get_traceback_text(self) -> SafeString:
        """Return the method, then where it failed."""
        methode = self.request.method if self.request else "-"
        return SafeString("\n".join([f"Erreur ({methode})", *pile(self.exc_value)]))

    def get_traceback_html(self) -> SafeString:
        """Return nothing: the text says all that there is."""
        return SafeString("")
