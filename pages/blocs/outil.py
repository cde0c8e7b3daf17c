"""A tool that is there to be used."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock


class OutilBlock(blocks.StructBlock):
    """A file of the site, or an address."""

    nom = blocks.CharBlock(label=_("Nom"), max_length=160)
    description = blocks.TextBlock(label=_("À quoi il sert"), max_length=400, rows=2, required=False)
    document = DocumentChooserBlock(label=_("Fichier"), required=False)
    adresse = blocks.URLBlock(label=_("Adresse"), required=False)

    def clean(self, value: Any) -> Any:
        """Check the tool: it can be reached."""
        propre = super().clean(value)
        if not propre["document"] and not propre["adresse"]:
            erreur = ValidationError(_now("Choisissez un fichier, ou donnez une adresse."))
            raise StructBlockValidationError(block_errors={"adresse": erreur})
        return propre

    class Meta:
        icon = "doc-full"
        group = _("Montrer")
        label = _("Outil disponible")
        description = _("Un fichier ou une adresse, et à quoi il sert.")
        template = "pages/blocs/outil.html"
        preview_value = {
            "nom": "La grille des tasses",
            "description": "Pour compter qui parle.",
            "adresse": "https://exemple.org/grille",
        }
