"""What a visitor asks of the library, without a script; what an address cannot mean is as good as nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from medias.langues import Langue

from ..regles import une_ligne
from .etats import AXES, Bande, Format, GenreOutil, Lecture, PublicVise, Tri

if TYPE_CHECKING:
    from django.http import QueryDict

LONGUEUR_MAXIMALE: Final = 80
# What each axis may be asked for; a theme is asked by its key.
POSSIBLES: Final[dict[str, tuple[str, ...]]] = {
    "genre": tuple(GenreOutil.values),
    "public": tuple(PublicVise.values),
    "duree": tuple(Bande.values),
    "niveau": tuple(Lecture.values),
    "langue": tuple(Langue.values),
    "format": tuple(Format.values),
    "accessible": ("oui",),
}
_CLE: Final = re.compile(r"[1-9]\d{0,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Choix:
    """Values by axis: several of one axis widen it, several axes narrow the list. `texte`: the words looked for."""

    axes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texte: str = ""
    tri: Tri = Tri.RECENTS

    @property
    def est_vide(self) -> bool:
        """Whether nothing narrows the list."""
        return not self.texte and not any(self.axes.values())

    def valeurs(self, axe: str) -> tuple[str, ...]:
        """Return what is asked for on an axis."""
        return self.axes.get(axe, ())

    def bascule(self, axe: str, valeur: str) -> "Choix":
        """Return the same choice with a value more, or with that value less when it is there."""
        siennes = self.valeurs(axe)
        autres = tuple(v for v in siennes if v != valeur) if valeur in siennes else (*siennes, valeur)
        return replace(self, axes={**self.axes, axe: autres})

    def sans_texte(self) -> "Choix":
        """Return the same choice without the words."""
        return replace(self, texte="")

    def trie(self, tri: Tri) -> "Choix":
        """Return the same choice in another order."""
        return replace(self, tri=tri)

    def paires(self) -> Iterator[tuple[str, str]]:
        """Yield the names and values of its query, the words aside."""
        for axe in AXES:
            yield from ((axe, valeur) for valeur in sorted(self.valeurs(axe)))
        if self.tri != Tri.RECENTS:
            yield "tri", self.tri.value

    @property
    def requete(self) -> str:
        """The query of its address, « ? » included; one address for one choice, in whatever order it was made."""
        return f"?{urlencode([*([('q', self.texte)] if self.texte else []), *self.paires()])}"


def choix_de(requete: "QueryDict") -> Choix:
    """Read the query of an address."""
    axes = {axe: _possibles(axe, requete.getlist(axe)) for axe in AXES}
    tri = requete.get("tri", "")
    return Choix(
        axes={axe: valeurs for axe, valeurs in axes.items() if valeurs},
        texte=une_ligne(requete.get("q", ""), LONGUEUR_MAXIMALE),
        tri=Tri(tri) if tri in Tri.values else Tri.RECENTS,
    )


def _possibles(axe: str, demandees: list[str]) -> tuple[str, ...]:
    distinctes = dict.fromkeys(demandees)
    if axe == "theme":
        return tuple(valeur for valeur in distinctes if _CLE.fullmatch(valeur))[:LONGUEUR_MAXIMALE]
    return tuple(valeur for valeur in POSSIBLES[axe] if valeur in distinctes)
