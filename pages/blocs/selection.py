"""A few chosen testimonies, side by side, by reference."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from temoignages.models import Temoignage

from .citation import TemoignageChooser

MINIMUM, MAXIMUM = 2, 6


class SelectionValue(blocks.StructValue):
    """The references, and what they may show today."""

    @property
    def choisis(self) -> list[str]:
        """The addresses chosen, in the editor's order."""
        return [temoignage.pk for temoignage in self["temoignages"] if temoignage]

    @cached_property
    def publies(self) -> list[Temoignage]:
        """The testimonies whose author allows it today, in the editor's order."""
        publies = Temoignage.objects.publies_par_cle(self.choisis)
        return [publies[pk] for pk in self.choisis if pk in publies]


class SelectionBlock(blocks.StructBlock):
    """Two to six testimonies, as cards."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    temoignages = blocks.ListBlock(
        TemoignageChooser(label=_("Témoignage")),
        label=_("Témoignages"),
        min_num=MINIMUM,
        max_num=MAXIMUM,
        help_text=_("De deux à six. Un témoignage retiré disparaît de lui-même."),
    )

    def clean(self, value: Any) -> Any:
        """Check the selection: each testimony is there once."""
        propre = super().clean(value)
        vus: set[str] = set()
        doubles = {}
        for rang, temoignage in enumerate(propre["temoignages"]):
            if temoignage and temoignage.pk in vus:
                doubles[rang] = ValidationError(_now("Ce témoignage est déjà dans la sélection."))
            elif temoignage:
                vus.add(temoignage.pk)
        if doubles:
            raise StructBlockValidationError({"temoignages": ListBlockValidationError(block_errors=doubles)})
        return propre

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[SelectionValue]:
        """Read every selection of a page in two queries: what was chosen, and what may be shown today."""
        selections: list[SelectionValue] = super().bulk_to_python(list(values))
        choisis = {pk for selection in selections for pk in selection.choisis}
        publies = Temoignage.objects.publies_par_cle(choisis)
        for selection in selections:
            selection.publies = [publies[pk] for pk in selection.choisis if pk in publies]
        return selections

    def get_preview_value(self) -> SelectionValue:
        """Return testimonies invented for the preview: no one's words are shown to choose a block."""
        valeur: SelectionValue = self.normalize({"titre": "Autour de la table", "temoignages": []})
        valeur.publies = [
            Temoignage(texte=texte, echelon="quebec", edition=2026)
            for texte in ("une chaise qui m’attend", "le temps qu’il faut", "une place pour me taire")
        ]
        return valeur

    class Meta:
        icon = "list-ul"
        group = _("Donner la parole")
        label = _("Sélection de témoignages")
        description = _("De deux à six témoignages choisis, côte à côte, par référence.")
        template = "pages/blocs/selection.html"
        value_class = SelectionValue
