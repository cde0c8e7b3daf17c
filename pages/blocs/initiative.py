"""An inspiring initiative, from here or elsewhere."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class InitiativeBlock(blocks.StructBlock):
    """Where it is, in which language it is told, and whether who does not speak it can follow."""

    nom = blocks.CharBlock(label=_("Nom"), max_length=160)
    adresse = blocks.URLBlock(label=_("Adresse"), required=False)
    pays = blocks.CharBlock(label=_("Pays ou région"), max_length=80)
    langue = blocks.CharBlock(label=_("Langue"), max_length=40, default="français")
    sous_titres = blocks.BooleanBlock(label=_("Sous-titres français offerts"), required=False)
    description = blocks.TextBlock(label=_("Description"), max_length=600, rows=3)

    class Meta:
        icon = "site"
        group = _("Montrer")
        label = _("Initiative inspirante")
        description = _("Une initiative : où, en quelle langue, de quoi il s’agit.")
        template = "pages/blocs/initiative.html"
        preview_value = {
            "nom": "La maison aux trois portes",
            "adresse": "https://exemple.org/trois-portes",
            "pays": "Finlande",
            "langue": "finnois",
            "sous_titres": True,
            "description": "Un film de vingt minutes sur un lieu qui ne ferme pas.",
        }
