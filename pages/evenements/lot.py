"""Approval of several events from the list: what is shown is what is approved, each alone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..models.evenement import Evenement
from ..publication.approbation import a_touche, peut_relire
from ..publication.panneau import constats_du_brouillon
from .moderation import approuver_en_lot


class LotForm(forms.Form):
    """Which version of each event was on the screen: « event:revision », each apart by a space."""

    lues = forms.RegexField(r"\A(\d+:\d+( \d+:\d+)*)?\Z", widget=forms.HiddenInput, required=False)

    def clean_lues(self) -> dict[int, int]:
        """Return the revision that was shown, by event."""
        paires = (paire.split(":") for paire in self.cleaned_data["lues"].split())
        return {int(evenement): int(revision) for evenement, revision in paires}


class ApprouverBulkAction(SnippetBulkAction):
    """« Approuver », in the footer of the list."""

    display_name = _("Approuver")
    action_type = "approuver"
    aria_label = _("Approuver les événements choisis")
    template_name = "pages/administration/approuver_en_lot.html"
    action_priority = 10
    form_class = LotForm

    models = [Evenement]

    def check_perm(self, evenement: Evenement) -> bool:
        """Say whether this person may approve what waits of an event."""
        etape, personne = evenement.current_workflow_task_state, self.request.user
        if etape is None:
            return False
        version = etape.revision.as_object()
        return peut_relire(personne, version) and not a_touche(personne, version)

    def object_context(self, evenement: Evenement) -> dict[str, Any]:
        """Add what is waited for, as it would be public, and what the gates say of it."""
        contexte: dict[str, Any] = super().object_context(evenement)
        etape = evenement.current_workflow_task_state
        return contexte | {
            "item": etape.revision.as_object(),
            "revision": etape.revision_id,
            "constats": constats_du_brouillon(evenement),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Write in the form which versions are shown."""
        contexte: dict[str, Any] = super().get_context_data(**kwargs)
        lues = " ".join(f"{ligne['item'].pk}:{ligne['revision']}" for ligne in contexte["items"])
        return contexte | {"form": LotForm(initial={"lues": lues})}

    @classmethod
    def execute_action(cls, objects: Sequence[Evenement], **kwargs: Any) -> tuple[int, int]:
        """Approve what was shown; say line by line what stays, and why."""
        ecran = kwargs["self"]
        lues = ecran.cleaned_form.cleaned_data["lues"]
        issues = approuver_en_lot(lues=[(e, lues.get(e.pk, 0)) for e in objects], par=ecran.request.user)
        for issue in issues:
            if issue.refus:
                avis = _now("« %(titre)s » : %(refus)s") % {"titre": issue.evenement.titre, "refus": issue.refus}
                messages.warning(ecran.request, avis)
        return sum(not issue.refus for issue in issues), 0

    def get_success_message(self, approuves: int, _enfants: int) -> str | None:
        """Count what is approved."""
        avis = ngettext("%(nombre)s événement approuvé.", "%(nombre)s événements approuvés.", approuves)
        return avis % {"nombre": approuves} if approuves else None
