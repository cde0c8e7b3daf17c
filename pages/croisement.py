"""The wall as counts, by sentence, region shown and campaign: which lists it may show, and how many they hold."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Case, Count, F, When
from django.db.models.functions import Coalesce

from temoignages.etats import Echelon
from temoignages.models import Temoignage
from temoignages.models.temoignage import TemoignageQuerySet

from .regles import parts_montrables

SANS_PHRASE = 0
SANS_REGION = ""
# The region that the public attribution shows: a named resource stands in its own, a text « du Québec » in none.
REGION_MONTREE = Case(When(echelon=Echelon.RESSOURCE, then=F("ressource__region")), default=F("region"))


class Choix(NamedTuple):
    """What a filter asks for; nothing where it asks for all."""

    phrase: int | None = None
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

    def plus_larges(self) -> list["Choix"]:
        """Return this choice and those that ask for less, but for the one that asks for nothing."""
        return [choix for choix in dict.fromkeys(_marges(self.phrase, self.region, self.edition)) if choix.axes]


def _marges(phrase: int | None, region: str | None, edition: int | None) -> Iterator[Choix]:
    """Yield the choice and all that are wider, each value in turn left out."""
    return (Choix(*croise) for croise in product((phrase, None), (region, None), (edition, None)))


class Croisement:
    """How many published testimonies there are at each crossing, margins included."""

    def __init__(self, cases: Iterable[tuple[int, str, int, int]]) -> None:
        """Add up the margins of `cases`: sentence or 0, region or "", campaign year, count."""
        self._comptes: dict[Choix, int] = defaultdict(int)
        for phrase, region, edition, compte in cases:
            for choix in _marges(phrase, region, edition):
                self._comptes[choix] += compte
        self._valeurs = {
            axe: sorted({getattr(choix, axe) for choix in self._comptes} - {None}) for axe in Choix._fields
        }
        self._montrables: dict[tuple[Choix, str], set[Hashable]] = {}

    def compte(self, choix: Choix) -> int:
        """Return how many there are, however few: to be shown only when `est_montrable`."""
        return self._comptes.get(choix, 0)

    def est_montrable(self, choix: Choix) -> bool:
        """Say whether a list may be shown: itself, and every wider list that it refines, on each of its axes."""
        return all(
            getattr(large, axe) in self._parts_montrables(large.sur(axe, None), axe)
            for large in choix.plus_larges()
            for axe in large.axes
        )

    def options(self, choix: Choix, axe: str) -> list[Hashable]:
        """Return the values of an axis that may be shown with the rest of `choix`, in order."""
        return [valeur for valeur in self._valeurs[axe] if self.est_montrable(choix.sur(axe, valeur))]

    def _parts_montrables(self, choix: Choix, axe: str) -> set[Hashable]:
        cle = choix, axe
        if cle not in self._montrables:
            parts: Mapping[Hashable, int] = {
                valeur: compte
                for valeur in self._valeurs[axe]
                if (compte := self._comptes.get(choix.sur(axe, valeur), 0))
            }
            self._montrables[cle] = parts_montrables(parts, [v for v in parts if v not in (SANS_PHRASE, SANS_REGION)])
        return self._montrables[cle]


def croiser() -> Croisement:
    """Count what the site may show today, in one query."""
    publies = Temoignage.objects.publies().order_by()
    cases = publies.values_list(Coalesce("amorce", SANS_PHRASE), REGION_MONTREE, "edition")
    return Croisement(cases.annotate(Count("pk")))


def paroles_de(choix: Choix) -> TemoignageQuerySet:
    """Return the published testimonies of a choice, in the order of the wall. Ask `est_montrable` first."""
    paroles = Temoignage.objects.publies()
    if choix.phrase is not None:
        paroles = paroles.filter(amorce=choix.phrase)
    if choix.edition is not None:
        paroles = paroles.filter(edition=choix.edition)
    if choix.region is not None:
        paroles = paroles.alias(region_montree=REGION_MONTREE).filter(region_montree=choix.region)
    return paroles
