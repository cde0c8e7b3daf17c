"""Background tasks of the room. Their arguments are ids, or hashes whose key is kept elsewhere; never a text."""

from django_tasks import task

from .actions.deposer import alerter
from .models import Depot
from .residus.suite import chercher_prise


@task()
def alerter_danger(depot_id: str) -> int:
    """Write to the moderators about a deposit that may speak of an immediate danger; return how many."""
    return alerter(depot=Depot.objects.get(pk=depot_id))


@task()
def chercher_apres_retrait(identifiant: str, marques: list[str]) -> int:
    """Look for what was just withdrawn, by the hashes taken before it was deleted; return how many places hold it."""
    return len(chercher_prise(identifiant=identifiant, marques=marques))
