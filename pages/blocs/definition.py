"""A term, as one or several authors define it, side by side."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..traduction.champs import MotsGardes
from .texte import FONCTIONS_COURTES


class DefinitionBlock(blocks.StructBlock):
    """Definitions of one term, each with its source; nobody has to choose between them."""

    terme = blocks.CharBlock(label=_("Terme"), max_length=120)
    definitions = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("texte", blocks.RichTextBlock(label=_("Définition"), features=FONCTIONS_COURTES)),
                (
                    "source",
                    MotsGardes(
                        label=_("Source"),
                        max_length=250,
                        help_text=_("(Auteure, 2011, p. 42), ou (Auteure, dans Autres, 2011, p. 42)."),
                    ),
                ),
                ("est_traduite", blocks.BooleanBlock(label=_("Traduite par nous"), required=False)),
            ],
            label=_("Définition"),
            icon="doc-full",
        ),
        label=_("Définitions"),
        min_num=1,
    )

    class Meta:
        icon = "doc-full"
        group = _("Écrire")
        label = _("Définition")
        description = _("Un terme, et ce qu’en disent une ou plusieurs sources.")
        template = "pages/blocs/definition.html"
        preview_value = {
            "terme": "Rallonge",
            "definitions": [
                {"texte": "<p>Planche qui agrandit une table.</p>", "source": "(Ardouin, 2019)"},
                {"texte": "<p>Geste de qui fait de la place.</p>", "source": "(Bellerive, dans Ardouin, 2019, p. 8)"},
            ],
        }
