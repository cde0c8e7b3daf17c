"""One figure put forward, with where it comes from and when."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from ..nombres import avec_unite, ecrire_nombre, lire_nombre
from ..presentation import date_courte


class ChiffreSourceValue(blocks.StructValue):
    """The figure, as a page writes it."""

    @property
    def nombre(self) -> Decimal | None:
        """The number that was typed; nothing when it cannot be read."""
        return lire_nombre(self.get("valeur") or "")

    @property
    def ecrit(self) -> str:
        """« 20 000 », « 12,5 »; as typed when it is no number."""
        return ecrire_nombre(self.nombre) if self.nombre is not None else str(self.get("valeur") or "")

    @property
    def compte(self) -> str:
        """The figure with its unit: « 12,5 % »."""
        return avec_unite(self.ecrit, self.get("unite") or "")

    @property
    def date_ecrite(self) -> str:
        """« 1er octobre 2026 »; nothing without a date."""
        return date_courte(self["date"]) if self.get("date") else ""


class ChiffreSourceBlock(blocks.StructBlock):
    """A figure, what it counts, its source and its date."""

    valeur = blocks.CharBlock(
        label=_("Chiffre"), max_length=20, help_text=_("« 20 000 » ou « 12,5 » : une espace, une virgule.")
    )
    unite = blocks.CharBlock(label=_("Unité"), required=False, max_length=20, help_text=_("« % », « $ », « ans »."))
    libelle = blocks.CharBlock(label=_("Ce qui est compté"), max_length=160)
    source = blocks.CharBlock(
        label=_("Source"), required=False, max_length=250, help_text=_("Sans source ni date, la page ne se publie pas.")
    )
    adresse = blocks.URLBlock(label=_("Adresse de la source"), required=False, max_length=500)
    date = blocks.DateBlock(label=_("En date du"), required=False)

    def clean(self, value: Any) -> Any:
        """Check the figure: a number as French writes it."""
        propre = super().clean(value)
        if lire_nombre(propre["valeur"]) is None:
            message = _now(
                "Écrivez « 20 000 » (vingt mille) ou « 12,5 » : « %(valeur)s » ne se lit pas d’une seule façon."
            )
            erreur = ValidationError(message % {"valeur": propre["valeur"]})
            raise StructBlockValidationError(block_errors={"valeur": erreur})
        return propre

    class Meta:
        icon = "decimal"
        group = _("Montrer")
        label = _("Chiffre et sa source")
        description = _("Un chiffre que le site ne suit pas : ce qu’il compte, d’où il vient.")
        template = "pages/blocs/chiffre_source.html"
        value_class = ChiffreSourceValue
        preview_value = {
            "valeur": "90",
            "libelle": "ressources alternatives autour de la même table",
            "source": "Registre de la fédération",
            "date": "2026-10-01",
        }
