"""What podcast clients ask of a series: a cover that they accept, someone to write to who is a role."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from ..constats import Constat, Regle, Severite
from .contacts import est_personnelle

# Apple, « A Podcaster's Guide to RSS », itunes:image.
COTE_MINIMAL: Final = 1400


def couverture(page: Any) -> Iterator[Constat]:
    """Yield what is wrong with the cover."""
    image = page.couverture
    if image is None or not image.est_montrable:
        yield Constat("couverture", _("Un balado a une couverture : sans elle, aucune application ne l’accepte."))
    elif image.width != image.height or image.width < COTE_MINIMAL:
        message = _("La couverture est carrée, d’au moins %(cote)s pixels de côté; celle-ci en a %(l)s sur %(h)s.")
        yield Constat("couverture", message % {"cote": COTE_MINIMAL, "l": image.width, "h": image.height})


def presentation(page: Any) -> Iterator[Constat]:
    """Yield what a directory would miss, and the address of a person."""
    for champ in ("chapeau", "auteur", "courriel"):
        if not getattr(page, champ).strip():
            message = _("Remplissez « %(champ)s » : les annuaires de balados le demandent.")
            yield Constat(champ, message % {"champ": page._meta.get_field(champ).verbose_name})
    if est_personnelle(page.courriel):
        yield Constat("courriel", _("Cette adresse porte le nom d’une personne : donnez une adresse de rôle."))


BALADO = (
    Regle("couverture_du_balado", Severite.BLOQUANT, couverture),
    Regle("presentation_du_balado", Severite.BLOQUANT, presentation),
)
