"""A framed note beside the running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..etats import Ton
from .texte import FONCTIONS_COURTES


class EncadreBlock(blocks.StructBlock):
    """A short note on a field of colour."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    texte = blocks.RichTextBlock(label=_("Texte"), features=FONCTIONS_COURTES)
    ton = blocks.ChoiceBlock(label=_("Couleur"), choices=Ton.choices, default=Ton.LIN)

    class Meta:
        icon = "info-circle"
        group = _("Écrire")
        label = _("Encadré")
        description = _("Une note courte, mise à part du texte.")
        template = "pages/blocs/encadre.html"
        preview_value = {
            "titre": "Bon à savoir",
            "texte": "<p>La porte est ouverte, même sans rendez-vous.</p>",
            "ton": Ton.GAUDE,
        }
