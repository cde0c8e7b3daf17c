"""A key figure quoted at a date: the page keeps its number, whatever is counted later."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..traduction.champs import Garde


class ValeurChooser(Garde, blocks.ChooserBlock):
    """The field where an editor chooses a dated value."""

    target_model = "pages.Valeur"

    @cached_property
    def widget(self) -> Any:
        from ..choix import ValeurChooserWidget  # noqa: PLC0415 - an admin widget: not loaded with the models

        return ValeurChooserWidget()


class ChiffreBlock(blocks.StructBlock):
    """One value of one series."""

    valeur = ValeurChooser(
        label=_("Valeur"), help_text=_("Un chiffre à une date. Un compte plus récent ne changera pas cette page.")
    )
    contexte = blocks.CharBlock(
        label=_("Ce qu’il veut dire ici"), required=False, max_length=200, help_text=_("Une phrase, au plus.")
    )

    def get_preview_value(self) -> Any:
        """Return an invented figure."""
        from ..models.chiffres import SerieChiffre, Valeur  # noqa: PLC0415 - blocks are loaded before models

        serie = SerieChiffre(libelle="tasses lavées en une année", pk=0)
        valeur = self.normalize({"valeur": None, "contexte": "Personne ne les compte, sauf nous."})
        valeur["valeur"] = Valeur(
            serie=serie, nombre=Decimal(20000), qualificatif="plus_de", date=date(2026, 10, 10), source="Carnet de bord"
        )
        return valeur

    class Meta:
        icon = "order"
        group = _("Montrer")
        label = _("Chiffre clé")
        description = _("Un nombre, ce qu’il compte, sa date et sa source.")
        template = "pages/blocs/chiffre.html"
