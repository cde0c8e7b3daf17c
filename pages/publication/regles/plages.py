"""The stretches of a day: they follow one another, without an overlap, and with nothing unsaid between two."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from ...presentation import plage_horaire
from ..constats import Constat, Regle, Severite


def _dans_l_ordre(page: Any) -> list[Any]:
    return sorted((p for p in page.plages.all() if p.debut and p.fin), key=lambda plage: (plage.debut, plage.fin))


def chevauchements(page: Any) -> Iterator[Constat]:
    """Yield a day without a stretch, the stretches that end before they begin, those that overlap."""
    plages = _dans_l_ordre(page)
    if not plages:
        yield Constat("plages", _("La journée n’a aucune plage."))
    for plage in plages:
        if plage.fin <= plage.debut:
            yield Constat("plages", _("« %(plage)s » finit avant d’avoir commencé.") % {"plage": plage})
    plus_tard = None
    for plage in plages:
        if plus_tard and plage.debut < plus_tard.fin:
            message = _("« %(une)s » et « %(autre)s » se chevauchent.")
            yield Constat("plages", message % {"une": plus_tard, "autre": plage})
        if plus_tard is None or plage.fin > plus_tard.fin:
            plus_tard = plage


def trous(page: Any) -> Iterator[Constat]:
    """Yield an advice for each hole, with the break that would fill it."""
    for avant, apres in pairwise(_dans_l_ordre(page)):
        if avant.debut < avant.fin < apres.debut:
            message = _("Rien n’est dit de %(heures)s : ajoutez une pause?")
            yield Constat("plages", message % {"heures": plage_horaire(avant.fin, apres.debut)})


CHEVAUCHEMENTS = Regle("chevauchement", Severite.BLOQUANT, chevauchements)
TROUS = Regle("trou_dans_la_journee", Severite.CONSEIL, trous)
