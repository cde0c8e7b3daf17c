"""What a reader asks for: words, and what narrows them; what an address cannot mean is as good as nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from reseau.langue.racines import MotCherche, racines_de_requete
from reseau.langue.regions import CODES
from temoignages.regles import danger_immediat

from ..regles import edition_choisie, une_ligne
from .etats import Sorte

LONGUEUR: Final = 120
REGIONS: Final = dict(CODES)
# Roots, French and English, of words that people in distress type in any search box. Wide on purpose: the lines then
# come first, and nothing else changes.
_DETRESSE: Final = frozenset(
    racine
    for mot in racines_de_requete("suicide suicider suicidaire mourir automutilation désespoir détresse crise")
    + racines_de_requete("urgence suicidal suicide selfharm kill die dying crisis hopeless overdose surdose tuer")
    for racine in mot.racines
)


@dataclass(frozen=True, slots=True)
class Demande:
    """The words as typed, and the kind, the region and the year asked for."""

    texte: str = ""
    sorte: str = ""
    region: str = ""
    annee: int | None = None

    @classmethod
    def de(cls, requete: Mapping[str, str]) -> "Demande":
        """Read the query of an address."""
        sorte, region = requete.get("sorte", ""), requete.get("region", "")
        return cls(
            une_ligne(requete.get("q", ""), LONGUEUR),
            sorte if sorte in Sorte.values else "",
            region if region in REGIONS else "",
            edition_choisie(requete.get("annee", "")),
        )

    @property
    def mots(self) -> list[MotCherche]:
        """What to look for."""
        return racines_de_requete(self.texte)

    @property
    def requete(self) -> str:
        """The query of its address, with its question mark."""
        return "?" + urlencode([*([("q", self.texte)] if self.texte else []), *self.paires])

    @property
    def paires(self) -> list[tuple[str, str]]:
        """What narrows it, as the hidden fields of a form."""
        axes = {"sorte": self.sorte, "region": self.region, "annee": str(self.annee or "")}
        return [(nom, valeur) for nom, valeur in axes.items() if valeur]

    def sur(self, **axes: Any) -> "Demande":
        """Return the same with other axes."""
        return replace(self, **axes)

    @property
    def parle_de_detresse(self) -> bool:
        """Whether the help lines come first. Nothing is kept of it."""
        dites = {racine for mot in self.mots for racine in mot.racines}
        return bool(dites & _DETRESSE) or danger_immediat(self.texte)
