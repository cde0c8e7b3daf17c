"""An expected result: how it is measured, and where it stands, year after year."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..arbre_plan_strategique import lire_resultat
from ..etats import EtatResultat
from ..presentation import date_courte
from .indicateur import IndicateurBlock


class SuiviAnnuelValue(blocks.StructValue):
    """Where a result stood at the end of a year."""

    @property
    def etat_texte(self) -> str:
        """The state, in words; nothing in a draft that says none."""
        return str(EtatResultat(self["etat"]).label) if self["etat"] else ""

    @property
    def date_texte(self) -> str:
        """« 10 octobre 2027 »; nothing in a draft without its date."""
        return date_courte(self["date"]) if self["date"] else ""


class ResultatBlock(blocks.StructBlock):
    """Its letter comes from its place. A follow-up may lack its date or its source in a draft: a gate asks for them."""

    texte = blocks.TextBlock(label=_("Résultat attendu"), max_length=400, rows=2)
    indicateurs = blocks.ListBlock(IndicateurBlock(), label=_("Indicateurs"), default=[])
    suivi = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("annee", blocks.IntegerBlock(label=_("Année suivie"), min_value=2000, max_value=2100)),
                ("etat", blocks.ChoiceBlock(label=_("État"), choices=EtatResultat.choices)),
                ("precision", blocks.TextBlock(label=_("En mots"), required=False, max_length=500, rows=2)),
                ("date", blocks.DateBlock(label=_("En date du"), required=False)),
                ("source", blocks.CharBlock(label=_("Source"), required=False, max_length=250)),
                ("adresse", blocks.URLBlock(label=_("Adresse de la source"), required=False)),
            ],
            label=_("Suivi d’une année"),
            icon="date",
            value_class=SuiviAnnuelValue,
        ),
        label=_("Suivi par année"),
        default=[],
        collapsed=True,
        help_text=_("Ne paraît nulle part avant l’adoption du plan. On n’efface pas les années d’avant."),
    )

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the result as its plan reads it, or alone."""
        contexte: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        contexte.setdefault("resultat", lire_resultat(value, "a", est_adopte=True))
        return contexte

    def get_preview_value(self) -> Any:
        """Return an invented result."""
        indicateur = {"texte": "Nombre de soirs ouverts par semaine.", "cible": "Deux, d’ici 2028"}
        suivi = {
            "annee": 2027, "etat": EtatResultat.EN_COURS, "precision": "Un soir sur deux.",
            "date": date(2027, 12, 1), "source": "Relevé de décembre 2027",
        }  # fmt: skip
        return self.normalize({"texte": "Une porte ouverte le soir.", "indicateurs": [indicateur], "suivi": [suivi]})

    class Meta:
        icon = "tick"
        group = _("Écrire")
        label = _("Résultat attendu")
        description = _("Ce qui aura changé, lettré par sa place; ses indicateurs, et où il en est chaque année.")
        template = "pages/blocs/resultat.html"
