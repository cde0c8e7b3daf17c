"""A work deposited somewhere: its photographs are described, its dates follow one another."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..constats import Constat, Regle, Severite


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the photographs without a long description, and the dates that disagree."""
    for photo in page.photos.all():
        if not photo.description_longue.strip():
            yield Constat("photos", _("Une photo de l’œuvre n’a pas de description longue."))
    if page.depot_le and page.retour_prevu_le and page.retour_prevu_le < page.depot_le:
        yield Constat("retour_prevu_le", _("Le retour est prévu avant le dépôt."))
    if page.suivi.strip() and not page.suivi_le:
        yield Constat("suivi_le", _("Datez le suivi : dites de quand sont ces nouvelles."))


OEUVRE = Regle("oeuvre", Severite.BLOQUANT, chercher)
