"""Four themes, and the words of the demo that speak of each. Most texts have none, as on any wall."""

from typing import NamedTuple


class Theme(NamedTuple):
    """A theme: its name in both languages, its rank, and the keys of the words that speak of it."""

    nom: str
    nom_en: str
    ordre: int
    paroles: frozenset[str]


THEMES = (
    Theme(
        "la table",
        "the table",
        1,
        frozenset(
            {"farine", "tarte-au-sucre", "pas-buvable", "soupe", "manger-avant", "du-poivre", "toasts", "oignons"}
        ),
    ),
    Theme(
        "sa place parmi les autres",
        "a place among others",
        2,
        frozenset({"du-monde", "manteau", "cheveux", "assemblee", "tuque", "aussi-meles", "bingo", "pour-rien"}),
    ),
    Theme(
        "le droit d’être soi",
        "the right to be oneself",
        3,
        frozenset({"air-bete", "rien-raconter", "colere", "milieu-de-phrase", "niaiser", "rire", "silence", "opinion"}),
    ),
    Theme(
        "les soins, autrement",
        "care, another way",
        4,
        frozenset(
            {"entendre-des-voix", "dossier", "ma-dose", "bottes", "jaquette", "chicane", "proces-verbal", "orange"}
        ),
    ),
)
