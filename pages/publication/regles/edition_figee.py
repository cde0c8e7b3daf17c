"""What belongs to a past edition stays as it was read: nothing changes in it but what an erratum tells."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from ..constats import Constat, Regle, Severite
from ..errata import Erratum
from ..pieces import pieces


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the first field that a frozen page changes, when no erratum goes with it (`models.figeable`)."""
    publiee = type(page)._default_manager.filter(pk=page.pk, live=True).first()
    if publiee is None or not publiee.est_figee:
        return
    anciennes, neuves = (Counter(_champs(version)) for version in (publiee, page))
    ecarts = [chemin for chemin, _valeur in (*(neuves - anciennes), *(anciennes - neuves))]
    changees = [chemin for chemin in ecarts if chemin.split(".")[0] not in publiee.champs_ouverts]
    if changees and not Erratum.objects.proposes().filter(page_id=page.pk).exists():
        message = _("L’édition %(annee)s est figée : proposez d’abord un erratum, qui dira ce qui change.")
        yield Constat(changees[0], message % {"annee": publiee.jour_qui_fige.year})


def _champs(page: Any) -> Iterator[tuple[str, str]]:
    """Yield each field as it is written in the database, those of the rows included, and the address."""
    yield "slug", page.slug
    for piece in pieces(page):
        if piece.champ is not None:
            valeur = piece.valeur
            yield piece.chemin, str(valeur.pk if isinstance(valeur, Model) else piece.champ.get_prep_value(valeur))


EDITION_FIGEE = Regle("edition_figee", Severite.BLOQUANT, chercher)
