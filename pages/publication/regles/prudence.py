"""Words about suicide that can hurt who reads: an advice, never a refusal."""

from collections.abc import Iterator

from wagtail.models import Page

from temoignages.prudence import signaler_prudence

from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def chercher(page: Page) -> Iterator[Constat]:
    """Yield each advice once a field."""
    for piece in pieces(page):
        conseils = dict.fromkeys(str(alerte.conseil) for alerte in signaler_prudence(piece.texte))
        yield from (Constat(piece.chemin, conseil) for conseil in conseils)


PRUDENCE = Regle("prudence", Severite.CONSEIL, chercher)
