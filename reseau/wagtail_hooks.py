"""What the room adds to the admin."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry

from .models import Compte
from .views.equipe_admin import equipe_de_la_ressource
from .views.facteurs_admin import peut_reinitialiser, reinitialiser_le_facteur
from .viewsets import RessourceViewSet, SecteurViewSet

hooks.register("register_admin_viewset", RessourceViewSet)
hooks.register("register_admin_viewset", SecteurViewSet)


@hooks.register("register_log_actions")
def gestes_du_repertoire(actions: LogActionRegistry) -> None:
    actions.register_action("reseau.fusionner", _("Fusionner un doublon"), _("Doublon fusionné dans cette fiche"))
    actions.register_action("reseau.inviter", _("Inviter une personne"), _("Invitation envoyée"))
    actions.register_action("reseau.annuler_invitation", _("Annuler une invitation"), _("Invitation annulée"))
    actions.register_action("reseau.rejoindre", _("Rejoindre la ressource"), _("Invitation acceptée"))
    actions.register_action("reseau.retirer", _("Retirer un accès"), _("Accès retiré"))
    actions.register_action(
        "reseau.second_facteur", _("Réinitialiser un second facteur"), _("Second facteur réinitialisé")
    )


@hooks.register("register_admin_urls")
def adresses() -> list[URLPattern]:
    return [
        path("equipes/<numero:ressource_id>/", equipe_de_la_ressource, name="equipe_de_la_ressource"),
        path("seconds-facteurs/<numero:compte_id>/", reinitialiser_le_facteur, name="reinitialiser_le_facteur"),
    ]


@hooks.register("register_user_listing_buttons")
def reinitialisation(user: Compte, request_user: Compte) -> Iterator[Button]:
    if peut_reinitialiser(request_user, user):
        adresse = reverse("reinitialiser_le_facteur", args=[user.pk])
        yield Button(_("Réinitialiser le second facteur"), url=adresse, icon_name="key", priority=30)


@hooks.register("register_account_menu_item")
def second_facteur(request: HttpRequest) -> dict[str, object]:
    return {
        "url": reverse("second_facteur"),
        "label": _("Second facteur"),
        "help_text": _("Changer d’application de codes, refaire vos codes de secours."),
    }
