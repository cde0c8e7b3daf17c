"""A question of a workbook, with room to answer."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuestionValue(blocks.StructValue):
    """The question, and its paper."""

    @property
    def regles(self) -> range:
        """One item a ruled line."""
        return range(self["lignes"] or 0)


class QuestionBlock(blocks.StructBlock):
    """Numbered by its place in its section. Answers are typed on the visitor's device, or written on paper."""

    question = blocks.TextBlock(label=_("Question"), max_length=400, rows=2)
    sous_questions = blocks.ListBlock(
        blocks.CharBlock(label=_("Sous-question"), max_length=300),
        label=_("Sous-questions"),
        default=[],
        help_text=_("Lettrées a, b, c; chacune a son espace de réponse."),
    )
    lignes = blocks.IntegerBlock(label=_("Lignes pour répondre"), default=4, min_value=1, max_value=20)

    class Meta:
        icon = "help"
        group = _("Écrire")
        label = _("Question")
        description = _("Une question et ses sous-questions, avec de la place pour répondre.")
        template = "pages/blocs/question.html"
        value_class = QuestionValue
        preview_value = {"question": "Qui manque autour de la table?", "sous_questions": ["Pourquoi?"], "lignes": 3}
