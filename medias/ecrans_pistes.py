"""The screens of the tracks: their list, their words beside their transcript, their review."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .constats import dire
from .examen import examiner
from .forms_pistes import NouvellePisteForm, PisteForm
from .models import Piste

GABARIT = "medias/admin/piste.html"
A_DEUX = _("Vous avez écrit cette traduction en dernier : une autre personne doit la relire.")


class Ecrire:
    """Keep the words, then the review when that button was pressed; stay on the screen, with the transcript."""

    request: HttpRequest
    object: Piste | None
    form: Any
    success_message = _("C’est enregistré : %(object)s.")
    error_message = _("Rien n’est enregistré : corrigez ce qui suit.")

    def save_instance(self) -> Piste:
        if self.form.cleaned_data["vtt"] == self.form.initial.get("vtt"):
            self.form.changed_data.clear()  # ends of lines are not words: the history would name a writer
        piste: Piste = super().save_instance()  # type: ignore[misc]  # the generic view's
        if "action-relire" not in self.request.POST:
            return piste
        if piste.se_relit_par(self.request.user):
            piste.relire(self.request.user)
            piste.save()
        else:
            messages.warning(self.request, A_DEUX)
        return piste

    def get_success_url(self) -> str:
        """Return the screen of the track."""
        assert self.object is not None  # noqa: S101 - just saved
        return reverse("pistes:edit", args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        """Return none: one is already there."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the transcript as it is kept, and what would make its captions hard to read."""
        contexte: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # the generic view's
        if piste := self.object:
            gardee = Piste.objects.select_related("enregistrement", "relue_par").get(pk=piste.pk)
            duree = gardee.enregistrement.duration
            contexte |= {"piste": gardee, "remarques": [dire(c) for c in examiner(gardee.vtt, duree)]}
            contexte["a_deux"] = "" if gardee.se_relit_par(self.request.user) else A_DEUX
        return contexte


class NouvellePisteView(Ecrire, generic.CreateView):
    """Give words to a recording: `?enregistrement=` chooses it."""

    page_subtitle = _("Sous-titres et transcription")

    def get_initial(self) -> dict[str, Any]:
        """Return the recording that the link named."""
        numero = self.request.GET.get("enregistrement", "")
        return {"enregistrement": int(numero)} if numero.isdecimal() else {}


class PisteView(Ecrire, generic.EditView):
    """Correct, replace, review."""


class PistesView(generic.IndexView):
    """Every track, by recording."""

    def get_base_queryset(self) -> Any:
        """Return them with what the list shows of them."""
        return super().get_base_queryset().select_related("enregistrement", "relue_par")


class PisteViewSet(ModelViewSet):
    """The words of recordings, by language; the history says who changed them."""

    model = Piste
    name = "pistes"
    icon = "openquote"
    menu_label = _("Sous-titres")
    menu_order = 301  # after the recordings
    add_to_admin_menu = True
    add_to_reference_index = False  # a track makes nothing public
    copy_view_enabled = False
    index_view_class = PistesView
    add_view_class = NouvellePisteView
    edit_view_class = PisteView
    create_template_name = GABARIT
    edit_template_name = GABARIT
    list_display = [
        TitleColumn("enregistrement", label=_("Enregistrement"), url_name="pistes:edit"),
        Column("langue", label=_("Langue"), accessor="get_langue_display"),
        Column("etat", label=_("État"), accessor="get_etat_display"),
        Column("relue_le", label=_("Relue")),
        Column("relue_par", label=_("Par")),
    ]
    list_filter = ["enregistrement", "langue", "etat"]

    def get_form_class(self, for_update: bool = False) -> type[PisteForm]:
        """Return the form; a track keeps its recording and its language."""
        return PisteForm if for_update else NouvellePisteForm
