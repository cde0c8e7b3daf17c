"""Who may do what to an event: its resource, and the staff of its region."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.permission_policies import ModelPermissionPolicy

from ..publication.approbation import peut_relire

if TYPE_CHECKING:
    from reseau.models import Compte

    from ..models import Evenement


def peut_modifier(compte: "Compte", evenement: "Evenement") -> bool:
    """Whether `compte` speaks for the resource of an event, whatever its state: it edits, copies, cancels."""
    return bool(compte.is_active and evenement.ressource.a_pour_contact(compte))


def peut_importer(compte: "Compte") -> bool:
    """Whether `compte` brings in a file of events, of any resource of its regions: the staff that writes events."""
    return bool(compte.is_active and compte.has_perm("pages.add_evenement"))


def peut_revoir(compte: "Compte", evenement: "Evenement") -> bool:
    """Whether `compte` may say that it read what a trusted resource published; never for a resource of its own."""
    return peut_relire(compte, evenement) and not peut_modifier(compte, evenement)


@dataclass(frozen=True, slots=True)
class PermissionsEvenement:
    """What the screens of the staff offer, under the names of Wagtail's tester of pages."""

    personne: Any
    evenement: "Evenement"

    def can_edit(self) -> bool:
        """Whether the person writes events and looks after the region, or reads this one on its way out."""
        if not self.personne.is_active or not self.evenement.est_du_ressort_de(self.personne):
            return False
        etape = self.evenement.current_workflow_task
        return bool(
            self.personne.has_perm("pages.change_evenement")
            or (etape and etape.user_can_access_editor(self.evenement, self.personne))
        )

    def peut_depublier(self) -> bool:
        """Whether the person may take down what is public."""
        return bool(self.evenement.live and (self.can_edit() or peut_relire(self.personne, self.evenement)))


class PolitiqueEvenement(ModelPermissionPolicy):
    """Nobody publishes nor takes down by Wagtail's own buttons, superusers included; what was public is not deleted."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Answer for the type."""
        return action not in {"publish", "unpublish"} and bool(super().user_has_permission(user, action))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Answer for one event."""
        if action == "delete" and instance.first_published_at:
            return False
        return self.user_has_permission(user, action)
