"""Questions people ask, each opening on its answer."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .texte import FONCTIONS_COURTES


class QuestionsBlock(blocks.StructBlock):
    """A list of questions; the browser's own `details` opens them, without a script."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    questions = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("question", blocks.CharBlock(label=_("Question"), max_length=200)),
                ("reponse", blocks.RichTextBlock(label=_("Réponse"), features=FONCTIONS_COURTES)),
            ],
            label=_("Question et réponse"),
            icon="help",
        ),
        label=_("Questions"),
        min_num=1,
    )

    class Meta:
        icon = "help"
        group = _("Écrire")
        label = _("Questions et réponses")
        description = _("Des questions qu’on ouvre une à une.")
        template = "pages/blocs/questions.html"
        preview_value = {
            "titre": "Ce qu’on nous demande souvent",
            "questions": [
                {"question": "Faut-il s’inscrire?", "reponse": "<p>Non. On entre, on prend une tasse.</p>"},
                {"question": "Est-ce payant?", "reponse": "<p>Non.</p>"},
            ],
        }
