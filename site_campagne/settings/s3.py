"""An S3 server, when the environment names one: where it is, under which account, in which buckets."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .noyau import env

LOCAUX = {"127.0.0.1", "::1", "localhost"}
ENSEMBLE = "S3_ADRESSE, S3_CLE, S3_SECRET, S3_SEAU_PRIVE"


@dataclass(frozen=True, slots=True)
class AccesS3:
    """How to reach a server; its keys are not shown."""

    adresse: str
    region: str
    cle: str = field(repr=False)
    secret: str = field(repr=False)
    seau_prive: str
    seau_public: str = ""

    def source(self, seau: str) -> str:
        """Return what a content policy says of a bucket: it, and nobody else's on the same server."""
        return f"{self.adresse}/{seau}/"


def lire_s3() -> AccesS3 | None:
    """Read the server from the environment; nothing when it names none.

    Raises:
        ImproperlyConfigured: it is half named, or its address is not one.
    """
    acces = AccesS3(
        adresse=env.str("S3_ADRESSE", default="").rstrip("/"),
        region=env.str("S3_REGION", default="us-east-1"),
        cle=env.str("S3_CLE", default=""),
        secret=env.str("S3_SECRET", default=""),
        seau_prive=env.str("S3_SEAU_PRIVE", default=""),
        seau_public=env.str("S3_SEAU_PUBLIC", default=""),
    )
    if not any((acces.adresse, acces.cle, acces.secret, acces.seau_prive, acces.seau_public)):
        return None
    _exiger(acces)
    return acces


def _exiger(acces: AccesS3) -> None:
    donnees = (acces.adresse, acces.cle, acces.secret, acces.seau_prive)
    manque = [nom for nom, donnee in zip(ENSEMBLE.split(", "), donnees, strict=True) if not donnee]
    if manque:
        raise ImproperlyConfigured(f"Stockage S3 : il manque {', '.join(manque)}. Donnez {ENSEMBLE}, ou aucune.")
    lue = urlsplit(acces.adresse)
    if lue.path or lue.query or not lue.hostname or not (lue.scheme == "https" or lue.hostname in LOCAUX):
        raise ImproperlyConfigured("Stockage S3 : S3_ADRESSE commence par https:// et s’arrête au nom du serveur.")
    if acces.seau_prive == acces.seau_public:
        raise ImproperlyConfigured("Stockage S3 : S3_SEAU_PRIVE et S3_SEAU_PUBLIC sont deux seaux différents.")
