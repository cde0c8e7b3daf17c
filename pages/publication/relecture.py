"""The step of the workflow: one other person reads, and approves or asks for changes."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState, WorkflowState

from medias.donnees import Carte

from .approbation import a_touche, peut_relire
from .constats import bloquants
from .publiable import Publiable
from .refus import PortesFermees, RelectureRefusee

if TYPE_CHECKING:
    from reseau.models import Compte


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

    def on_action(self, task_state: TaskState, user: "Compte", action_name: str, **kwargs: Any) -> Any:
        """Approve or ask for changes, on the words of someone else.

        Raises:
            RelectureRefusee: `user` touched them, or may not review.
        """
        objet = task_state.revision.as_object()
        if not peut_relire(user) or a_touche(user, objet):
            raise RelectureRefusee(objet)
        return super().on_action(task_state, user, action_name, **kwargs)

    def user_can_access_editor(self, obj: models.Model, user: "Compte") -> bool:
        return peut_relire(user)

    def locked_for_user(self, obj: models.Model, user: "Compte") -> bool:
        return not peut_relire(user)

    def get_actions(self, obj: models.Model, user: "Compte") -> list[tuple[str, Any, bool]]:
        if not peut_relire(user) or a_touche(user, obj):
            return []
        return [
            ("reject", _("Demander des changements"), True),
            ("approve", _("Approuver"), False),
            ("approve", _("Approuver avec un commentaire"), True),
        ]

    def get_task_states_user_can_moderate(self, user: "Compte", **kwargs: Any) -> Any:
        ouvertes = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return ouvertes if peut_relire(user) else TaskState.objects.none()
