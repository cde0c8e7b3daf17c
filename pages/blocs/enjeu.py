"""An issue of a strategic plan: what it is, why, and what is aimed at."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..arbre_plan_strategique import lire_enjeu
from .chiffre import ChiffreBlock
from .citation import CitationBlock
from .encadre import EncadreBlock
from .extrait import ExtraitBlock
from .image import ImageBlock
from .objectif import ObjectifBlock
from .texte import TexteBlock


class AnalyseStreamBlock(blocks.StreamBlock):
    """What an analysis may hold. One level of headings: those of objectives follow."""

    texte = TexteBlock(features=["h2", "bold", "italic", "ul", "ol", "link"])
    chiffre = ChiffreBlock()
    extrait = ExtraitBlock()
    citation = CitationBlock()
    encadre = EncadreBlock()
    image = ImageBlock()

    class Meta:
        required = False
        template = "pages/composants/corps.html"


class EnjeuBlock(blocks.StructBlock):
    """Its number is its place."""

    titre = blocks.CharBlock(label=_("Enjeu"), max_length=160)
    analyse = AnalyseStreamBlock(label=_("Analyse"))
    objectifs = blocks.ListBlock(
        ObjectifBlock(),
        label=_("Objectifs"),
        default=[],
        max_num=20,
        help_text=_("Numérotés par leur place : 1.1, 1.2; un objectif seul prend le numéro de l’enjeu."),
    )

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the issue as its plan reads it, or alone."""
        contexte: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        contexte.setdefault("enjeu", lire_enjeu(value, 1, est_adopte=True))
        return contexte

    def get_preview_value(self) -> Any:
        """Return an invented issue."""
        objectifs = [
            {"titre": "Ouvrir le soir", "resultats": [{"texte": "Une porte par région."}]},
            {"titre": "Payer le retour", "resultats": []},
        ]
        analyse = [{"type": "texte", "value": "<p>La détresse ne finit pas à seize heures trente.</p>"}]
        return self.to_python({"titre": "La porte", "analyse": analyse, "objectifs": objectifs})

    class Meta:
        icon = "list-ul"
        group = _("Écrire")
        label = _("Enjeu")
        description = _("Un enjeu numéroté par sa place : son analyse, ses objectifs et leurs résultats.")
        template = "pages/blocs/enjeu.html"
