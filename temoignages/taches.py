"""Background tasks of the room. Their arguments are ids, never a text."""

from django_tasks import task

from .actions.deposer import alerter
from .models import Depot


@task()
def alerter_danger(depot_id: str) -> int:
    """Write to the moderators about a deposit that may speak of an immediate danger; return how many."""
    return alerter(depot=Depot.objects.get(pk=depot_id))
