"""The admin screens of the room that Wagtail builds."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import ProtectedError, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from .forms_suppleance import SuppleanceForm
from .models import Amorce, NomPermis, PhraseSuivi, Suppleance, Temoignage, Theme
from .suivi import PHRASES


class AmorceViewSet(ModelViewSet):
    """Sentences to complete: list, create, edit, order."""

    model = Amorce
    name = "phrases"
    icon = "edit"
    menu_label = _("Phrases à compléter")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    form_fields = ["texte", "texte_en", "couleur", "ordre", "active"]
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


class ThemeDeleteView(DeleteView):
    """Delete a theme that no text bears; the others stay, with a sentence."""

    def form_valid(self, form: forms.Form) -> HttpResponseBase:
        try:
            reponse: HttpResponseBase = super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Des textes portent ce thème : il ne peut pas être supprimé."))
            return redirect(self.get_success_url())
        return reponse


class ThemeViewSet(ModelViewSet):
    """What texts speak of, as the staff names it; readers choose one, the wall can be read by it."""

    model = Theme
    name = "themes"
    icon = "tag"
    menu_label = _("Thèmes des paroles")
    menu_order = 335
    add_to_settings_menu = True
    copy_view_enabled = False
    delete_view_class = ThemeDeleteView
    form_fields = ["nom", "nom_en", "ordre"]
    list_display = ["nom", "ordre"]
    ordering = ["ordre", "nom"]


class SuppleanceViewSet(ModelViewSet):
    """Who approves while an approver is away; its history says who named whom."""

    model = Suppleance
    name = "suppleances"
    icon = "user"
    menu_label = _("Suppléances")
    menu_order = 345
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        Column("titulaire", label=_("Personne absente"), accessor="titulaire.nom_affiche"),
        Column("suppleant", label=_("Remplacée par"), accessor="suppleant.nom_affiche"),
        "du",
        "au",
    ]

    def get_form_class(self, for_update: bool = False) -> type[SuppleanceForm]:
        """Return the form that refuses who could not do it."""
        return SuppleanceForm


class PhrasesParDefautPanel(HelpPanel):
    """What each status says as long as the staff writes nothing."""

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the sentences of the code."""
            contexte: dict[str, Any] = super().get_context_data(parent_context)
            return contexte | {"phrases": [(statut.label, phrase) for statut, phrase in PHRASES.items()]}


class PhraseSuiviViewSet(ModelViewSet):
    """What the follow-up page answers, in the staff's words; a row deleted gives back the sentence of the code."""

    model = PhraseSuivi
    name = "phrases-du-suivi"
    icon = "comment"
    menu_label = _("Phrases du suivi")
    menu_order = 340
    add_to_settings_menu = True
    copy_view_enabled = False
    panels = [
        FieldPanel("statut"),
        FieldPanel("texte"),
        PhrasesParDefautPanel(
            template="temoignages/admin/phrases_par_defaut.html", heading=_("Sans phrase de votre part")
        ),
    ]
    list_display = ["statut", "texte"]


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
