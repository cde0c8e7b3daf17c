"""What the demo says of a workshop and of the words it gave."""

from typing import NamedTuple


class Parole(NamedTuple):
    """Words as published. `cle` is the demo's own handle, for pages that quote; it never reaches the database.

    `amorce` is the key of a sentence to complete, empty for free writing; `niveau` the finest attribution accepted
    (`ressource`, `region`, `quebec`); `avertissement` a value of `temoignages.etats.Avertissement`, or empty.
    """

    cle: str
    amorce: str
    niveau: str
    texte: str
    avertissement: str = ""


class Recolte(NamedTuple):
    """The words of one resource in one edition, how many people took part, and what they consent to."""

    edition: int
    ressource: str
    region: str
    participants: int
    usages: tuple[str, ...]
    paroles: tuple[Parole, ...]
    duree: str = "trois_ans"
