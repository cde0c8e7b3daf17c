"""Four sentences to complete. The third and the fourth elide before a vowel: « le droit d’arriver »."""

from typing import NamedTuple


class Amorce(NamedTuple):
    """A sentence to complete: `couleur` is a value of `temoignages.etats.Couleur`."""

    cle: str
    texte: str
    couleur: str
    ordre: int
    texte_en: str


AMORCES = (
    Amorce("table", "Autour de la table, je trouve…", "gaude", 1, "Around the table, I find…"),
    Amorce("depose", "Sur la table, je dépose…", "eglantine", 2, "On the table, I lay down…"),
    Amorce("droit", "Ici, j’ai le droit de…", "mousse", 3, "Here, I have the right to…"),
    Amorce("dit", "Avant, personne ne m’avait dit que…", "nuit", 4, "Before, nobody had told me that…"),
)
