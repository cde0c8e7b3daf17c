"""The admin screens of the room that Wagtail builds."""

from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Amorce, NomPermis, Temoignage


class AmorceViewSet(ModelViewSet):
    """Sentences to complete: list, create, edit, order."""

    model = Amorce
    name = "phrases"
    icon = "edit"
    menu_label = _("Phrases à compléter")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    form_fields = ["texte", "couleur", "ordre", "active"]
    list_display = ["texte", "couleur", "ordre", "active"]
    ordering = ["ordre", "pk"]


class NomPermisViewSet(ModelViewSet):
    """The allow-list of the detector; its history says who added what, and when."""

    model = NomPermis
    name = "noms-permis"
    icon = "check"
    menu_label = _("Noms permis")
    menu_order = 330
    add_to_settings_menu = True
    copy_view_enabled = False
    form_fields = ["nom", "categorie", "raison"]
    list_display = ["nom", "categorie", "raison"]
    list_filter = ["categorie"]
    search_fields = ["nom", "raison"]


class RechercheForm(BaseFilterForm):
    """Look for words among what is published."""

    q = forms.CharField(label=_("Mots du texte"), required=False)

    def filter(self, objects: QuerySet[Temoignage]) -> QuerySet[Temoignage]:
        """Keep the texts that hold what was typed, as typed."""
        mots = self.cleaned_data["q"]
        return objects.filter(texte__icontains=mots) if mots else objects


class _Colonnes:
    """What an editor sees when choosing: the published words, never more."""

    filter_form_class = RechercheForm

    @property
    def columns(self) -> list[Column]:
        """Return the excerpt, which chooses the row, then who speaks and for which edition."""
        return [
            TitleColumn(
                "texte",
                label=_("Texte"),
                accessor=lambda temoignage: Truncator(temoignage.texte).chars(90),
                url_name=self.chosen_url_name,  # type: ignore[attr-defined]  # set by Wagtail's view
                link_attrs={"data-chooser-modal-choice": True},
            ),
            Column("attribution", label=_("Attribution"), accessor="attribution_texte"),
            Column("edition", label=_("Édition"), accessor="edition"),
        ]

    def get_object_list(self) -> object:
        """Return what may be shown today."""
        return Temoignage.objects.publies()


class TemoignageChooseView(_Colonnes, ChooseView):
    pass


class TemoignageChooseResultsView(_Colonnes, ChooseResultsView):
    pass


class TemoignageChooserViewSet(ChooserViewSet):
    """Choose a published testimony: pages quote it by reference."""

    model = Temoignage
    name = "choisir_temoignage"
    icon = "openquote"
    choose_one_text = _("Choisir un témoignage")
    choose_another_text = _("Choisir un autre témoignage")
    choose_view_class = TemoignageChooseView
    choose_results_view_class = TemoignageChooseResultsView


temoignage_chooser_viewset = TemoignageChooserViewSet()
