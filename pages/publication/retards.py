"""What did not go out at its hour: read at each look, from the schedule and the gates, so that it is never out of date.

Nothing is kept but one line in the log of the page the first time, which says that its authors were told.
"""

import datetime
import logging
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component
from wagtail.log_actions import log, registry
from wagtail.models import Revision

from .approbation import Approbation
from .constats import Constat, bloquants
from .courriels import Avis, annoncer, auteurs
from .publiable import Publiable

# The schedule is kept each minute: what is due since less waits for its turn.
TOLERANCE: Final = datetime.timedelta(minutes=2)
ACTION: Final = "pages.retenir_a_l_heure"
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Retard:
    """A text that was due: since when, what keeps it, and where to correct it (empty for who may not)."""

    objet: Any
    heure: datetime.datetime
    constats: tuple[Constat, ...]
    edition: str


def retards(pour: Any) -> list[Retard]:
    """Return what is late now, the oldest first, as `pour` may edit it."""
    dues = Revision.objects.filter(approved_go_live_at__lte=timezone.now() - TOLERANCE)
    finder = AdminURLFinder(pour)
    trouves = []
    for revision in dues.order_by("approved_go_live_at"):
        try:
            objet = revision.as_object()
        except Exception:  # noqa: BLE001 - a revision that cannot be read must not close the home of the admin
            journal.exception("Revision illisible : %s", revision.pk)
            continue
        raisons = _raisons(objet, revision) if isinstance(objet, Publiable) else ()
        trouves.append(Retard(objet, revision.approved_go_live_at, raisons, finder.get_edit_url(objet) or ""))
    return trouves


def _raisons(objet: Any, revision: Revision) -> tuple[Constat, ...]:
    try:
        constats = bloquants(objet)
    except Exception:  # noqa: BLE001 - a gate that fails must not close the home of the admin
        journal.exception("Portes impossibles à lire : revision %s", revision.pk)
        constats = []
    if not Approbation.objects.filter(revision=revision).exists():
        constats.append(Constat("title", _("Personne n’a approuvé cette version : soumettez-la de nouveau.")))
    return tuple(constats)


def noter(revision: Revision, regles: list[str]) -> None:
    """Write in the log of an object that its revision was refused at its hour, and tell its authors: once."""
    objet = revision.as_object()
    lignes = registry.get_logs_for_instance(objet).filter(action=ACTION)
    if any(ligne.data.get("revision") == revision.pk for ligne in lignes):
        return
    log(instance=objet, action=ACTION, data={"revision": revision.pk, "regles": regles})
    annoncer(Avis.REFUSEE, revision, auteurs(revision))


class RetardsPanel(Component):
    """What was not published at its hour, on the home of the admin, until it is out or taken back."""

    name = "retards"
    template_name = "pages/administration/retards.html"
    order = 40

    def __init__(self, trouves: list[Retard]) -> None:
        """Take what is late."""
        self.trouves = trouves

    @classmethod
    def si_necessaire(cls, pour: Any) -> "list[RetardsPanel]":
        """Return the panel when something is late, else nothing."""
        return [cls(trouves)] if (trouves := retards(pour)) else []

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is late."""
        return {"retards": self.trouves}
