"""An objective of an issue, and the results expected from it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..arbre_plan_strategique import LETTRES, lire_objectif
from .resultat import ResultatBlock


class ObjectifBlock(blocks.StructBlock):
    """Its number comes from its place: 1.1, 1.2; or 3, when it is alone in the third issue."""

    titre = blocks.CharBlock(label=_("Objectif"), max_length=250)
    resultats = blocks.ListBlock(
        ResultatBlock(),
        label=_("Résultats attendus"),
        default=[],
        max_num=len(LETTRES),
        help_text=_("Lettrés par leur place : a, b, c…"),
    )

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the objective as its plan reads it, or alone."""
        contexte: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        contexte.setdefault("objectif", lire_objectif(value, "1", est_adopte=True))
        return contexte

    def get_preview_value(self) -> Any:
        """Return an invented objective."""
        resultats = [{"texte": "Une porte ouverte le soir."}, {"texte": "Un billet pour revenir."}]
        return self.to_python({"titre": "Ouvrir quand les autres ferment", "resultats": resultats})

    class Meta:
        icon = "crosshairs"
        group = _("Écrire")
        label = _("Objectif")
        description = _("Ce qu’on veut, numéroté par sa place, et les résultats qu’on en attend.")
        template = "pages/blocs/objectif.html"
