"""A quotation whose testimony is withdrawn, or whose consent has ended: its place would be empty."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from temoignages.models import Temoignage

from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the references to a testimony that may not be shown today, read in one query."""
    cites = [piece for piece in pieces(page) if isinstance(piece.valeur, Temoignage)]
    if not cites:
        return
    publies = Temoignage.objects.publies_par_cle([piece.valeur.pk for piece in cites])
    for piece in cites:
        if piece.valeur.pk not in publies:
            message = _("Un témoignage cité ici est retiré, ou son autorisation est échue : choisissez-en un autre.")
            yield Constat(piece.chemin, message)


CITATIONS = Regle("citation_retiree", Severite.BLOQUANT, chercher)
