"""Background tasks of the network. Their arguments are ids, and grains that mean nothing without the site's secret.

A mail that cannot leave is tried again by the same task (`courriel.poster`): the last argument counts the tries.
"""

from django_tasks import task

from . import connexion, invitations
from .avis import ecrire
from .courriel import poster
from .horloge import maintenant
from .models import Compte, Invitation

# A code serves for a quarter of an hour: its last try leaves in time to be of use.
ESSAIS_D_UN_CODE = 4


@task()
def envoyer_code(compte_id: int, grain: str, essai: int = 0) -> bool:
    """Send a sign-in code, so that the answer takes as long whether the address is known or not; say if it left."""
    compte = Compte.objects.filter(pk=compte_id, is_active=True).first()
    if compte is None or essai > ESSAIS_D_UN_CODE:
        return False
    return poster(
        lambda: connexion.envoyer(compte=compte, grain=grain),
        tache=envoyer_code,
        arguments=(compte_id, grain),
        essai=essai,
    )


@task()
def envoyer_invitation(invitation_id: int, essai: int = 0) -> bool:
    """Send an invitation that still waits for an answer; say if it left."""
    invitation = Invitation.objects.en_attente().select_related("ressource").filter(pk=invitation_id).first()
    if invitation is None or invitation.envoyee_le:
        return False
    partie = poster(
        lambda: invitations.envoyer(invitation), tache=envoyer_invitation, arguments=(invitation_id,), essai=essai
    )
    if partie:
        Invitation.objects.filter(pk=invitation_id, grain=invitation.grain).update(envoyee_le=maintenant())
    return partie


@task()
def envoyer_avis(compte_id: int, avis: str, essai: int = 0) -> bool:
    """Tell a person what happened to their account (`avis.Avis`); say if it left."""
    compte = Compte.objects.filter(pk=compte_id).exclude(email="").first()
    if compte is None:
        return False
    return poster(lambda: ecrire(compte, avis), tache=envoyer_avis, arguments=(compte_id, avis), essai=essai)
