"""What the room adds to the admin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet
from wagtail.contrib.settings.registry import register_setting
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from .identifiants import reperer
from .menus import ASuivreMenuItem, OuvrirEditionMenuItem
from .models import AideSetting
from .panneaux import VerificationAidePanel
from .publication.errata_ecrans import ErratumViewSet
from .publication.menus import DepublierMenuItem, PublierSeulMenuItem
from .publication.partage.ecrans import LienPartageViewSet, OuverturesMenuItem
from .publication.partage.ecrans import adresses as adresses_des_liens
from .publication.publiable import Publiable
from .views.passages import passages
from .viewsets import ExigenceViewSet, SerieChiffreViewSet, valeur_chooser_viewset

register_setting(AideSetting, icon="mobile-alt")


@hooks.register("construct_homepage_panels")
def rappeler_la_verification(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(VerificationAidePanel.si_necessaire())


@hooks.register("register_admin_urls")
def adresses() -> list[URLPattern | URLResolver]:
    return [
        path("passages/<int:page_id>/", passages, name="passages_identifiants"),
        path("publication/", include("pages.urls_admin")),
        *adresses_des_liens,
    ]


@hooks.register("register_admin_viewset")
def ecrans() -> list[ViewSet]:
    return [
        ExigenceViewSet(),
        LienPartageViewSet(),
        ErratumViewSet(),
        SerieChiffreViewSet(),
        valeur_chooser_viewset,
    ]


@hooks.register("register_reports_menu_item")
def entree_des_ouvertures() -> MenuItem:
    adresse = reverse_lazy("ouvertures_partages")
    return OuverturesMenuItem(_("Ouvertures des liens"), adresse, icon_name="link", order=910)


@hooks.register("register_reports_menu_item")
def entree_a_suivre() -> MenuItem:
    return ASuivreMenuItem(_("À suivre"), reverse_lazy("publication:a_suivre"), icon_name="time", order=905)


@hooks.register("register_page_action_menu_item")
def ouverture_d_une_edition() -> ActionMenuItem:
    return OuvrirEditionMenuItem(order=80)


@hooks.register("register_log_actions")
def gestes_du_journal(actions: LogActionRegistry) -> None:
    actions.register_action("pages.depublier", _("Retirer de la publication"), _("Retirée de la publication"))
    actions.register_action("pages.partager", _("Partager par un lien"), _("Lien de partage créé"))
    actions.register_action("pages.revoquer_partage", _("Révoquer un lien"), _("Lien de partage révoqué"))
    actions.register_action("pages.rectifier", _("Proposer un erratum"), _("Erratum proposé"))
    actions.register_action("pages.ouvrir_edition", _("Ouvrir une édition"), _("Édition ouverte"))
    actions.register_action("pages.demander_suivi", _("Demander un suivi"), _("Suivi demandé à l’équipe"))
    actions.register_action("pages.publier_seul", _("Publier sans relecture"), _("Publiée sans relecture"))


@hooks.register("register_page_action_menu_item")
def retrait() -> ActionMenuItem:
    return DepublierMenuItem(order=20)


@hooks.register("register_page_action_menu_item")
def sans_relecture() -> ActionMenuItem:
    return PublierSeulMenuItem(order=70)


@hooks.register("before_unpublish_page")
def demander_pourquoi(request: HttpRequest, page: Page) -> HttpResponse | None:
    return redirect("publication:retirer", page.pk) if isinstance(page.specific, Publiable) else None


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def avertir_des_passages(request: HttpRequest, page: Page) -> None:
    # Not at each autosave, which asks for JSON. A number, never a passage: messages are kept in the session table.
    if not request.accepts("text/html") or not (nombre := len(reperer(page))):
        return
    avis = ngettext(
        "%(nombre)s passage de cette page pourrait identifier quelqu’un.",
        "%(nombre)s passages de cette page pourraient identifier quelqu’un.",
        nombre,
    )
    voir = messages.button(reverse("passages_identifiants", args=[page.pk]), gettext("Voir"))
    messages.warning(request, avis % {"nombre": nombre}, buttons=[voir])
