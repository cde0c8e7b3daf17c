"""The body of a page: the nine blocks, and nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .appel import AppelBlock
from .citation import CitationBlock
from .encadre import EncadreBlock
from .enregistrement import EnregistrementBlock
from .image import ImageBlock
from .mur_extrait import MurExtraitBlock
from .questions import QuestionsBlock
from .selection import SelectionBlock
from .texte import TexteBlock


class CorpsStreamBlock(blocks.StreamBlock):
    """What an editor may put in the body of any page."""

    texte = TexteBlock()
    image = ImageBlock()
    enregistrement = EnregistrementBlock()
    citation = CitationBlock()
    selection = SelectionBlock()
    mur_extrait = MurExtraitBlock()
    encadre = EncadreBlock()
    questions = QuestionsBlock()
    appel = AppelBlock()

    class Meta:
        label = _("Corps de la page")
        required = False
        template = "pages/composants/corps.html"


def feuilles_de(corps: blocks.StreamValue) -> list[str]:
    """Return the static paths of the stylesheets that the blocks of `corps` need, each once."""
    return [f"css/blocs/{genre}.css" for genre in dict.fromkeys(bloc["type"] for bloc in corps.raw_data)]
