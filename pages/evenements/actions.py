"""What a resource does to its events: each verb checks, acts, and leaves a line in the log of the event.

Nothing becomes public here: `proposer` starts the workflow, whose end publishes (`publication.actions.conclure`), or
asks `publication.actions.publier_de_confiance`. Only a cancellation takes effect at once.
"""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from ..models.evenement import Evenement
from ..publication.actions import publier_de_confiance
from ..publication.constats import bloquants
from ..publication.refus import PortesFermees, SeulRefuse
from .avis import annoncer_annulation
from .etats import CHAMPS_SAISIS, DATES
from .permissions import peut_modifier
from .suivi import Etape, suivre

if TYPE_CHECKING:
    from reseau.models import Compte


class EvenementInterdit(Exception):
    """The event belongs to another resource, or can no longer change."""


def _exiger(par: "Compte", evenement: Evenement) -> None:
    if not peut_modifier(par, evenement):
        raise EvenementInterdit


def _verrouiller(evenement: Evenement) -> Evenement:
    return Evenement.objects.select_for_update().get(pk=evenement.pk)


@transaction.atomic
def enregistrer(*, evenement: Evenement, par: "Compte") -> Evenement:
    """Keep a draft. Sent twice, a new event is one event: its `cle` was drawn when the form was opened.

    Args:
        evenement: as typed, clean; new, or as its latest version says.
        par: a person of its resource.

    Raises:
        EvenementInterdit: the event, or the key, belongs to another resource.
        ValidationError: what was typed does not hold together.
    """
    _exiger(par, evenement)
    if evenement._state.adding and (jumeau := Evenement.objects.filter(cle=evenement.cle).first()):
        _exiger(par, jumeau)
        return jumeau
    nouveau = evenement._state.adding
    if nouveau:
        evenement.live = False
        evenement.full_clean()
        evenement.save()
    evenement.save_revision(user=par, log_action="wagtail.create" if nouveau else True)
    return evenement


@transaction.atomic
def proposer(*, evenement: Evenement, par: "Compte") -> Evenement:
    """Send the latest version to the moderators; an older version that waits is replaced, one sent back is resumed.

    What a trusted resource proposes is public at once, and read afterwards, unless a gate says a word of it or the
    answer to a moderator is due.

    Raises:
        EvenementInterdit: the event belongs to another resource, or is cancelled.
        PortesFermees: the gates refuse the text; the draft is kept.
    """
    verrouille = _verrouiller(evenement)
    _exiger(par, verrouille)
    if verrouille.est_annule:
        raise EvenementInterdit
    if constats := bloquants(verrouille.get_latest_revision_as_object()):
        raise PortesFermees(verrouille, constats)
    if _est_paru_de_confiance(verrouille, par):
        verrouille.refresh_from_db()
        return verrouille
    etat = verrouille.current_workflow_state
    if etat and etat.status == WorkflowState.STATUS_NEEDS_CHANGES:
        etat.resume(user=par)
        return verrouille
    if etat:
        if etat.current_task_state.revision_id == verrouille.latest_revision_id:
            return verrouille
        etat.cancel(user=par)
    verrouille.get_workflow().start(verrouille, par)
    return verrouille


def _est_paru_de_confiance(evenement: Evenement, par: "Compte") -> bool:
    if suivre(evenement).etape in {Etape.CHANGEMENTS, Etape.REFUSE}:
        return False
    try:
        publier_de_confiance(revision=evenement.latest_revision, par=par)
    except (SeulRefuse, PortesFermees):
        return False
    if etat := evenement.current_workflow_state:  # an older version that waited
        etat.cancel(user=par)
    Evenement.objects.filter(pk=evenement.pk).update(a_revoir=True)
    return True


@transaction.atomic
def annuler(*, evenement: Evenement, par: "Compte") -> Evenement:
    """Cancel at once. What was public stays shown as cancelled; what waits no longer does. Twice is once.

    Raises:
        EvenementInterdit: the event belongs to another resource.
    """
    verrouille = _verrouiller(evenement)
    _exiger(par, verrouille)
    if verrouille.est_annule:
        return verrouille
    # A direct write: the door guards what is approved, and a cancellation asks nobody (SYSTEMES, section 2).
    Evenement.objects.filter(pk=verrouille.pk).update(annule_le=timezone.now(), sequence=verrouille.sequence + 1)
    etat = verrouille.current_workflow_state
    if etat:
        etat.cancel(user=par)
    if etat or verrouille.live:
        annoncer_annulation(verrouille, par)
    log(instance=verrouille, action="pages.annuler_evenement", user=par)
    verrouille.refresh_from_db()
    return verrouille


def dupliquer(*, evenement: Evenement, par: "Compte", cle: UUID | None = None) -> Evenement:
    """Return a new event, not saved, with what the latest version of another says but its dates.

    Raises:
        EvenementInterdit: the event belongs to another resource.
    """
    _exiger(par, evenement)
    modele = evenement.get_latest_revision_as_object()
    saisi = {champ: getattr(modele, champ) for champ in CHAMPS_SAISIS if champ not in DATES}
    return Evenement(live=False, cle=cle or uuid4(), ressource=evenement.ressource, **saisi)
