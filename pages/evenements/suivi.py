"""Where an event stands, for the resource that submitted it and for the staff, with the moderator's words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, TextChoices, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

if TYPE_CHECKING:
    from ..models import Evenement


class Etape(TextChoices):
    """The words of each state."""

    BROUILLON = "brouillon", _("brouillon, vous seuls le voyez")
    ATTENTE = "attente", _("en attente d’une réponse de la fédération")
    CHANGEMENTS = "changements", _("un changement est demandé")
    REFUSE = "refuse", _("refusé")
    PUBLIE = "publie", _("affiché dans l’agenda")
    ANNULE = "annule", _("annulé")


@dataclass(frozen=True, slots=True)
class Suivi:
    """What the public sees and what its latest version waits for.

    `etape` is the state of the latest version; `est_public` whether an approved one is shown meanwhile; `mot` the words
    of the moderator, empty when there are none.
    """

    etape: Etape
    est_public: bool
    mot: str = ""


def avec_etape(evenements: "QuerySet[Evenement]") -> "QuerySet[Any]":
    """Add to each event its `etape`, the moderator's `mot` when it answers it, and since when it waits (`depuis`).

    All is read from its latest workflow, in the same query.
    """
    genre = ContentType.objects.get_for_model(evenements.model)
    derniere = WorkflowState.objects.filter(
        base_content_type=genre, object_id=Cast(OuterRef("pk"), CharField(max_length=255))
    ).order_by("-pk")
    repondu = Q(_relecture=WorkflowState.STATUS_CANCELLED, _tache=TaskState.STATUS_CANCELLED) & Q(_mot__gt="")
    etape = Case(
        When(annule_le__isnull=False, then=Value(Etape.ANNULE.value)),
        When(_relecture=WorkflowState.STATUS_IN_PROGRESS, then=Value(Etape.ATTENTE.value)),
        When(_relecture=WorkflowState.STATUS_NEEDS_CHANGES, then=Value(Etape.CHANGEMENTS.value)),
        When(repondu, then=Value(Etape.REFUSE.value)),
        When(live=True, has_unpublished_changes=False, then=Value(Etape.PUBLIE.value)),
        default=Value(Etape.BROUILLON.value),
    )
    lus = evenements.annotate(
        _relecture=Subquery(derniere.values("status")[:1]),
        _tache=Subquery(derniere.values("current_task_state__status")[:1]),
        _mot=Subquery(derniere.values("current_task_state__comment")[:1]),
        depuis=Subquery(derniere.values("current_task_state__started_at")[:1]),
    )
    reponse = When(etape__in=[Etape.CHANGEMENTS, Etape.REFUSE], then=F("_mot"))
    return lus.annotate(etape=etape).annotate(mot=Case(reponse, default=Value(""), output_field=TextField()))


def suivre(evenement: "Evenement") -> Suivi:
    """Return where an event stands. One query."""
    lu = avec_etape(type(evenement)._default_manager.filter(pk=evenement.pk)).get()
    return Suivi(Etape(lu.etape), lu.live, lu.mot)
