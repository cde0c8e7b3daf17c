"""What `manage.py check --deploy` asks of the private bucket: that it answers, and to nobody without a signature."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Avis

from .pannes import StockageIndisponible


@register(Tags.security, deploy=True)
def verifier_le_seau(**_contexte: Any) -> list[CheckMessage]:
    """Write a file of a few bytes, ask for it without a signature, delete it."""
    if not settings.S3:
        return []
    from .stockage import SeauOuvert, StockageS3  # noqa: PLC0415 - boto3, only where there is a server

    try:
        StockageS3().verifier_ferme()
    except SeauOuvert:
        return [Error("Le seau privé (S3_SEAU_PRIVE) se lit sans signature.", id="medias.E001")]
    except StockageIndisponible:
        return [Avis("Le serveur S3 ne répond pas, ou refuse ce compte.", id="medias.W001")]
    return []
