"""What every answer gets: a content security policy, and the language that its address says."""

from collections.abc import Callable
from dataclasses import replace

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import translation

# Wagtail's admin writes inline styles and a few inline scripts (docs/wagtail-interne.md).
EN_PLUS = {"script-src": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE], "img-src": ["data:", "blob:"]}
ADMIN = {"frame-src": [SELF], "frame-ancestors": [SELF]}


class PolitiqueDeContenuMiddleware(CSPMiddleware):
    """django-csp, with a wider policy under the admin's address only."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy of this answer: the settings', widened under the admin."""
        parts = super().get_policy_parts(request, response, report_only)
        porte = request.path.startswith(reverse("wagtailadmin_login"))  # our own screens
        if request.path.startswith(reverse("wagtailadmin_home")) and not porte:
            return replace(parts, update=EN_PLUS, replace=ADMIN)
        return parts


class LangueDeLAdresseMiddleware:
    """The language of an answer is that of its address, « /en/… » or French: no cookie, no session, no header.

    One address is one text: for caches, for readers who share it, and for the person who answers the phone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand in front of what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the address, and say which."""
        langue = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(langue)
        request.LANGUAGE_CODE = langue
        reponse = self.get_response(request)
        reponse.headers.setdefault("Content-Language", langue)
        return reponse
