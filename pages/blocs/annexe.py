"""An annex of a workbook, numbered by its place."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .texte import FONCTIONS


class AnnexeBlock(blocks.StructBlock):
    """Words, a file, or both; the text calls it « annexe 2 »."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=160)
    texte = blocks.RichTextBlock(label=_("Texte"), features=FONCTIONS, required=False)
    document = DocumentChooserBlock(label=_("Fichier"), required=False)

    class Meta:
        icon = "doc-empty"
        group = _("Écrire")
        label = _("Annexe")
        description = _("Un texte ou un fichier, à la fin du cahier.")
        template = "pages/blocs/annexe.html"
        preview_value = {"titre": "La liste des courses", "texte": "<p>Du thé, du pain, des chaises.</p>"}
