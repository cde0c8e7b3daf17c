"""The values that a group works from, side by side."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ValeursBlock(blocks.StructBlock):
    """Boxes of a word and what it means here."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    valeurs = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("nom", blocks.CharBlock(label=_("Valeur"), max_length=60)),
                ("sens", blocks.TextBlock(label=_("Ce qu’elle veut dire"), max_length=400, rows=2)),
            ],
            label=_("Valeur"),
            icon="tag",
        ),
        label=_("Valeurs"),
        min_num=1,
        max_num=8,
    )

    class Meta:
        icon = "tag"
        group = _("Écrire")
        label = _("Valeurs")
        description = _("De une à huit valeurs, dans des boîtes.")
        template = "pages/blocs/valeurs.html"
        preview_value = {
            "titre": "Ce à quoi on tient",
            "valeurs": [
                {"nom": "La place", "sens": "Il y a toujours une chaise de plus."},
                {"nom": "Le temps", "sens": "Personne ne regarde l’horloge."},
            ],
        }
