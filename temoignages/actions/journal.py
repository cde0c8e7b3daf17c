"""Writing the audit log, and changing state: what every action ends with."""

from reseau.horloge import maintenant
from reseau.models import Compte

from ..etats import TRANSITIONS, EtatDepot
from ..models import Depot, Trace
from .erreurs import Refus


def tracer(verbe: str, objet: str, objet_id: object, *, par: Compte | None = None, motif: str = "") -> None:
    """Write one act. Takes ids and closed reasons only."""
    Trace.objects.create(verbe=verbe, objet=objet, objet_id=str(objet_id), par=par, motif=motif, le=maintenant())


def verrouiller(depot: Depot) -> Depot:
    """Return the row as it is now, locked until the end of the transaction."""
    return Depot.objects.select_for_update().get(pk=depot.pk)


def passer(depot: Depot, etat: EtatDepot) -> None:
    """Move a locked deposit to `etat`. Raises `Refus("etat")` when the table does not allow it."""
    if etat not in TRANSITIONS[EtatDepot(depot.etat)]:
        raise Refus("etat")
    depot.etat = etat
