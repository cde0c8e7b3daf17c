"""What the translation of pages adds to the admin, and what of wagtail-localize it takes away."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as de_localize

from .depart import est_traduisible
from .droits import peut_suivre_les_traductions, peut_traduire
from .editeur import editer
from .memoire import francais, langues_cibles
from .suppression import SupprimerBulkAction, dire_ce_qui_part

# Its buttons and entries lead to what `intergiciel` refuses; its report would be a second one.
RETIRES = {
    "register_page_header_buttons": de_localize.page_listing_more_buttons,
    "register_page_listing_more_buttons": de_localize.page_listing_more_buttons,
    "register_page_action_menu_item": de_localize.register_convert_back_to_alias_page_action_menu_item,
    "register_reports_menu_item": de_localize.register_wagtail_localize2_report_menu_item,
}
_INSCRITS: Any = hooks._hooks


def retirer() -> None:
    """Take them away, once both sets of hooks are loaded."""
    ailleurs = {*RETIRES.values(), de_localize.register_restart_translation_page_action_menu_item}
    for nom in RETIRES:
        _INSCRITS[nom] = [(fonction, rang) for fonction, rang in _INSCRITS[nom] if fonction not in ailleurs]


retirer()


@hooks.register("before_edit_page", order=-1)  # type: ignore[untyped-decorator]  # Wagtail is untyped
def editeur_de_traduction(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer before wagtail-localize does."""
    return editer(request, page)


@hooks.register("before_delete_page")  # type: ignore[untyped-decorator]  # idem
def avant_de_supprimer(request: HttpRequest, page: Page) -> None:
    """Say what goes with the page, where its deletion is confirmed."""
    if request.method != "POST":
        dire_ce_qui_part(request, [page])


# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", SupprimerBulkAction, order=1)


def _commencees(personne: Any) -> tuple[int, set[int], set[tuple[Any, int]]]:
    """Return the language of pages, the others, and what is started in which; read once per request."""
    if not hasattr(personne, "_traductions_commencees"):
        cibles = {langue.pk for langue in langues_cibles()}
        commencees = set(Page.objects.filter(locale__in=cibles).values_list("translation_key", "locale_id"))
        personne._traductions_commencees = (francais().pk, cibles, commencees)
    trouvees: tuple[int, set[int], set[tuple[Any, int]]] = personne._traductions_commencees
    return trouvees


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator]  # idem
@hooks.register("register_page_listing_more_buttons")  # type: ignore[untyped-decorator]  # idem
def bouton_traduire(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001 - Wagtail's signature
    """Offer to translate what is not translated in every language."""
    if not peut_traduire(user) or not est_traduisible(page):
        return
    source, cibles, commencees = _commencees(user)
    if page.locale_id == source and any((page.translation_key, cible) not in commencees for cible in cibles):
        adresse = reverse("publication:traduire", args=[page.pk])
        yield Button(_("Traduire cette page"), adresse, priority=60, icon_name="wagtail-localize-language")


class TraductionsMenuItem(MenuItem):
    """For who translates, who writes, who approves."""

    def is_shown(self, request: HttpRequest) -> bool:
        return peut_suivre_les_traductions(request.user)


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator]  # idem
def entree_des_traductions() -> MenuItem:
    """Lead to the matrix."""
    adresse = reverse_lazy("publication:traductions")
    return TraductionsMenuItem(_("Traductions"), adresse, icon_name="wagtail-localize-language", order=904)
