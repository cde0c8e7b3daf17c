"""What narrows the results, with its counts; of testimonies, only what the wall's own rule lets be told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..croisement import TOUT, Choix, Croise, Croisement
from ..facettes import Facette, Valeur
from .demande import REGIONS, Demande
from .etats import Sorte, Source
from .trouvailles import Trouvee


class Tri:
    """The results of a query, narrowed. A region or a year never tells fewer than five testimonies (VIE_PRIVEE, 4)."""

    def __init__(self, trouvees: Iterable[Trouvee], demande: Demande) -> None:
        """Keep all that answers, the best first, and what narrows it."""
        self.toutes = list(trouvees)
        self.demande = demande

    @cached_property
    def retenues(self) -> list[Trouvee]:
        """The results that are shown."""
        return list(self._repondant(self.demande))

    @cached_property
    def facettes(self) -> list[Facette]:
        """What narrows them, axis by axis."""
        noms: dict[str, tuple[str, dict[Any, Any]]] = {
            "sorte": (_("Genre"), {sorte.value: sorte.label for sorte in Sorte}),
            "region": (_("Région"), REGIONS),
            "annee": (_("Année"), {annee: str(annee) for annee in self._annees}),
        }
        toutes = [Facette(axe, dit, list(self._valeurs(axe, valeurs))) for axe, (dit, valeurs) in noms.items()]
        return [facette for facette in toutes if facette.est_ouverte or facette.reduit(len(self.retenues))]

    @property
    def _annees(self) -> list[int]:
        return sorted({trouvee.annee for trouvee in self.toutes if trouvee.annee}, reverse=True)

    def _valeurs(self, axe: str, noms: dict[Any, Any]) -> Iterator[Valeur]:
        choisie = getattr(self.demande, axe)
        comptes = self._comptes(axe, noms)
        for valeur, nom in noms.items():
            if comptes[valeur] or valeur == choisie:
                vise = self.demande.sur(**{axe: "" if valeur == choisie else valeur})
                yield Valeur(capfirst(str(nom)), comptes[valeur], vise.requete, valeur == choisie)

    def _comptes(self, axe: str, noms: Iterable[Any]) -> "Counter[Any]":
        rien = None if axe == "annee" else ""
        libres = self._repondant(self.demande.sur(**{axe: rien}), paroles=False)
        comptes = Counter(getattr(trouvee, axe) for trouvee in libres)
        for valeur in noms:
            vise = self.demande.sur(**{axe: valeur})
            if vise.sorte in {"", Sorte.PAROLE} and self._sont_montrables(vise):
                comptes[valeur] += self._croisement.compte(_choix(vise))
        return comptes

    def _repondant(self, demande: Demande, *, paroles: bool = True) -> Iterator[Trouvee]:
        avec = paroles and self._sont_montrables(demande)
        for trouvee in self.toutes:
            axes = ("sorte", "region", "annee")
            if all(getattr(demande, axe) in {"", None, getattr(trouvee, axe)} for axe in axes) and (
                avec or trouvee.source != Source.PAROLE
            ):
                yield trouvee

    def _sont_montrables(self, demande: Demande) -> bool:
        return self._croisement.est_montrable(_choix(demande))

    @cached_property
    def _croisement(self) -> Croisement:
        """The testimonies found, counted by region and year, margins included, as the wall counts its own."""
        comptes: dict[Croise, int] = defaultdict(int)
        phrase, theme, toutes, tous = TOUT
        for trouvee in self.toutes:
            if trouvee.source == Source.PAROLE:
                for region in (trouvee.region, toutes):
                    for annee in (trouvee.annee, tous):
                        comptes[phrase, theme, region, annee] += 1
        return Croisement(comptes)


def _choix(demande: Demande) -> Choix:
    return Choix(region=demande.region or None, edition=demande.annee)
