"""Where archives are: a folder, or a bucket. A name is there whole, or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from .refus import SauvegardeImpossible, dire_les_pannes
from .scelle import Entree, Sortie

S3 = "s3://"


class Lieu(Protocol):
    """A place that keeps files under names. Each method raises `SauvegardeImpossible` when it does not answer."""

    def ecrire(self, nom: str) -> Any:
        """Return a context that gives where to write; what is left by an error is not there."""

    def ouvrir(self, nom: str) -> Any:
        """Return a context that gives what to read. Raises `SauvegardeImpossible` when the name is not there."""

    def noms(self, prefixe: str = "") -> list[str]:
        """Return the names that begin so, in order."""

    def effacer(self, nom: str) -> None:
        """Delete a name; nothing when it is not there."""


class Dossier:
    """A folder of this machine, or one that it mounts."""

    def __init__(self, racine: Path) -> None:
        """Name the folder; it is made on first use."""
        self.racine = racine

    @contextmanager
    def ecrire(self, nom: str) -> Iterator[Sortie]:
        chemin = self.racine / nom
        partiel = chemin.with_name(f".{chemin.name}.{secrets.token_hex(4)}.partiel")
        with dire_les_pannes("Le dossier des sauvegardes"):
            chemin.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                descripteur = os.open(partiel, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with open(descripteur, "wb") as sortie:  # noqa: PTH123 - a descriptor, for its mode
                    yield sortie
                    sortie.flush()
                    os.fsync(sortie.fileno())
                partiel.replace(chemin)
            finally:
                with suppress(OSError):
                    partiel.unlink()

    @contextmanager
    def ouvrir(self, nom: str) -> Iterator[Entree]:
        with dire_les_pannes("Le dossier des sauvegardes"):
            chemin = self.racine / nom
            if not chemin.is_file():
                raise SauvegardeImpossible(f"L’archive {chemin.name} est introuvable.")
            with chemin.open("rb") as entree:
                yield entree

    def noms(self, prefixe: str = "") -> list[str]:
        with dire_les_pannes("Le dossier des sauvegardes"):
            dossier = self.racine / prefixe.rpartition("/")[0]
            presents = dossier.iterdir() if dossier.is_dir() else iter(())
            relatifs = (str(f.relative_to(self.racine)) for f in presents if f.is_file() and f.name[0] != ".")
            return sorted(nom for nom in relatifs if nom.startswith(prefixe))

    def effacer(self, nom: str) -> None:
        with dire_les_pannes("Le dossier des sauvegardes"):
            (self.racine / nom).unlink(missing_ok=True)


def lieu(adresse: str) -> Lieu:
    """Return a place by its address. Raises `SauvegardeImpossible` when no server is known for a bucket."""
    if not adresse.startswith(S3):
        return Dossier(Path(adresse))
    from .seau import Seau  # noqa: PLC0415 - boto3 is not imported where there is no bucket

    if settings.SAUVEGARDES_S3 is None:
        raise SauvegardeImpossible("Une adresse « s3:// » demande SAUVEGARDES_S3_ADRESSE, ou S3_ADRESSE.")
    nom, _barre, prefixe = adresse.removeprefix(S3).partition("/")
    return Seau(settings.SAUVEGARDES_S3, nom, prefixe)


def lieu_du_site() -> Lieu:
    """Return where the archives of the site are, and the ledger. Raises `SauvegardeImpossible` when nobody said."""
    return lieu(_dite("SAUVEGARDES"))


def lieu_du_coffre() -> Lieu:
    """Return where the archives of the safe are: never with those of the site."""
    site, coffre = _dite("SAUVEGARDES").rstrip("/"), _dite("SAUVEGARDES_COFFRE").rstrip("/")
    if f"{site}/".startswith(f"{coffre}/") or f"{coffre}/".startswith(f"{site}/"):
        raise SauvegardeImpossible(
            "SAUVEGARDES et SAUVEGARDES_COFFRE doivent être deux endroits, l’un hors de l’autre."
        )
    return lieu(coffre)


def _dite(nom: str) -> str:
    if not (adresse := getattr(settings, nom)):
        raise SauvegardeImpossible(f"{nom} n’est pas défini : dites où vont les archives.")
    return str(adresse)
