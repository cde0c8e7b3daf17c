"""The content security policy: strict for the public, as Wagtail needs it in the admin."""

from dataclasses import replace

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

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
