"""A testimony quoted by reference: never a copy, so that a withdrawal takes effect everywhere at once."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from temoignages.models import Temoignage

from ..traduction.champs import Garde


class TemoignageChooser(Garde, blocks.ChooserBlock):
    """The field where an editor chooses a published testimony."""

    target_model = "temoignages.Temoignage"

    @cached_property
    def widget(self) -> Any:
        from temoignages.viewsets import (  # noqa: PLC0415 - an admin screen: not loaded with the models
            TemoignageChooserViewSet,
        )

        return TemoignageChooserViewSet().widget_class()


class CitationValue(blocks.StructValue):
    """The reference, and what it may show today."""

    @cached_property
    def publie(self) -> Temoignage | None:
        """The testimony, when its author allows it today; nothing once withdrawn or expired."""
        choisi = self.get("temoignage")
        return Temoignage.objects.publies().filter(pk=choisi.pk).first() if choisi else None


class CitationBlock(blocks.StructBlock):
    """One testimony, large, on the colour of its sentence."""

    temoignage = TemoignageChooser(
        label=_("Témoignage"),
        help_text=_("Son texte n’est pas copié ici : s’il est retiré, la citation disparaît d’elle-même."),
    )

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[CitationValue]:
        """Read every quotation of a page in two queries: what was chosen, and what may be shown today."""
        citations: list[CitationValue] = super().bulk_to_python(list(values))
        choisis = [citation["temoignage"].pk for citation in citations if citation["temoignage"]]
        publies = Temoignage.objects.publies_par_cle(choisis)
        for citation in citations:
            choisi = citation["temoignage"]
            citation.publie = publies.get(choisi.pk) if choisi else None
        return citations

    def get_preview_value(self) -> CitationValue:
        """Return a quotation invented for the preview: no one's words are shown to choose a block."""
        valeur: CitationValue = self.normalize({"temoignage": None})
        valeur.publie = Temoignage(texte="une chaise qui m’attend", echelon="quebec", edition=2026)
        return valeur

    class Meta:
        icon = "openquote"
        group = _("Donner la parole")
        label = _("Citation")
        description = _("Un témoignage publié, en grand, par référence.")
        template = "pages/blocs/citation.html"
        value_class = CitationValue
