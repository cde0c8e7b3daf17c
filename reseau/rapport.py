"""What an import from a file says of each line, whatever it brings in."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db.models import TextChoices

# The value that every list of verdicts gives to a line that changed nothing for a reason.
REFUSEE = "refusee"


@dataclass(frozen=True)
class LigneLue:
    """A line of the report: its number in the file, the name typed, and what changed or why it is refused."""

    numero: int
    nom: str
    verdict: Any  # a member of the report's `verdicts`
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rapport:
    """What an import did, or would do, line by line. A kind of import names its verdicts, and those that write."""

    verdicts: ClassVar[type[TextChoices]]
    ecrivent: ClassVar[frozenset[str]]

    lignes: list[LigneLue] = field(default_factory=list)

    @property
    def refusees(self) -> list[LigneLue]:
        """The lines that changed nothing, with their reasons."""
        return [ligne for ligne in self.lignes if ligne.verdict == REFUSEE]

    @property
    def comptes(self) -> list[tuple[Any, int]]:
        """How many lines of each verdict, in words."""
        nombres = Counter(ligne.verdict for ligne in self.lignes)
        return [(verdict.label, nombres[verdict]) for verdict in self.verdicts]

    @property
    def a_faire(self) -> int:
        """How many lines write something."""
        return sum(ligne.verdict in self.ecrivent for ligne in self.lignes)
