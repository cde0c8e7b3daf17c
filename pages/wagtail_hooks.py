"""What the room adds to the admin."""

from typing import Any

from django.db.models import Model
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
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from .evenements.ecrans import DepublierMenuItem as DepublierEvenementMenuItem
from .evenements.lot import ApprouverBulkAction
from .evenements.resume import ACTION as RESUME
from .evenements.viewset import EvenementViewSet
from .identifiants import reperer
from .liens import LienDePageHandler
from .menus import ASuivreMenuItem, BilansMenuItem, NoterChiffresMenuItem, OuvrirEditionMenuItem, peut_suivre
from .models import AideSetting, Evenement
from .panneaux import VerificationAidePanel
from .publication.errata_ecrans import ErratumViewSet
from .publication.menus import DepublierMenuItem, PublierSeulMenuItem
from .publication.partage.ecrans import LienPartageViewSet, OuverturesMenuItem
from .publication.partage.ecrans import adresses as adresses_des_liens
from .publication.publiable import Publiable
from .publication.retards import ACTION as RETENUE
from .publication.retards import RetardsPanel
from .traduction import crochets as _traduction  # noqa: F401 - registers its own
from .views.passages import passages
from .viewsets import ExigenceViewSet, SerieChiffreViewSet, valeur_chooser_viewset

register_setting(AideSetting, icon="mobile-alt")
register_snippet(EvenementViewSet)
hooks.register("register_bulk_action", ApprouverBulkAction)


@hooks.register("construct_homepage_panels")
def rappeler_la_verification(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(VerificationAidePanel.si_necessaire())


@hooks.register("construct_homepage_panels")
def dire_les_retards(request: HttpRequest, panels: list[Component]) -> None:
    if peut_suivre(request.user):
        panels.extend(RetardsPanel.si_necessaire(request.user))


@hooks.register("register_admin_urls")
def adresses() -> list[URLPattern | URLResolver]:
    return [
        path("passages/<numero:page_id>/", passages, name="passages_identifiants"),
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


@hooks.register("register_reports_menu_item")
def entree_des_telechargements() -> MenuItem:
    adresse = reverse_lazy("publication:telechargements")
    return ASuivreMenuItem(_("Téléchargements"), adresse, icon_name="download", order=908)


@hooks.register("register_reports_menu_item")
def entree_des_bilans() -> MenuItem:
    return BilansMenuItem(_("Bilans des événements"), reverse_lazy("publication:bilans"), icon_name="group", order=907)


@hooks.register("construct_image_chooser_queryset")
def sans_les_photos_des_evenements(images: Any, request: HttpRequest) -> Any:
    """Offer to no page what a person may ask to be erased at any time."""
    return images.filter(photos_d_evenement=None)


@hooks.register("register_page_action_menu_item")
def ouverture_d_une_edition() -> ActionMenuItem:
    return OuvrirEditionMenuItem(order=80)


@hooks.register("register_page_action_menu_item")
def chiffres_d_une_edition() -> ActionMenuItem:
    return NoterChiffresMenuItem(order=81)


@hooks.register("register_log_actions")
def gestes_du_journal(actions: LogActionRegistry) -> None:
    actions.register_action("pages.depublier", _("Retirer de la publication"), _("Retirée de la publication"))
    actions.register_action("pages.partager", _("Partager par un lien"), _("Lien de partage créé"))
    actions.register_action("pages.revoquer_partage", _("Révoquer un lien"), _("Lien de partage révoqué"))
    actions.register_action("pages.rectifier", _("Proposer un erratum"), _("Erratum proposé"))
    actions.register_action("pages.ouvrir_edition", _("Ouvrir une édition"), _("Édition ouverte"))
    actions.register_action("pages.noter_chiffres", _("Noter les chiffres du jour"), _("Chiffres du jour notés"))
    actions.register_action("pages.demander_suivi", _("Demander un suivi"), _("Suivi demandé à l’équipe"))
    actions.register_action(RETENUE, _("Retenir à son heure"), _("N’est pas sortie à son heure"))
    actions.register_action("pages.publier_de_confiance", _("Publier de confiance"), _("Publié de confiance, à revoir"))
    actions.register_action("pages.revoir_evenement", _("Revoir"), _("Revu"))
    actions.register_action("pages.annuler_evenement", _("Annuler"), _("Annulé par la ressource"))
    actions.register_action("pages.demander_bilan", _("Demander un bilan"), _("Bilan demandé à la ressource"))
    actions.register_action("pages.donner_bilan", _("Donner un bilan"), _("Bilan reçu de la ressource"))
    actions.register_action("pages.recevoir_photo", _("Envoyer une photo"), _("Photo reçue de la ressource"))
    actions.register_action("pages.approuver_photo", _("Approuver une photo"), _("Photo approuvée"))
    actions.register_action("pages.refuser_photo", _("Refuser une photo"), _("Photo refusée et effacée"))
    actions.register_action("pages.effacer_photo", _("Effacer une photo"), _("Photo effacée"))
    actions.register_action("pages.refuser", _("Refuser"), _("Refusé"))
    actions.register_action(RESUME, _("Résumer ce qui attend"), _("Résumé du jour envoyé"))
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


@hooks.register("register_snippet_action_menu_item")
def retrait_d_un_evenement(model: type[Model]) -> DepublierEvenementMenuItem | None:
    return DepublierEvenementMenuItem(order=20) if model is Evenement else None


@hooks.register("construct_snippet_action_menu")
def sans_bouton_de_wagtail(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Leave out what publishes, takes down or ends a workflow without our rules, superusers included."""
    interdits = {"action-publish", "action-unpublish", "action-cancel-workflow", "action-restart-workflow"}
    if issubclass(context["model"], Publiable):
        menu_items[:] = [entree for entree in menu_items if entree.name not in interdits]


@hooks.register("before_delete_snippet")
def garder_ce_qui_fut_public(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Calendars follow what was public: it is cancelled or taken down, and never deleted."""
    gardes: list[Any] = [i for i in instances if isinstance(i, Publiable) and getattr(i, "first_published_at", None)]
    if not gardes:
        return None
    messages.error(request, gettext("Ce qui a été public ne se supprime pas : retirez-le de la publication."))
    return redirect(gardes[0].snippet_viewset.get_url_name("list"))


@hooks.register("register_rich_text_features", order=10)
def lier_dans_la_langue(features: FeatureRegistry) -> None:
    """Lead links of texts to the page in the reader's language, in the place of Wagtail's own."""
    features.register_link_type(LienDePageHandler)
