"""Background tasks of events. Their arguments are ids: what is told is read when the mail leaves, tried again later."""

from django_tasks import task
from wagtail.models import TaskState

from reseau.courriel import poster
from reseau.models import Compte

from ..models import Evenement
from .avis import ecrire_a_la_ressource, ecrire_annulation, est_moderateur
from .permissions import peut_modifier
from .resume import attentes_de, ecrire_resume


@task()
def prevenir_la_ressource(etape_id: int, reponse: str, compte_id: int, essai: int = 0) -> bool:
    """Tell a person of a resource what was answered (`avis.Reponse`), if they still speak for it; say if it left."""
    etape = TaskState.objects.select_related("revision").filter(pk=etape_id).first()
    compte = Compte.objects.filter(pk=compte_id).exclude(email="").first()
    if etape is None or compte is None or not peut_modifier(compte, etape.revision.content_object):
        return False
    return poster(
        lambda: ecrire_a_la_ressource(compte, reponse, etape),
        tache=prevenir_la_ressource,
        arguments=(etape_id, reponse, compte_id),
        essai=essai,
    )


@task()
def prevenir_annulation(evenement_id: int, compte_id: int, essai: int = 0) -> bool:
    """Tell a moderator of the region that a resource cancelled; say if it left."""
    evenement = Evenement.objects.select_related("ressource").filter(pk=evenement_id).first()
    compte = Compte.objects.filter(pk=compte_id).first()
    if evenement is None or compte is None or not est_moderateur(compte, evenement):
        return False
    return poster(
        lambda: ecrire_annulation(compte, evenement),
        tache=prevenir_annulation,
        arguments=(evenement_id, compte_id),
        essai=essai,
    )


@task()
def envoyer_resume(compte_id: int, essai: int = 0) -> bool:
    """Tell a moderator what waits in their regions, as it is when the mail leaves; say if it left."""
    compte = Compte.objects.filter(pk=compte_id).first()
    if compte is None or not (attentes := attentes_de(compte)):
        return False
    return poster(lambda: ecrire_resume(compte, attentes), tache=envoyer_resume, arguments=(compte_id,), essai=essai)
