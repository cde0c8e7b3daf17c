"""What the staff does to events, besides what the workflow's own buttons do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import TaskState

from ..models.evenement import Evenement
from ..publication.refus import HorsRessort, Refus, VersionDepassee
from .permissions import peut_modifier, peut_revoir

if TYPE_CHECKING:
    from reseau.models import Compte


@dataclass(frozen=True, slots=True)
class Issue:
    """What became of one event of a batch: `refus` says why it stays as it was, empty when it is approved."""

    evenement: Evenement
    refus: str = ""


@transaction.atomic
def marquer_revu(*, evenement: Evenement, par: "Compte") -> Evenement:
    """Say that someone read what a trusted resource published. Twice is once.

    Raises:
        HorsRessort: `par` may not approve in that region, or speaks for the resource.
    """
    verrouille = Evenement.objects.select_for_update().get(pk=evenement.pk)
    if not peut_revoir(par, verrouille):
        raise HorsRessort(verrouille)
    if Evenement.objects.filter(pk=verrouille.pk, a_revoir=True).update(a_revoir=False):
        log(instance=verrouille, action="pages.revoir_evenement", user=par, revision=verrouille.live_revision)
    verrouille.refresh_from_db()
    return verrouille


@transaction.atomic
def relire_la_derniere(*, evenement: Evenement, par: "Compte") -> None:
    """Make what waits the version that the staff has just corrected; the resource's own drafts are its to propose.

    Raises:
        PortesFermees: the gates refuse that version; it stays a draft.
    """
    verrouille = Evenement.objects.select_for_update().get(pk=evenement.pk)
    etape, derniere = verrouille.current_workflow_task_state, verrouille.latest_revision
    if etape is None or derniere is None or etape.revision_id == derniere.pk:
        return
    if derniere.user is not None and not peut_modifier(derniere.user, verrouille):
        etape.cancel(user=par, resume=True)


def approuver_en_lot(*, lues: Iterable[tuple[Evenement, int]], par: "Compte") -> list[Issue]:
    """Approve several events, each alone: its gates, four eyes, its region; one refusal leaves the others.

    Args:
        lues: each event, with the key of the revision that `par` was shown.
        par: who approves.
    """
    return [Issue(evenement, _approuver(evenement, revision, par)) for evenement, revision in lues]


def _approuver(evenement: Evenement, revision: int, par: "Compte") -> str:
    try:
        with transaction.atomic():
            etape = Evenement.objects.get(pk=evenement.pk).current_workflow_task_state
            if etape is None or etape.revision_id != revision:
                raise VersionDepassee(evenement)
            etape.task.specific.on_action(etape, par, "approve")
    except Refus as refus:
        return refus.message
    except (Evenement.DoesNotExist, TaskState.DoesNotExist, PermissionDenied):
        return VersionDepassee(evenement).message
    return ""
