"""The body of a release: paragraphs, named quotations, figures, and nothing else."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .chiffre import ChiffreBlock
from .chiffre_source import ChiffreSourceBlock
from .citation_nommee import CitationNommeeBlock
from .texte import TexteBlock


class CorpsCommuniqueStreamBlock(blocks.StreamBlock):
    """What a release is made of; the wire takes text only, so that nothing here needs a picture."""

    texte = TexteBlock(features=["h2", "bold", "italic", "ul", "ol", "link"])
    citation_nommee = CitationNommeeBlock()
    chiffre = ChiffreBlock()
    chiffre_source = ChiffreSourceBlock()

    class Meta:
        label = _("Corps du communiqué")
        required = False
        template = "pages/composants/corps.html"
