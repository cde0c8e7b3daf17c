"""The menu entry of the moderators."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from .permissions import peut_approuver, peut_moderer


class ParolesMenuItem(MenuItem):
    """Shown to those who may read or approve, with no count: a number is not worth a query a page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return peut_moderer(request.user) or peut_approuver(request.user)
