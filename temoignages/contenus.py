"""What a sealed batch holds before it is confirmed: its rows, and what was typed, so that it can be corrected."""

import json
from dataclasses import asdict, dataclass, replace

from .feuilles import Feuille, Rangee


@dataclass(frozen=True)
class Saisie:
    """What a resource typed or chose once for a whole batch. `amorce` is the sentence itself, empty for free texts."""

    collage: str = ""
    amorce: str = ""
    attribution: str = ""


@dataclass(frozen=True)
class Contenu:
    """A table and its entry. `reperes`: how many passages the detector flagged, None when nobody counted."""

    feuille: Feuille
    saisie: Saisie = Saisie()
    reperes: int | None = None

    @property
    def completee(self) -> Feuille:
        """The table, where a line that names no sentence and no attribution has those chosen for all."""
        rangees = tuple(
            replace(
                rangee,
                amorce=rangee.amorce or self.saisie.amorce,
                attribution=rangee.attribution or self.saisie.attribution,
            )
            for rangee in self.feuille.rangees
        )
        return replace(self.feuille, rangees=rangees)


def ecrire(contenu: Contenu) -> str:
    """Return a content as text, to seal."""
    return json.dumps(asdict(contenu), ensure_ascii=False)


def lire(texte: str) -> Contenu:
    """Return the content of a text that `ecrire` wrote. Raises `ValueError` for any other."""
    try:
        brut = json.loads(texte)
        feuille = brut["feuille"] | {"rangees": tuple(Rangee(**rangee) for rangee in brut["feuille"]["rangees"])}
        return Contenu(Feuille(**feuille), Saisie(**brut["saisie"]), brut["reperes"])
    except (ValueError, TypeError, KeyError):
        raise ValueError("Ce n’est pas le contenu d’un envoi.") from None  # a JSON error carries the whole text
