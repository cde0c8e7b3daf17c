"""A means of a demand, and where it stands, year after year."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..etats import EtatMoyen
from ..presentation import date_courte
from .texte import FONCTIONS_COURTES


class SuiviValue(blocks.StructValue):
    """A dated state."""

    @property
    def etat_texte(self) -> str:
        """The state, in words."""
        return str(EtatMoyen(self["etat"]).label)

    @property
    def date_texte(self) -> str:
        """« 10 octobre 2026 »."""
        return date_courte(self["date"])


class MoyenValue(blocks.StructValue):
    """The means, and its follow-up in order."""

    @property
    def suivis(self) -> list[SuiviValue]:
        """Every dated state, the latest first."""
        return sorted(self["suivi"], key=lambda suivi: suivi["date"] or date.min, reverse=True)

    @property
    def derniers(self) -> list[SuiviValue]:
        """The latest state, if there is one."""
        return self.suivis[:1]

    @property
    def anciens(self) -> list[SuiviValue]:
        """The states before it."""
        return self.suivis[1:]


class MoyenBlock(blocks.StructBlock):
    """What is asked, of whom. Its number comes from its place."""

    texte = blocks.RichTextBlock(label=_("Moyen"), features=FONCTIONS_COURTES)
    cible = blocks.CharBlock(
        label=_("À qui on le demande"),
        required=False,
        max_length=120,
        help_text=_("Une fonction, jamais une personne."),
    )
    suivi = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("etat", blocks.ChoiceBlock(label=_("État"), choices=EtatMoyen.choices)),
                ("date", blocks.DateBlock(label=_("En date du"))),
                ("precision", blocks.CharBlock(label=_("Précision"), required=False, max_length=250)),
                ("source", blocks.CharBlock(label=_("Source"), max_length=250)),
                ("adresse", blocks.URLBlock(label=_("Adresse de la source"), required=False)),
            ],
            label=_("Où en est-on"),
            icon="date",
            value_class=SuiviValue,
        ),
        label=_("Où en est-on"),
        default=[],
        collapsed=True,
        help_text=_("Un état par date. On n’efface pas les anciens."),
    )

    def get_preview_value(self) -> Any:
        """Return an invented means."""
        suivi = {"etat": "promis", "date": date(2026, 10, 10), "source": "Séance publique du 3 octobre 2026"}
        return self.normalize({"texte": "<p>Ouvrir la porte le soir.</p>", "cible": "", "suivi": [suivi]})

    class Meta:
        icon = "tick"
        group = _("Écrire")
        label = _("Moyen")
        description = _("Une chose à faire, numérotée par sa place, et où elle en est.")
        template = "pages/blocs/moyen.html"
        value_class = MoyenValue
