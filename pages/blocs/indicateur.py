"""How a result will be measured."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class IndicateurBlock(blocks.StructBlock):
    """What is looked at, and what is aimed at."""

    texte = blocks.TextBlock(label=_("Indicateur"), max_length=300, rows=2)
    cible = blocks.CharBlock(
        label=_("Cible"),
        required=False,
        max_length=160,
        help_text=_("Ce qu’on vise, et pour quand : « 12 régions, d’ici 2028 »."),
    )

    class Meta:
        icon = "order"
        group = _("Écrire")
        label = _("Indicateur")
        description = _("Ce qu’on regarde pour savoir où en est un résultat, et ce qu’on vise.")
        template = "pages/blocs/indicateur.html"
        preview_value = {"texte": "Nombre de régions où une porte ouvre le soir.", "cible": "12 régions, d’ici 2028"}
