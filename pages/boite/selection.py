"""The tools of a choice, and how many there would be beside each of its other choices. One query."""

from collections.abc import Iterator
from functools import cached_property, reduce
from itertools import islice
from operator import and_, or_
from typing import Final

from django.db.models import Q

from ..langues import langue_active
from ..models.index_outils import EnsembleOutils
from . import bits
from .choix import Choix
from .etats import AXES, MOT, ORDRE, TOUT, Tri, ordre_des_titres
from .mots import mots

MOTS_MAX: Final = 12


class Selection:
    """Sets of ranks (`bits`): what is asked for is an intersection of unions."""

    def __init__(self, choix: Choix) -> None:
        """Take what is asked for."""
        self.choix = choix

    @cached_property
    def _lus(self) -> dict[tuple[str, str], bytes | memoryview]:
        voulus = Q(axe__in=[TOUT, *AXES]) | Q(axe=MOT, valeur__in=self._cherches)
        if self.choix.tri == Tri.TITRE:
            voulus |= Q(axe=ORDRE, valeur=self._ordre)
        lignes = EnsembleOutils.objects.filter(voulus).values_list("axe", "valeur", "bits")
        return {(axe, valeur): octets for axe, valeur, octets in lignes}

    @property
    def _ordre(self) -> str:
        return ordre_des_titres(langue_active())

    @cached_property
    def _cherches(self) -> list[str]:
        return mots(self.choix.texte)[:MOTS_MAX]

    @property
    def est_abregee(self) -> bool:
        """Whether more words were typed than are looked for: the first ones."""
        return len(mots(self.choix.texte)) > MOTS_MAX

    @cached_property
    def ensembles(self) -> dict[tuple[str, str], int]:
        """The set of each value of each axis, and of each word that was typed."""
        return {marque: bits.lire(octets) for marque, octets in self._lus.items() if marque[0] != ORDRE}

    @cached_property
    def trouves(self) -> int:
        """The tools that hold every word that was typed; all of them when none was."""
        tous = self.ensembles.get((TOUT, ""), 0)
        return reduce(and_, (self.ensembles.get((MOT, mot), 0) for mot in self._cherches), tous)

    @cached_property
    def ensemble(self) -> int:
        """The tools of the choice."""
        return self._sauf("")

    @property
    def total(self) -> int:
        """How many there are."""
        return self.ensemble.bit_count()

    def comptes(self, axe: str) -> dict[str, int]:
        """Count, for each value of an axis that has a tool, those there would be with that value alone on that axis."""
        autres = self._sauf(axe)
        return {v: (autres & ensemble).bit_count() for (a, v), ensemble in self.ensembles.items() if a == axe}

    def rangs(self, debut: int, fin: int) -> list[int]:
        """Return the ranks of a slice of the list, in its order."""
        return list(islice(self._en_ordre(), debut, fin))

    def _en_ordre(self) -> Iterator[int]:
        if self.choix.tri == Tri.TITRE:
            par_titre = bits.lire_ordre(self._lus.get((ORDRE, self._ordre), b""))
            return (rang for rang in par_titre if bits.contient(self.ensemble, rang))
        return bits.rangs(self.ensemble)

    def _sauf(self, axe: str) -> int:
        unions = (
            reduce(or_, (self.ensembles.get((autre, valeur), 0) for valeur in self.choix.valeurs(autre)))
            for autre in AXES
            if autre != axe and self.choix.valeurs(autre)
        )
        return reduce(and_, unions, self.trouves)
