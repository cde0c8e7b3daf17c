"""What narrows a list by links, without a script: axes, their values, what undoes a choice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Valeur:
    """A value of an axis: what it says, how many lines there would be, where its link leads, whether it is in use."""

    texte: str
    compte: int
    url: str
    choisie: bool


@dataclass(frozen=True, slots=True)
class Facette:
    """An axis: its name, and the values that lead somewhere or are in use."""

    nom: str
    etiquette: str
    valeurs: list[Valeur]

    @property
    def est_ouverte(self) -> bool:
        """Whether one of its values is in use."""
        return any(valeur.choisie for valeur in self.valeurs)

    def reduit(self, total: int) -> bool:
        """Whether one of its values would leave some of `total` lines out."""
        return any(valeur.compte < total for valeur in self.valeurs)


@dataclass(frozen=True, slots=True)
class Lien:
    """A choice to go to: what it says, and its query. For a filter in use, the list without it."""

    texte: str
    url: str
