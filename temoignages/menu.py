"""The menu entries of the room, each shown to those who may use it. No count: a number is not worth a query a page."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from .permissions import peut_approuver, peut_moderer, peut_retirer, peut_traduire


class ParolesMenuItem(MenuItem):
    """The queues, for those who read or approve."""

    def is_shown(self, request: HttpRequest) -> bool:
        return peut_moderer(request.user) or peut_approuver(request.user)


class RetraitMenuItem(MenuItem):
    """The withdrawal at a person's word, for those who do not see the queues, where it stands as well."""

    def is_shown(self, request: HttpRequest) -> bool:
        lit = peut_moderer(request.user) or peut_approuver(request.user)
        return peut_retirer(request.user) and not lit


class TraductionsMenuItem(MenuItem):
    """The published words in another language, for those who translate or approve them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return peut_traduire(request.user) or peut_approuver(request.user)


class RegistreMenuItem(MenuItem):
    """The anonymisation register, among the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("temoignages.view_entreeregistre")


class IncidentsMenuItem(MenuItem):
    """The incident register, among the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("temoignages.view_incident")
