"""A file that could not be deleted is deleted later: a deletion is never given up."""

import logging
from datetime import timedelta
from typing import Final

from django.utils import timezone
from django_tasks import task

from .pannes import StockageIndisponible

JOUR: Final = 24 * 60  # minutes
journal = logging.getLogger(__name__)


@task()
def effacer_du_seau(nom: str, essai: int) -> bool:
    """Try again to delete a file of the private bucket; say whether it is gone."""
    from .stockage import magasin_s3  # noqa: PLC0415 - boto3 is not imported where there is no bucket

    magasin = magasin_s3()
    if magasin is None:
        journal.error("Un fichier à effacer est resté dans un seau que les réglages ne nomment plus.")
        return False
    try:
        magasin.effacer(nom)
    except StockageIndisponible:
        effacer_plus_tard(nom, essai + 1)
        return False
    return True


def effacer_plus_tard(nom: str, essai: int = 0) -> bool:
    """Queue the deletion, later and later, at most a day; say whether there is a queue."""
    if not effacer_du_seau.get_backend().supports_defer:
        return False
    quand = timezone.now() + timedelta(minutes=min(2**essai, JOUR))
    effacer_du_seau.using(run_after=quand).enqueue(nom, essai)
    return True
