"""Jobs of the tests: what they did, in order; one that fails with words that nobody must read."""

import datetime
from collections.abc import Callable

import pytest

from site_campagne.management.commands import taches_planifiees
from site_campagne.planification import retards, taches, tenir
from site_campagne.planification.taches import HEURE, MINUTE, Tache

SECRET = "Gaétane, 418 555-0199"


def des_taches(monkeypatch: pytest.MonkeyPatch, *lesquelles: Tache) -> None:
    """Put jobs in place of those of the site."""
    for module in (taches, tenir, retards, taches_planifiees):
        monkeypatch.setattr(module, "TACHES", lesquelles)


def une_tache(nom: str, geste: Callable[[], object], *, des: int = 0) -> Tache:
    """Return an hourly job, late after six hours, whose lease is half an hour."""
    return Tache(nom, f"la tâche {nom}", geste, HEURE, 6 * HEURE, 30 * MINUTE, des)


def rater() -> None:
    """Fail, with words of a person."""
    raise ValueError(SECRET)


class Heure:
    """A clock that is moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *modules: object) -> None:
        """Stand in for the clock of the modules."""
        self.instant = datetime.datetime(2026, 11, 22, 15, tzinfo=datetime.UTC)
        for module in modules:
            monkeypatch.setattr(module, "timezone", self)

    def now(self) -> datetime.datetime:
        """Return the instant."""
        return self.instant

    def avancer(self, **duree: float) -> None:
        """Move on."""
        self.instant += datetime.timedelta(**duree)
