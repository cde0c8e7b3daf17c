"""The workshop file `atelier.csv`, and what a moderator must take out of it, line by line.

60 completed sentences from six resources, typed as people type. A line number is that of a text editor: the header is
line 1, the first sentence line 2. Levels and types are those of the detector's contract.
"""

from pathlib import Path
from typing import Final, NamedTuple

FICHIER: Final = Path(__file__).with_name("atelier.csv")
EDITION: Final = 2026

# How many people sat at each table, as the resource declares it: the attribution ladder needs it.
PARTICIPANTS: Final = {
    "L’Escabeau": 14,
    "Le Tisonnier": 11,
    "Les Bas dépareillés": 12,
    "Le Grand Détour": 23,
    "Le Porte-clés": 10,
    "Le Poêle à deux ponts": 13,
}


class Passage(NamedTuple):
    """A piece of line `ligne` to take out, exactly as typed; it stands nowhere else in the demo."""

    ligne: int
    texte: str
    type: str
    niveau: str


PASSAGES: Final = (
    Passage(3, "Gaétane", "PERSON", "direct"),
    Passage(9, "Lamirande", "PERSON", "direct"),
    Passage(13, "418 555-0187", "PHONE", "direct"),
    Passage(14, "kamouraska", "PLACE", "quasi"),
    Passage(21, "Bernadette", "PERSON", "direct"),
    Passage(23, "54 ans", "AGE", "quasi"),
    Passage(23, "camionneur", "OCCUPATION", "quasi"),
    Passage(29, "hôpital des Quatre-Bourgs", "FACILITY", "quasi"),
    Passage(31, "Yolande", "PERSON", "direct"),
    Passage(33, "Ti-Loup", "NICKNAME", "direct"),
    Passage(40, "cornelia.brisebois@exemple.org", "EMAIL", "direct"),
    Passage(41, "3 mars 1961", "DOB", "direct"),
    Passage(46, "thérèse", "PERSON", "direct"),
    Passage(48, "Wilfrid", "PERSON", "direct"),
    Passage(51, "Saint-Tite", "PLACE", "quasi"),
    Passage(53, "Jean-Guy", "PERSON", "direct"),
    Passage(56, "Zéphirin", "PERSON", "direct"),
    Passage(59, "819-555-0192", "PHONE", "direct"),
    Passage(61, "Fleurange", "PERSON", "direct"),
)
