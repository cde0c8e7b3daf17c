"""The wall as counts, by sentence, theme, region and campaign: which lists it may show, and how many they hold."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations_with_replacement
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q

from reseau.horloge import aujourdhui
from temoignages.models import Comptage, Temoignage
from temoignages.models.temoignage import TemoignageQuerySet

from .regles import parts_montrables

# Counted, never offered: nobody asks for what has no sentence, no theme or no region.
INNOMMABLES = (Comptage.SANS, "")


class Choix(NamedTuple):
    """What a filter asks for; nothing where it asks for all."""

    phrase: int | None = None
    theme: int | None = None
    region: str | None = None
    edition: int | None = None

    @property
    def axes(self) -> list[str]:
        """The names of what is chosen."""
        return [axe for axe in self._fields if getattr(self, axe) is not None]

    @property
    def requete(self) -> str:
        """The query of an address: « phrase=3&region=05 », empty when all is asked for."""
        return urlencode({axe: getattr(self, axe) for axe in self.axes})

    def sur(self, axe: str, valeur: Any) -> "Choix":
        """Return this choice with another value on one axis."""
        return self._replace(**{axe: valeur})


COLONNES = {"phrase": "amorce", "theme": "theme", "region": "region", "edition": "edition"}
# A crossing as it is counted: as a choice, with these where all is asked for, and 0 or "" for what has none.
Croise = tuple[Any, ...]
TOUT: Croise = (Comptage.TOUS, Comptage.TOUS, Comptage.TOUTES, Comptage.TOUS)
RANGS = range(len(TOUT))


class Croisement:
    """How many published testimonies there are at each crossing, margins included."""

    def __init__(self, comptes: Mapping[Croise, int]) -> None:
        """Keep the counts of every choice that will be asked about, and of those beside it."""
        self.comptes = comptes
        self._valeurs = [sorted({croise[rang] for croise in comptes} - {TOUT[rang]}) for rang in RANGS]
        self._parts: dict[tuple[Croise, int], set[Hashable]] = {}
        self._avis: dict[Croise, bool] = {TOUT: True}

    def compte(self, choix: Choix) -> int:
        """Return how many there are, however few: to be shown only when `est_montrable`."""
        return self.comptes.get(_croise(choix), 0)

    def est_montrable(self, choix: Choix) -> bool:
        """Say whether a list may be shown: itself, and every wider list that it refines, on each of its axes."""
        return self._est_montrable(_croise(choix))

    def options(self, choix: Choix, axe: str) -> list[Any]:
        """Return the values of an axis that may be shown with the rest of `choix`, in order."""
        croise, rang = _croise(choix), Choix._fields.index(axe)
        return [valeur for valeur in self._valeurs[rang] if self._est_montrable(_sur(croise, rang, valeur))]

    def _est_montrable(self, croise: Croise) -> bool:
        if croise not in self._avis:
            choisis = [rang for rang in RANGS if croise[rang] != TOUT[rang]]
            larges = [(_sur(croise, rang, TOUT[rang]), rang) for rang in choisis]
            self._avis[croise] = all(
                self._est_montrable(large) and croise[rang] in self._parts_montrables(large, rang)
                for large, rang in larges
            )
        return self._avis[croise]

    def _parts_montrables(self, large: Croise, rang: int) -> set[Hashable]:
        cle = large, rang
        if cle not in self._parts:
            parts = {
                valeur: compte
                for valeur in self._valeurs[rang]
                if (compte := self.comptes.get(_sur(large, rang, valeur), 0))
            }
            self._parts[cle] = parts_montrables(parts, [valeur for valeur in parts if valeur not in INNOMMABLES])
        return self._parts[cle]


def _croise(choix: Choix) -> Croise:
    return tuple(tout if valeur is None else valeur for valeur, tout in zip(choix, TOUT, strict=True))


def _sur(croise: Croise, rang: int, valeur: Any) -> Croise:
    return (*croise[:rang], valeur, *croise[rang + 1 :])


def croiser(*choix: Choix) -> Croisement:
    """Count, in one query, what the site may show today: all it takes to judge each choice.

    And what it takes to judge those beside it, which differ by one axis, and the sentences alone.
    """
    voulus = Q()
    for demande in choix:
        voulus |= _voisinage(demande)
    lus = Comptage.objects.filter(voulus, jusqu_au__gte=aujourdhui(), nombre__gt=0)
    comptes: dict[Croise, int] = defaultdict(int)
    for *croise, nombre in lus.values_list(*COLONNES.values(), "nombre"):
        comptes[tuple(croise)] += nombre
    return Croisement(comptes)


def _voisinage(choix: Choix) -> Q:
    """Select the counts that judging takes: two axes free, one of them chosen, the others as chosen or open.

    To judge a value of one axis is to compare it with the others of that axis, in every wider list: hence the second.
    """
    voulus = Q()
    for paire in combinations_with_replacement(Choix._fields, 2):
        if set(paire) & set(choix.axes) or (not choix.axes and len(set(paire)) == 1):
            permis = zip(Choix._fields, choix, TOUT, strict=True)
            fixes = {COLONNES[axe]: {valeur, tout} - {None} for axe, valeur, tout in permis if axe not in paire}
            voulus |= Q(**{f"{colonne}__in": valeurs for colonne, valeurs in fixes.items()})
    return voulus


def paroles_de(choix: Choix) -> TemoignageQuerySet:
    """Return the published testimonies of a choice, in the order of the wall. Ask `est_montrable` first."""
    return Temoignage.objects.publies().filter(**{COLONNES[axe]: getattr(choix, axe) for axe in choix.axes})
