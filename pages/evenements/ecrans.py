"""The editor of an event for the staff, and the page where one reads what is public."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.views.snippets import EditView, InspectView

from reseau.models import Ressource

from ..publication.refus import VersionDepassee
from .moderation import relire_la_derniere
from .permissions import peut_revoir


class EvenementForm(WagtailAdminModelForm):
    """An event keeps its resource; a new one is offered those that are members today."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the resources that it may have."""
        super().__init__(*args, **kwargs)
        if ressource := self.fields.get("ressource"):
            ressource.queryset = Ressource.objects.actives().order_by("cle")
            if self.instance.pk:
                ressource.queryset = Ressource.objects.filter(pk=self.instance.ressource_id)
                ressource.disabled = True


class EvenementEditView(EditView):
    """Wagtail's editor, by region; the workflow acts on the version that was on the screen, and on no other."""

    def user_has_permission(self, permission: str) -> bool:
        """Ask the event itself who may edit it: its region counts."""
        if permission == "change":
            return bool(self.object.permissions_for_user(self.request.user).can_edit())
        return bool(super().user_has_permission(permission))

    def get_available_actions(self) -> list[str]:
        """Leave out what ends a workflow without a word to the resource: « Refuser » says why."""
        return [nom for nom in super().get_available_actions() if nom not in {"cancel-workflow", "restart-workflow"}]

    def save_instance(self) -> Any:
        """Keep what was typed; who approves without a change writes nothing, and has touched nothing."""
        self.est_depassee = self.is_out_of_date  # asked now: saving makes a newer version
        if self.action == "workflow-action" and not self.form.has_changed():
            self.new_revision, self.has_content_changes = None, False
            return self.form.instance
        return super().save_instance()

    def edit_action(self) -> None:
        """Make what was corrected the version that waits, once it is saved on purpose."""
        if not self.expects_json_response:
            relire_la_derniere(evenement=self.object, par=self.request.user)

    def workflow_action_action(self) -> Any:
        """Act, unless another version came since the screen was opened."""
        if self.est_depassee:
            raise VersionDepassee(self.object)
        return super().workflow_action_action()


class EvenementInspectView(InspectView):
    """What the public reads, with « Revu » for what a trusted resource published."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether this person may say that it is read."""
        a_revoir = self.object.a_revoir and self.object.live
        revoir = a_revoir and peut_revoir(self.request.user, self.object)
        contexte: dict[str, Any] = super().get_context_data(**kwargs)
        return contexte | {"peut_revoir": revoir}

    def get_edit_url(self) -> str | None:
        """Return the editor for who may enter it."""
        if self.object.permissions_for_user(self.request.user).can_edit():
            return reverse(self.edit_url_name, args=[self.object.pk])
        return None


class DepublierMenuItem(ActionMenuItem):
    """The emergency exit, in the editor of an event, even while someone reads the next version."""

    name = "action-depublier"
    label = _("Retirer de la publication")
    icon_name = "download"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it on what is public, to who may."""
        evenement = context.get("instance")
        return bool(evenement and evenement.permissions_for_user(context["request"].user).peut_depublier())

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the screen that asks why."""
        return reverse("publication:retirer_evenement", args=[parent_context["instance"].pk])
