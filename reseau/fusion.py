"""What the rooms above have to say when two resources become one. They register when they start."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from .models import Compte, Ressource

# Called after everything moved, in the same transaction.
Suite = Callable[[Ressource, Compte], None]
# Called with the row that stays and the one that goes, when both cannot stand: the latter is then deleted.
Accord = Callable[[Any, Any], None]

_SUITES: dict[str, Suite] = {}
# Two open invitations of one address: one link is enough.
_ACCORDS: dict[str, Accord] = {"reseau.Invitation": lambda _restee, _partie: None}


def ajouter_suite(nom: str, suite: Suite) -> None:
    """Add what must follow a merge, or replace what has the same name."""
    _SUITES[nom] = suite


def ajouter_accord(modele: str, accord: Accord) -> None:
    """Say how two rows of a model (« temoignages.ParticipationAtelier ») that a merge brings together become one."""
    _ACCORDS[modele] = accord


def suites() -> list[Suite]:
    """Return what must follow a merge."""
    return list(_SUITES.values())


def accord_de(modele: type[Model]) -> Accord | None:
    """Return how two rows of a model become one, or nothing when nobody said."""
    return _ACCORDS.get(modele._meta.label)
