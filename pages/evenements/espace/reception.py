"""Take what a person of a resource typed: nothing is lost, nothing is made twice, nobody's words are overwritten."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from wagtail.models import WorkflowState

from ...models.evenement import Evenement
from ..actions import EvenementInterdit, enregistrer, proposer
from ..etats import CHAMPS_SAISIS
from ..permissions import peut_modifier
from ..suivi import Etape, suivre

if TYPE_CHECKING:
    from reseau.models import Compte


class Divergence(Exception):
    """Somebody saved another version since this one was opened."""

    def __init__(self, enregistre: Evenement) -> None:
        """Keep the latest version."""
        super().__init__()
        self.enregistre = enregistre


class EstAnnule(Exception):
    """The event was cancelled meanwhile."""


def contenu(evenement: Evenement) -> dict[str, Any]:
    """Return all that a person types of an event."""
    return {champ: getattr(evenement, champ) for champ in CHAMPS_SAISIS}


def recevoir(*, saisi: Evenement, lue: int | None, par: "Compte") -> Evenement:
    """Keep what was typed as a draft. The same words sent twice are kept once, at the same second too.

    Args:
        saisi: the event as typed; its `cle` says which one, saved already or not.
        lue: the number of the revision that the form was opened on, nothing when there was none.
        par: the person.

    Raises:
        EvenementInterdit: the event, or the key, belongs to another resource.
        Divergence: a version that this form has not read was saved since.
        EstAnnule: the event was cancelled since.
    """
    try:
        return _recevoir(saisi, lue, par)
    except IntegrityError:  # the same new event was born meanwhile, on an engine that lets both begin
        return _recevoir(saisi, lue, par)


@transaction.atomic
def _recevoir(saisi: Evenement, lue: int | None, par: "Compte") -> Evenement:
    actuel = Evenement.objects.select_for_update().filter(cle=saisi.cle).first()
    if actuel is None:
        return enregistrer(evenement=saisi, par=par)
    if not peut_modifier(par, actuel):
        raise EvenementInterdit
    version: Evenement = actuel.get_latest_revision_as_object()
    if contenu(version) == contenu(saisi):
        return actuel
    if actuel.est_annule:
        raise EstAnnule
    if lue != actuel.latest_revision_id and not _suit_son_propre_envoi(actuel, lue, par):
        raise Divergence(version)
    for champ, valeur in contenu(saisi).items():
        setattr(version, champ, valeur)
    return enregistrer(evenement=version, par=par)


def _suit_son_propre_envoi(actuel: Evenement, lue: int | None, par: "Compte") -> bool:
    """Say whether the form of a new event is sent again, its first answer lost, and nobody else touched the event."""
    return lue is None and list(actuel.revisions.values_list("user", flat=True)[:2]) == [par.pk]


def est_a_proposer(evenement: Evenement) -> bool:
    """Say whether the latest version has yet to be sent: nobody has it to read, and it is not what is shown."""
    if evenement.est_annule or (evenement.live and not evenement.has_unpublished_changes):
        return False
    etat = evenement.workflow_states.select_related("current_task_state").order_by("-pk").first()
    tache = etat.current_task_state if etat else None
    if tache is None or tache.revision_id != evenement.latest_revision_id:
        return True
    if etat.status == WorkflowState.STATUS_IN_PROGRESS:
        return False
    return suivre(evenement).etape != Etape.REFUSE  # what was refused is written otherwise first


@transaction.atomic
def envoyer(*, evenement: Evenement, lue: int | None, par: "Compte") -> Evenement:
    """Send to the moderators the version that the person has before their eyes. Twice is once.

    Raises:
        Divergence: it is not the latest any more.
        EvenementInterdit, PortesFermees: as `proposer`.
    """
    actuel = Evenement.objects.select_for_update().get(pk=evenement.pk)
    if lue != actuel.latest_revision_id:
        raise Divergence(actuel.get_latest_revision_as_object())
    return proposer(evenement=actuel, par=par) if est_a_proposer(actuel) else actuel
