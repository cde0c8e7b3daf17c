"""The sections of `/espace/`: the rooms above add theirs when they start."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Section:
    """One thing that a resource does in its space. `adresse` is the name of a URL without argument."""

    titre: Any  # lazy translations
    description: Any
    adresse: str
    rang: int = 0


_SECTIONS: dict[str, Section] = {}


def ajouter_section(section: Section) -> None:
    """Add a section, or replace the one of the same address."""
    _SECTIONS[section.adresse] = section


def sections() -> list[Section]:
    """Return the sections, in order."""
    return sorted(_SECTIONS.values(), key=lambda section: section.rang)
