"""Search all the surfaces at once, in constant memory; say where, never what."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import TextChoices

from .bardeaux import Recherche
from .morceaux import Morceau

LONGUEUR_SURFACE = 120


class Certitude(TextChoices):
    """Eight words in a row are someone's; fewer may be anyone's."""

    CERTAIN = "certain", "certain"
    AVIS = "avis", "avis"


@dataclass(frozen=True)
class Trouvaille:
    """Where something remains. Holds no word: `compte` is how many runs or passages matched there."""

    surface: str
    reference: str
    certitude: Certitude
    compte: int


def fouiller(recherche: Recherche, morceaux: Iterable[Morceau], *, sauf: Collection[str] = ()) -> Iterator[Trouvaille]:
    """Yield what is found, surface by surface, as `morceaux` come; skip the surfaces of `sauf`.

    A surface is skipped by its name, by its first parts ("default.table", "octets"), or with one reference
    ("default.table.column#id").
    """
    for (surface, reference), memes in groupby(morceaux, key=lambda morceau: morceau[:2]):
        if est_exclue(surface, reference, sauf):
            continue
        certains = avis = 0
        for morceau in memes:
            certains += recherche.certains(morceau.texte)
            avis += recherche.avis(morceau.texte)
        if certains:
            yield Trouvaille(surface[:LONGUEUR_SURFACE], reference, Certitude.CERTAIN, certains)
        if avis:
            yield Trouvaille(surface[:LONGUEUR_SURFACE], reference, Certitude.AVIS, avis)


def est_exclue(surface: str, reference: str, sauf: Collection[str]) -> bool:
    """Say whether a piece stands in a surface that the caller expects to find."""
    return any(
        surface == nom or surface.startswith((f"{nom}.", f"{nom}:")) or f"{surface}#{reference}" == nom for nom in sauf
    )
