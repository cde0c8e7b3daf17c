"""The body of a publication with references: words, figures, excerpts, quotations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .chiffre import ChiffreBlock
from .citation import CitationBlock
from .citation_nommee import CitationNommeeBlock
from .encadre import EncadreBlock
from .extrait import ExtraitBlock
from .image import ImageBlock
from .texte import TexteBlock


class CorpsSavantStreamBlock(blocks.StreamBlock):
    """What an editor may put in the body of a demand."""

    texte = TexteBlock()
    chiffre = ChiffreBlock()
    extrait = ExtraitBlock()
    citation = CitationBlock()
    citation_nommee = CitationNommeeBlock()
    encadre = EncadreBlock()
    image = ImageBlock()

    class Meta:
        label = _("Corps")
        required = False
        template = "pages/composants/corps.html"


class ChiffresStreamBlock(blocks.StreamBlock):
    """Key figures, in order."""

    chiffre = ChiffreBlock()

    class Meta:
        required = False
        template = "pages/composants/corps.html"


def lire_ensemble(pages: list[Any], champ: str) -> None:
    """Read one stream of several pages at once: as many queries as for one page."""
    if pages:
        bloc = pages[0]._meta.get_field(champ).stream_block
        flux = bloc.bulk_to_python([list(getattr(page, champ).raw_data) for page in pages])
        for page, valeur in zip(pages, flux, strict=True):
            setattr(page, champ, valeur)
