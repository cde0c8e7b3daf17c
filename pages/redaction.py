"""The form where staff write a page. It refuses words that a testimony holds: a copy would outlive a withdrawal."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .memoire import Connus, publies_connus
from .publication.saisie import SaisieForm
from .redites import redite


class RedactionForm(SaisieForm):
    """The editor of every page: what is typed stays, the refusal stands beside the field."""

    def clean(self) -> dict[str, Any]:
        """Check each text of the page against one reading of the published testimonies."""
        propre: dict[str, Any] = super().clean()
        publies = publies_connus()
        for champ, erreur in list(_erreurs_des_champs(self, propre, publies)):
            self.add_error(champ, erreur)
        return propre


def _erreurs_des_champs(
    formulaire: RedactionForm, propre: dict[str, Any], publies: Connus
) -> Iterator[tuple[str, ValidationError]]:
    for champ, valeur in propre.items():
        if isinstance(valeur, blocks.StreamValue):
            erreur = erreur_de_bloc(valeur.stream_block, valeur, publies)
        else:
            erreur = erreur_de_texte(str(formulaire.fields[champ].label), valeur, publies)
        if erreur:
            yield champ, erreur


def erreur_de_texte(etiquette: str, texte: object, publies: Connus) -> ValidationError | None:
    """Return the refusal of a text that repeats a testimony; nothing for another text, or another kind of value."""
    passage = redite(texte, publies.pour(texte)) if isinstance(texte, str) else ""
    if not passage:
        return None
    message = _(
        "« %(champ)s » reprend les mots d’un témoignage publié (« %(passage)s »). Recopiés, ils resteraient ici après "
        "un retrait. Enlevez-les, puis ajoutez un bloc « Citation » : il montre le témoignage sans le copier."
    )
    return ValidationError(message % {"champ": etiquette, "passage": passage}, code="redite")


def erreur_de_bloc(bloc: blocks.Block, valeur: Any, publies: Connus) -> ValidationError | None:
    """Return the refusals of a block and of those inside it, in the shape that shows each beside its field."""
    match bloc:
        case blocks.StructBlock():
            paires = ((nom, (enfant, valeur.get(nom))) for nom, enfant in bloc.child_blocks.items())
            return _rassembler(StructBlockValidationError, paires, publies)
        case blocks.ListBlock():
            items = ((rang, (bloc.child_block, item)) for rang, item in enumerate(valeur))
            return _rassembler(ListBlockValidationError, items, publies)
        case blocks.StreamBlock():
            enfants = ((rang, (enfant.block, enfant.value)) for rang, enfant in enumerate(valeur))
            return _rassembler(StreamBlockValidationError, enfants, publies)
        case blocks.RichTextBlock():
            return erreur_de_texte(str(bloc.label), valeur.source, publies)
        case blocks.CharBlock() | blocks.TextBlock():
            return erreur_de_texte(str(bloc.label), valeur, publies)
    return None


def _rassembler(genre: Any, enfants: Any, publies: Connus) -> ValidationError | None:
    erreurs = {cle: erreur for cle, (bloc, valeur) in enfants if (erreur := erreur_de_bloc(bloc, valeur, publies))}
    return genre(block_errors=erreurs) if erreurs else None
