"""A framed quotation that is not a testimony: a collective's words, a text of a century ago."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class MotBlock(blocks.StructBlock):
    """A few words, large, and whose they are. The words of a member are quoted by reference instead."""

    texte = blocks.TextBlock(label=_("Mots"), max_length=300, rows=2)
    de = blocks.CharBlock(
        label=_("De qui"),
        max_length=160,
        help_text=_("Un groupe, un texte. La parole d’un membre : bloc « Citation »."),
    )

    class Meta:
        icon = "openquote"
        group = _("Donner la parole")
        label = _("Mot encadré")
        description = _("Une phrase courte, en grand, et d’où elle vient.")
        template = "pages/blocs/mot.html"
        preview_value = {"texte": "On commence par faire de la place.", "de": "Le groupe du mardi"}
