"""A database into a file, and back: what each engine offers for it."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final, Protocol

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from .postgresql import MoteurPostgresql
from .refus import SauvegardeImpossible
from .releve import Releve
from .sqlite import MoteurSqlite

# What has no reason to outlive the day, or is made again: open sessions, forms in progress, tasks (what they would do
# again, the upkeep does), indexes of what is public (VIE_PRIVEE, sections 2 and 6). Their tables are there, empty.
A_VIDER: Final = (
    "account.EmailConfirmation",
    "django_tasks_database.DBTaskResult",
    "pages.EntreeRecherche",
    "pages.MotRecherche",
    "sessions.Session",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailsearch.IndexEntry",
)


class Moteur(Protocol):
    """How one engine copies a database while people write in it, and puts it back whole or not at all."""

    membre: str

    def copier(self, base: BaseDatabaseWrapper, dossier: Path, vides: Collection[str]) -> tuple[Path, Releve]:
        """Write a copy of one instant in `dossier`, without the rows of the tables `vides`; count the others."""

    def remettre(self, base: BaseDatabaseWrapper, fichier: Path) -> None:
        """Put a copy in place of all that a database holds."""

    def a_part(self, base: BaseDatabaseWrapper, fichier: Path, dossier: Path) -> AbstractContextManager[Releve]:
        """Put a copy in a database of its own, count its rows, then throw it away."""


MOTEURS: Final[dict[str, Any]] = {"sqlite": MoteurSqlite(), "postgresql": MoteurPostgresql()}


def moteur_de(base: BaseDatabaseWrapper) -> Moteur:
    """Return how to copy a database. Raises `SauvegardeImpossible` for an engine that the site does not know."""
    try:
        moteur: Moteur = MOTEURS[base.vendor]
    except KeyError:
        raise SauvegardeImpossible(f"Le site ne sait pas sauvegarder une base {base.vendor}.") from None
    return moteur


def tables_a_vider() -> list[str]:
    """Return the tables whose rows stay out of the archive."""
    return sorted(apps.get_model(nom)._meta.db_table for nom in A_VIDER)
