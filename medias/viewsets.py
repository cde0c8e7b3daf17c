"""The admin screens of the room."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from .autorisations import Accord, AutorisationImage, AutorisationNom


class NouvelleAutorisationView(generic.CreateView):
    """Note who records the permission."""

    def save_instance(self) -> Accord:
        self.form.instance.enregistree_par = self.request.user
        autorisation: Accord = super().save_instance()
        return autorisation


class AutorisationNomViewSet(ModelViewSet):
    """Who accepts to be named, where, until when; its history says who changed what."""

    model = AutorisationNom
    name = "autorisations-de-nommer"
    icon = "user"
    menu_label = _("Personnes nommées")
    menu_order = 166
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = NouvelleAutorisationView
    form_fields = ["nom", "role", "portee", "donnee_le", "jusqu_au", "preuve", "retiree_le"]
    list_display = ["nom", "role", "portee", "jusqu_au", "retiree_le"]
    list_filter = ["portee"]
    search_fields = ["nom", "role"]


class AutorisationImageViewSet(ModelViewSet):
    """Who accepts to be shown in images, until when; its history says who changed what."""

    model = AutorisationImage
    name = "autorisations-de-montrer"
    icon = "image"
    menu_label = _("Personnes montrées")
    menu_order = 167
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = NouvelleAutorisationView
    form_fields = ["personne", "donnee_le", "jusqu_au", "preuve", "retiree_le"]
    list_display = ["personne", "jusqu_au", "retiree_le"]
    search_fields = ["personne"]


class ReserveAuxAccords:
    """The list of names is for those who may see the permissions; Wagtail's choosers ask for nothing."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not ModelPermissionPolicy(AutorisationNom).user_has_any_permission(request.user, ["add", "change", "view"]):
            raise PermissionDenied
        reponse: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # View's
        return reponse


class ChoisirView(ReserveAuxAccords, ChooseView):
    pass


class ChoisirResultatsView(ReserveAuxAccords, ChooseResultsView):
    pass


class ChoisieView(ReserveAuxAccords, ChosenView):
    pass


class ChoisiesView(ReserveAuxAccords, ChosenMultipleView):
    pass


class AutorisationChooserViewSet(ChooserViewSet):
    """Choose the person whom a page names."""

    model = AutorisationNom
    name = "choisir_autorisation"
    icon = "user"
    choose_one_text = _("Choisir une personne")
    choose_another_text = _("Choisir une autre personne")
    choose_view_class = ChoisirView
    choose_results_view_class = ChoisirResultatsView
    chosen_view_class = ChoisieView
    chosen_multiple_view_class = ChoisiesView


autorisation_chooser_viewset = AutorisationChooserViewSet()
