"""Someone's written words, with where they are read."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..traduction.champs import MotsGardes, TexteRicheGarde
from .texte import FONCTIONS_COURTES


class ExtraitBlock(blocks.StructBlock):
    """An excerpt of a text of the bibliography. Its words are shown as they were written."""

    texte = TexteRicheGarde(label=_("Extrait"), features=FONCTIONS_COURTES)
    source = MotsGardes(
        label=_("Source et page"),
        max_length=250,
        help_text=_("Comme dans le texte : (Auteure, 2011, p. 42). Répétée, elle prend sa forme courte."),
    )

    class Meta:
        icon = "openquote"
        group = _("Écrire")
        label = _("Extrait")
        description = _("Un passage d’un texte, sa source et sa page.")
        template = "pages/blocs/extrait.html"
        preview_value = {
            "texte": "<p>Une table se mesure au nombre de coudes.</p>",
            "source": "(Ardouin, 2019, p. 42)",
        }
