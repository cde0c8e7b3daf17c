"""The words of a person who accepts to be named: her name is read from her permission, never typed."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from medias.models import AutorisationNom
from reseau.horloge import aujourdhui

from ..traduction.champs import Garde, TexteGarde


class AutorisationChooser(Garde, blocks.ChooserBlock):
    """The field where an editor chooses a person by her permission."""

    target_model = "medias.AutorisationNom"

    @cached_property
    def widget(self) -> Any:
        from medias.viewsets import autorisation_chooser_viewset  # noqa: PLC0415 - an admin screen, loaded later

        return autorisation_chooser_viewset.widget_class()


class CitationNommeeValue(blocks.StructValue):
    """The words, and who may be named for them today."""

    @property
    def personne(self) -> AutorisationNom | None:
        """Who speaks; nobody once she took her permission back, or it ended: her words then go too."""
        choisie: AutorisationNom | None = self.get("autorisation")
        return choisie if choisie and choisie.est_valide(aujourdhui()) else None


class CitationNommeeBlock(blocks.StructBlock):
    """A sentence between guillemets, and who says it."""

    texte = TexteGarde(
        label=_("Ses mots"),
        rows=3,
        max_length=1200,
        help_text=_("Sans guillemets : le site les ajoute. Les mots restent tels que la personne les a approuvés."),
    )
    autorisation = AutorisationChooser(
        label=_("Personne"),
        required=False,
        help_text=_("Son accord doit être enregistré; sans lui, la page ne se publie pas."),
    )

    def get_preview_value(self) -> CitationNommeeValue:
        """Return a quotation invented for the preview."""
        jour = aujourdhui()
        personne = AutorisationNom(
            nom="Une personne", role="porte-parole", donnee_le=jour, jusqu_au=jour, portee="site", preuve="—"
        )
        valeur: CitationNommeeValue = self.normalize(
            {"texte": "On ne demande pas la lune, on demande une clé.", "autorisation": personne}
        )
        return valeur

    class Meta:
        icon = "user"
        group = _("Donner la parole")
        label = _("Citation d’une personne nommée")
        description = _("Les mots d’une porte-parole, avec son nom et son rôle.")
        template = "pages/blocs/citation_nommee.html"
        value_class = CitationNommeeValue
