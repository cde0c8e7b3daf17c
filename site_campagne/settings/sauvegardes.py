"""Backups: where they go, under which key, and the flag that closes the site while one is put back."""

from .donnees import S3
from .noyau import VAR, env
from .s3 import AccesS3

# A folder, or « s3://seau/prefixe ». Two places that never meet: VIE_PRIVEE, section 2. Empty: no backup, and the
# command says so.
SAUVEGARDES = env.str("SAUVEGARDES", default="")
SAUVEGARDES_COFFRE = env.str("SAUVEGARDES_COFFRE", default="")
# A file of keys, outside of every archive: one line a key, a name and 32 bytes in base64; the first one writes.
CLE_SAUVEGARDES = env.str("CLE_SAUVEGARDES", default="")
# How many archives of the site are kept: of the last days, then one a week, then one a month.
SAUVEGARDES_GARDEES = (
    env.int("SAUVEGARDES_JOURS", default=7),
    env.int("SAUVEGARDES_SEMAINES", default=4),
    env.int("SAUVEGARDES_MOIS", default=6),
)
# While this file is there, every address answers 503. Several machines: a folder that they share, or stop them all.
FICHIER_DE_FERMETURE = env.str("FICHIER_DE_FERMETURE", default="") or str(VAR / "site-ferme")


def lire_acces() -> AccesS3 | None:
    """Return the account that writes archives: its own when the environment names one, else that of the files."""
    adresse = env.str("SAUVEGARDES_S3_ADRESSE", default="").rstrip("/")
    if not adresse:
        return S3
    return AccesS3(
        adresse=adresse,
        region=env.str("SAUVEGARDES_S3_REGION", default="us-east-1"),
        cle=env.str("SAUVEGARDES_S3_CLE"),
        secret=env.str("SAUVEGARDES_S3_SECRET"),
        seau_prive="",
    )


SAUVEGARDES_S3 = lire_acces()
