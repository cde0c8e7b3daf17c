"""Background tasks of the network. Their arguments are ids, and grains that mean nothing without the site's secret."""

import logging

from django_tasks import task

from .connexion import envoyer
from .models import Compte


@task()
def envoyer_code(compte_id: int, grain: str) -> bool:
    """Send a sign-in code, so that the answer takes as long whether the address is known or not; say if it left."""
    try:
        envoyer(compte=Compte.objects.get(pk=compte_id), grain=grain)
    except OSError:  # its message may hold the address: only the number of the account is logged
        logging.getLogger(__name__).error("Code de connexion non envoyé : compte %s.", compte_id)  # noqa: TRY400
        return False
    return True
