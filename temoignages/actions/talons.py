"""The slips of a batch: one a person, whose code opens each of their lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reseau.models import Ressource

from ..chambre.codes import code_de, empreinte_code
from ..models import Amorce, Depot, Lot
from .erreurs import Refus


@dataclass(frozen=True)
class Talon:
    """A slip to cut out: which lines of the file, and their code. `amorce` is said when there is one line only."""

    lignes: tuple[int, ...]
    ressource: str
    amorce: str
    code: str

    @property
    def ligne(self) -> int:
        """The first line, whose code it is."""
        return self.lignes[0]


def grain_de_ligne(grain: str, lot: Lot, ligne: int) -> str:
    """Return the grain of one line: the same form gives the same codes."""
    return f"{grain}|{lot.pk}|{ligne}"


def talons_de(depots: Iterable[Depot], lot: Lot, grain: str) -> list[Talon]:
    """Return the slips of a batch, in the order of its lines.

    Raises `Refus("deja_confirme")` when `grain` is not the one that the batch was confirmed with.
    """
    par_auteur: dict[str, list[tuple[Depot, str]]] = {}
    for depot in depots:
        code = code_de(grain_de_ligne(grain, lot, depot.ligne or 0))
        if empreinte_code(code) != depot.empreinte_code:
            raise Refus("deja_confirme")
        par_auteur.setdefault(depot.auteur, []).append((depot, code))
    return [_talon(siens) for siens in par_auteur.values()]


def _talon(siens: Sequence[tuple[Depot, str]]) -> Talon:
    premier, code = siens[0]
    seule = premier.amorce if len(siens) == 1 else None
    return Talon(tuple(d.ligne or 0 for d, _code in siens), _nom(premier.ressource), _nom(seule), code)


def _nom(objet: Ressource | Amorce | None) -> str:
    return str(objet) if objet else ""
