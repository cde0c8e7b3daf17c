"""What a gate is, and what it finds. A rule reads a page as drafted and changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .publiable import Publiable


class Severite(TextChoices):
    """Whether a finding stops the page."""

    BLOQUANT = "bloquant", _("à corriger")
    CONSEIL = "conseil", _("à relire")


@dataclass(frozen=True, slots=True)
class Constat:
    """One fault of a page: the content path of its field (« corps.<block>.texte »), and a sentence for its editor.

    A message never repeats the words of a testimony: it may be kept in a session or a log. The rule and its severity
    are written by `examiner`.
    """

    champ: str
    message: str
    regle: str = ""
    severite: str = Severite.BLOQUANT

    @property
    def est_bloquant(self) -> bool:
        """Whether the page cannot be published with it."""
        return self.severite == Severite.BLOQUANT

    @property
    def ancre(self) -> str:
        """The end of the editor's address that brings to the field."""
        return f"#:w:contentpath={self.champ}"


@dataclass(frozen=True, slots=True)
class Regle:
    """A gate: its name, its severity, and what finds its faults in a page."""

    nom: str
    severite: Severite
    chercher: "Callable[[Any], Iterable[Constat]]"


def examiner(page: "Publiable") -> list[Constat]:
    """Return what the gates of a page find in it as it stands in memory; those that block come first."""
    constats = [
        replace(constat, regle=regle.nom, severite=regle.severite)
        for regle in page.regles_de_publication
        for constat in regle.chercher(page)
    ]
    return sorted(constats, key=lambda constat: not constat.est_bloquant)


def bloquants(page: "Publiable") -> list[Constat]:
    """Return the findings that stop a page, nothing when it may be published."""
    return [constat for constat in examiner(page) if constat.est_bloquant]
