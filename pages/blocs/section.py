"""A section of a workbook: parts A, B, C; its questions are numbered from 1."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .chiffre import ChiffreBlock
from .definition import DefinitionBlock
from .encadre import EncadreBlock
from .extrait import ExtraitBlock
from .image import ImageBlock
from .mot import MotBlock
from .question import QuestionBlock
from .texte import FONCTIONS_COURTES, TexteBlock
from .valeurs import ValeursBlock


class ContenuDeCahierStreamBlock(blocks.StreamBlock):
    """What a part may hold."""

    texte = TexteBlock(features=["h3", "bold", "italic", "ul", "ol", "link"])
    valeurs = ValeursBlock()
    extrait = ExtraitBlock()
    mot = MotBlock()
    definition = DefinitionBlock()
    question = QuestionBlock()
    chiffre = ChiffreBlock()
    encadre = EncadreBlock()
    image = ImageBlock()

    class Meta:
        required = False


@dataclass(frozen=True, slots=True)
class Contenu:
    """A block of a part; `numero` when it is a question. `ancre` stays when blocks move."""

    bloc: Any
    ancre: str
    numero: int | None = None


@dataclass(frozen=True, slots=True)
class Partie:
    """A part, its letter when there are several."""

    lettre: str
    titre: str
    contenus: tuple[Contenu, ...]


class SectionValue(blocks.StructValue):
    """The section, numbered."""

    @property
    def parties_numerotees(self) -> list[Partie]:
        """Its parts in order; questions go on from one part to the next."""
        parties, questions = [], 0
        for rang, partie in enumerate(self["parties"]):
            contenus = []
            for bloc in partie["contenu"]:
                est_une_question = bloc.block_type == "question"
                questions += est_une_question
                contenus.append(Contenu(bloc, f"b-{str(bloc.id)[:8]}", questions if est_une_question else None))
            lettre = chr(ord("A") + rang) if len(self["parties"]) > 1 else ""
            parties.append(Partie(lettre, partie["titre"], tuple(contenus)))
        return parties


class SectionBlock(blocks.StructBlock):
    """A section, numbered by its place."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=160)
    introduction = blocks.RichTextBlock(label=_("Introduction"), features=FONCTIONS_COURTES, required=False)
    parties = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("titre", blocks.CharBlock(label=_("Titre de la partie"), max_length=160, required=False)),
                ("contenu", ContenuDeCahierStreamBlock(label=_("Contenu"))),
            ],
            label=_("Partie"),
            icon="list-ol",
        ),
        label=_("Parties"),
        min_num=1,
        max_num=20,
        help_text=_("Lettrées A, B, C dès qu’il y en a deux."),
    )

    def get_preview_value(self) -> Any:
        """Return an invented section."""
        question = {"type": "question", "value": {"question": "Qui manque?", "sous_questions": [], "lignes": 3}}
        parties = [{"titre": "Regarder", "contenu": [question]}, {"titre": "Faire de la place", "contenu": []}]
        return self.to_python(
            {"titre": "Autour de la table", "introduction": "<p>On s’assoit.</p>", "parties": parties}
        )

    class Meta:
        icon = "list-ol"
        group = _("Écrire")
        label = _("Section")
        description = _("Des parties A, B, C; les questions y sont numérotées à partir de 1.")
        template = "pages/blocs/section.html"
        value_class = SectionValue
