"""The latest testimonies of the wall, or of one sentence, with the way to the wall. Nothing is chosen by hand."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from temoignages.models import Temoignage

from ..croisement import Choix, croiser, paroles_de
from ..langues import sa_langue_d_abord
from ..regles import DERNIERE_EDITION, PREMIERE_EDITION
from ..traduction.champs import Garde

MINIMUM, MAXIMUM = 3, 9


class ListeChooser(Garde, blocks.ChooserBlock):
    """A field where an editor chooses one of a few: a plain list does."""

    @cached_property
    def widget(self) -> forms.Select:
        return forms.Select()

    def value_from_form(self, value: Any) -> Any:
        """Return the row; the empty line of the list is none."""
        return super().value_from_form(value or None)

    def get_form_state(self, value: Any) -> Any:
        """Return the key of the row in the shape that the script of a list expects: strings, in an array."""
        return self.widget.format_value(self.field.prepare_value(value))


class AmorceChooser(ListeChooser):
    """The field where an editor chooses a sentence to complete."""

    target_model = "temoignages.Amorce"


class ThemeChooser(ListeChooser):
    """The field where an editor chooses a theme."""

    target_model = "temoignages.Theme"


class MurExtraitValue(blocks.StructValue):
    """What is asked for, and what it shows today."""

    @property
    def choix(self) -> Choix:
        """The same choice, as the wall knows it."""
        amorce, theme = self["amorce"], self.get("theme")
        return Choix(phrase=amorce.pk if amorce else None, theme=theme.pk if theme else None, edition=self["edition"])

    @property
    def requete(self) -> str:
        """The query that shows the rest on the wall: « ?phrase=3 », or nothing."""
        return f"?{self.choix.requete}" if self.choix.axes else ""

    @cached_property
    def paroles(self) -> Sequence[Temoignage]:
        """The latest ones."""
        _remplir([self])
        return self.paroles

    @cached_property
    def mur(self) -> Page | None:
        """The wall, when it is published."""
        _remplir([self])
        return self.mur


class MurExtraitBlock(blocks.StructBlock):
    """Three to nine cards, then a link to the wall."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    amorce = AmorceChooser(label=_("Phrase à compléter"), required=False, help_text=_("Vide : toutes les phrases."))
    theme = ThemeChooser(label=_("Thème"), required=False, help_text=_("Vide : tous les thèmes."))
    edition = blocks.IntegerBlock(
        label=_("Édition"),
        required=False,
        min_value=PREMIERE_EDITION,
        max_value=DERNIERE_EDITION,
        help_text=_("L’année. Vide : toutes les éditions."),
    )
    nombre = blocks.IntegerBlock(
        label=_("Combien"), default=6, min_value=MINIMUM, max_value=MAXIMUM, help_text=_("De trois à neuf.")
    )

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[MurExtraitValue]:
        """Read every extract of a page in five queries at most, however many there are."""
        extraits: list[MurExtraitValue] = super().bulk_to_python(list(values))
        _remplir(extraits)
        return extraits

    def get_preview_value(self) -> MurExtraitValue:
        """Return testimonies invented for the preview: no one's words are shown to choose a block."""
        valeur: MurExtraitValue = self.normalize(
            {"titre": "Sur le mur", "amorce": None, "theme": None, "edition": None, "nombre": 3}
        )
        valeur.mur = None
        valeur.paroles = [
            Temoignage(texte=texte, echelon="quebec", edition=2026)
            for texte in ("une chaise qui m’attend", "le temps qu’il faut", "une place pour me taire")
        ]
        return valeur

    class Meta:
        icon = "table"
        group = _("Donner la parole")
        label = _("Extrait du mur")
        description = _(
            "Les témoignages les plus récents, d’une phrase, d’un thème ou d’une édition, et un lien vers le mur."
        )
        template = "pages/blocs/mur_extrait.html"
        value_class = MurExtraitValue


def _remplir(extraits: Sequence[MurExtraitValue]) -> None:
    """Give each extract its testimonies and its wall. A choice that the wall would not show gives none."""
    murs = Page.objects.live().filter(content_type__model="murpage").order_by(sa_langue_d_abord(), "path")
    mur = murs.first() if extraits else None
    voulus = {extrait.choix for extrait in extraits}
    filtres = [choix for choix in voulus if choix.axes]
    croisement = croiser(*filtres) if filtres else None
    permis = [choix for choix in voulus if croisement is None or croisement.est_montrable(choix)]
    tetes = (Q(pk__in=paroles_de(choix).values("pk")[:MAXIMUM]) for choix in permis)
    paroles = list(Temoignage.objects.publies().filter(reduce(or_, tetes))) if permis else []
    for extrait in extraits:
        choix = extrait.choix
        siennes = [parole for parole in paroles if choix in permis and _repond(parole, choix)]
        extrait.mur = mur
        extrait.paroles = siennes[: extrait["nombre"] or MAXIMUM]


def _repond(parole: Temoignage, choix: Choix) -> bool:
    valeurs = {"phrase": parole.amorce_id, "theme": parole.theme_id, "edition": parole.edition}
    return all(getattr(choix, axe) == valeurs[axe] for axe in choix.axes)
