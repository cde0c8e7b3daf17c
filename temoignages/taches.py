"""Background tasks of the room. Their arguments are ids, or hashes whose key is kept elsewhere; never a text."""

from django_tasks import task

from reseau.courriel import poster

from .actions.deposer import a_alerter, alerter
from .models import Depot
from .residus.suite import chercher_prise


@task()
def alerter_danger(depot_id: str) -> int:
    """Queue a mail to each moderator about a deposit that may speak of an immediate danger; return how many."""
    comptes = a_alerter()
    for compte in comptes:
        ecrire_danger.enqueue(depot_id, compte.pk)
    return len(comptes)


@task()
def ecrire_danger(depot_id: str, compte_id: int, essai: int = 0) -> bool:
    """Tell a moderator of such a deposit, tried again later when mail is down; say if it left."""
    depot = Depot.objects.filter(pk=depot_id).first()
    compte = next((compte for compte in a_alerter() if compte.pk == compte_id), None)
    if depot is None or compte is None:
        return False
    return poster(
        lambda: alerter(depot=depot, compte=compte),
        tache=ecrire_danger,
        arguments=(depot_id, compte_id),
        essai=essai,
    )


@task()
def chercher_apres_retrait(identifiant: str, marques: list[str]) -> int:
    """Look for what was just withdrawn, by the hashes taken before it was deleted; return how many places hold it."""
    return len(chercher_prise(identifiant=identifiant, marques=marques))
