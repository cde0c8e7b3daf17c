"""The words of a testimony, copied: they would outlive a withdrawal. The message never repeats them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from ...memoire import publies_connus
from ...redites import redite
from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the places where a published testimony is repeated."""
    publies = publies_connus()
    for piece in pieces(page):
        texte = piece.html or piece.texte
        if redite(texte, publies.pour(texte)):
            yield Constat(
                piece.chemin,
                _("« %(champ)s » recopie un témoignage publié : citez-le par un bloc « Citation ».")
                % {"champ": piece.etiquette},
            )


REDITES = Regle("redite", Severite.BLOQUANT, chercher)
