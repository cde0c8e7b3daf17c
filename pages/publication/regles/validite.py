"""What the page's own fields and blocks refuse: a draft may be saved half empty, a public page may not."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def chercher(page: Any) -> Iterator[Constat]:
    """Yield what validation says, for each field, then for each block of each body."""
    try:
        page.full_clean()
    except ValidationError as erreur:
        for champ, messages in erreur.message_dict.items():
            yield from (Constat("title" if champ == "__all__" else champ, message) for message in messages)
    for piece in pieces(page):
        if piece.champ is not None and isinstance(piece.valeur, StreamValue):
            yield from _des_blocs(piece.chemin, piece.etiquette, piece.valeur)


def _des_blocs(chemin: str, etiquette: str, flux: StreamValue) -> Iterator[Constat]:
    for enfant in flux:
        try:
            enfant.block.clean(enfant.value)
        except ValidationError as erreur:
            dit = " ".join(dict.fromkeys(_messages(erreur)))
            message = _("Le bloc « %(bloc)s » est à compléter. %(dit)s") % {"bloc": enfant.block.label, "dit": dit}
            yield Constat(f"{chemin}.{enfant.id}", message)
    try:
        flux.stream_block.clean(flux)
    except ValidationError as erreur:
        # What is wrong with the body as a whole (too few blocks); each block was asked just above.
        yield from (Constat(chemin, f"{etiquette} : {dit}") for dit in _propres(erreur))


def _propres(erreur: ValidationError) -> list[str]:
    globales = getattr(erreur, "non_block_errors", None)
    return [str(dit) for fautes in (globales.as_data() if globales else []) for dit in fautes.messages]


def _messages(erreur: Any) -> Iterator[str]:
    """Yield the sentences of an error of a block, at any depth."""
    enfants = getattr(erreur, "block_errors", None)
    if isinstance(enfants, dict):
        for enfant in enfants.values():
            yield from _messages(enfant)
    elif not hasattr(erreur, "non_block_errors"):
        yield from erreur.messages
    yield from _propres(erreur)


VALIDITE = Regle("validite", Severite.BLOQUANT, chercher)
