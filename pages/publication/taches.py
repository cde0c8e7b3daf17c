"""Background tasks of publication. Their arguments are ids: neither a text nor an address waits in the queue."""

from django_tasks import task
from wagtail.models import Revision

from reseau.courriel import poster
from reseau.models import Compte

from .courriels import ecrire, est_concerne


@task()
def prevenir(revision_id: int, avis: str, compte_id: int, essai: int = 0) -> bool:
    """Tell a person what happened to a text (`courriels.Avis`), tried again later when mail is down; say if it left."""
    revision = Revision.objects.filter(pk=revision_id).first()
    compte = Compte.objects.filter(pk=compte_id).first()
    if revision is None or compte is None or not est_concerne(compte, avis, revision):
        return False
    return poster(
        lambda: ecrire(compte, avis, revision),
        tache=prevenir,
        arguments=(revision_id, avis, compte_id),
        essai=essai,
    )
