"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FONCTIONS = ["h2", "h3", "bold", "italic", "ul", "ol", "link"]
FONCTIONS_COURTES = ["bold", "italic", "ul", "link"]


class TexteBlock(blocks.RichTextBlock):
    """Rich text, in the collective's voice."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": FONCTIONS, **options})

    class Meta:
        icon = "pilcrow"
        group = _("Écrire")
        label = _("Texte")
        description = _("Des paragraphes, des intertitres, des listes, des liens.")
        template = "pages/blocs/texte.html"
        preview_value = (
            "<h2>Une place autour de la table</h2><p>On arrive comme on est. On repart quand on veut, avec "
            "<strong>ses mots à soi</strong>.</p><ul><li>Une porte ouverte</li><li>Du temps</li></ul>"
        )
