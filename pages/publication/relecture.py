"""The step of the workflow: one other person approves, asks for changes, or refuses what came from outside."""

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.dispatch import Signal
from django.forms import CharField, Form, Textarea
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Task, TaskState, WorkflowState

from medias.donnees import Carte

from .approbation import a_touche, peut_relire
from .constats import bloquants
from .exigence import publiables
from .publiable import Publiable
from .refus import HorsRessort, PortesFermees, RelectureRefusee, VersionDepassee

if TYPE_CHECKING:
    from reseau.models import Compte


REFUSER = "refuser"
# Sent with `instance`, the step, once a refusal is written with its words.
version_refusee = Signal()


class RefusForm(Form):
    """Why: the words that the people who proposed will read."""

    comment = CharField(
        label=_("Ce que liront les personnes qui l’ont proposé"), widget=Textarea({"rows": 3}), max_length=1000
    )


class RelectureTask(Task):
    """Approval by someone who did not touch the text since its last approval. The gates are asked at submission."""

    donnees = Carte(autres="task_ptr")

    class Meta:
        verbose_name = _("relecture par une autre personne")
        verbose_name_plural = _("relectures par une autre personne")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Approuve qui peut relire et n’a pas touché au texte depuis sa dernière approbation."))

    def start(self, workflow_state: WorkflowState, user: "Compte | None" = None) -> TaskState:
        """Open the step.

        Raises:
            PortesFermees: the gates refuse the text; the draft is kept.
        """
        revision = workflow_state.content_object.get_latest_revision()
        objet = revision.as_object()
        if isinstance(objet, Publiable) and (constats := bloquants(objet)):
            self._revenir(workflow_state)
            raise PortesFermees(objet, constats)
        return super().start(workflow_state, user=user)

    @staticmethod
    def _revenir(workflow_state: WorkflowState) -> None:
        """Put a resumed workflow back as it was; Wagtail's `resume` has already saved it half open."""
        if precedente := workflow_state.task_states.order_by("-pk").first():
            workflow_state.status = WorkflowState.STATUS_NEEDS_CHANGES
            workflow_state.current_task_state = precedente
            workflow_state.save()

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: "Compte", action_name: str, **kwargs: Any) -> Any:
        """Approve, ask for changes, or refuse, on the words of someone else.

        Raises:
            HorsRessort: `user` may not review this object.
            RelectureRefusee: `user` touched the words.
            VersionDepassee: someone answered first, or the words changed since.
        """
        objet = task_state.revision.as_object()
        if not peut_relire(user, objet):
            raise HorsRessort(objet)
        if a_touche(user, objet):
            raise RelectureRefusee(objet)
        self._exiger_l_attente(task_state, objet, action_name)
        if action_name == REFUSER:
            return self._refuser(task_state, user, **kwargs)
        return super().on_action(task_state, user, action_name, **kwargs)

    @staticmethod
    def _exiger_l_attente(etape: TaskState, objet: Any, action: str) -> None:
        """Lock the row of the object: who comes second sees what the first one did."""
        modele = etape.revision.base_content_type.model_class()
        ligne = modele._base_manager.select_for_update().get(pk=objet.pk)
        attend = TaskState.objects.filter(pk=etape.pk, status=TaskState.STATUS_IN_PROGRESS).exists()
        # A page approved while it is corrected waits again by itself (WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT).
        a_change = objet.vient_de_dehors and action == "approve" and ligne.latest_revision_id != etape.revision_id
        if not attend or a_change:
            raise VersionDepassee(objet)

    @staticmethod
    def _refuser(etape: TaskState, par: "Compte", comment: str = "") -> None:
        """End the workflow with the words of who refuses; the object may be proposed again, written otherwise."""
        etape.workflow_state.cancel(user=par)
        TaskState.objects.filter(pk=etape.pk).update(comment=comment)  # `cancel` has just emptied it
        log(instance=etape.revision.as_object(), action="pages.refuser", user=par, revision=etape.revision)
        version_refusee.send(RelectureTask, instance=etape)

    def get_form_for_action(self, action: str) -> type[Form]:
        return RefusForm if action == REFUSER else super().get_form_for_action(action)

    def user_can_access_editor(self, obj: models.Model, user: "Compte") -> bool:
        return peut_relire(user, obj)

    def locked_for_user(self, obj: models.Model, user: "Compte") -> bool:
        return not peut_relire(user, obj)

    def get_actions(self, obj: models.Model, user: "Compte") -> list[tuple[str, Any, bool]]:
        if not peut_relire(user, obj) or a_touche(user, obj):
            return []
        refus = [(REFUSER, _("Refuser"), True)] if getattr(obj, "vient_de_dehors", False) else []
        return [
            ("reject", _("Demander des changements"), True),
            *refus,
            ("approve", _("Approuver"), False),
            ("approve", _("Approuver avec un commentaire"), True),
        ]

    def get_task_states_user_can_moderate(self, user: "Compte", **kwargs: Any) -> Any:
        if not peut_relire(user):
            return TaskState.objects.none()
        ouvertes = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        for modele in publiables():
            ouvertes = ouvertes.exclude(revision__in=modele.revisions_hors_du_ressort_de(user))
        return ouvertes
