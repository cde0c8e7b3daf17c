"""An invitation to act, with one button."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from ..langues import adresse_dans_la_langue, dans_la_langue
from ..regles import est_adresse_permise
from ..traduction.champs import MotsGardes


def valider_adresse(adresse: str) -> None:
    """Refuse an address that a button must not lead to."""
    if adresse and not est_adresse_permise(adresse):
        raise ValidationError(_now("Une adresse commence par « https:// », « mailto: », « tel: », « / » ou « # »."))


class AppelValue(blocks.StructValue):
    """The invitation, and where its button leads. `voisins`: all those of the same body, itself included."""

    voisins: Sequence["AppelValue"] = ()

    @cached_property
    def cible(self) -> Any:
        """The page that the button leads to, in the reader's language when it is public in it; nothing otherwise."""
        ensemble = self.voisins or (self,)
        menees = dans_la_langue(page for page in (appel["page"] for appel in ensemble) if page and page.live)
        for appel in ensemble:
            appel.cible = menees.get(appel["page"].pk) if appel["page"] else None
        return self.cible

    @property
    def url(self) -> str:
        """The address of the button; empty when its page is no longer published."""
        if self["page"]:
            return str(self.cible.url or "") if self.cible else ""
        return adresse_dans_la_langue(str(self["adresse"] or ""))


class AppelBlock(blocks.StructBlock):
    """A title, a sentence, one button."""

    titre = blocks.CharBlock(label=_("Titre"), max_length=120)
    texte = blocks.TextBlock(label=_("Texte"), required=False, rows=2)
    bouton = blocks.CharBlock(
        label=_("Bouton"), max_length=40, help_text=_("Un verbe : « Compléter une phrase », « Lire le mur ».")
    )
    page = blocks.PageChooserBlock(label=_("Page du site"), required=False)
    adresse = MotsGardes(
        label=_("ou adresse"),
        required=False,
        max_length=500,
        validators=[valider_adresse],
        help_text=_("Par exemple /temoigner/ ou https://exemple.org."),
    )

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[AppelValue]:
        """Read every invitation of a body; where they lead is then read once for all."""
        appels: list[AppelValue] = super().bulk_to_python(list(values))
        for appel in appels:
            appel.voisins = appels
        return appels

    def clean(self, value: Any) -> Any:
        """Check the invitation: its button leads to one place, a page or an address."""
        propre = super().clean(value)
        if bool(propre["page"]) == bool(propre["adresse"]):
            message = _now("Choisissez une page du site ou écrivez une adresse : l’une des deux, pas les deux.")
            raise StructBlockValidationError(block_errors={"adresse": ValidationError(message)})
        return propre

    class Meta:
        icon = "link"
        group = _("Inviter")
        label = _("Appel à l’action")
        description = _("Une invitation et un bouton, sur fond vert.")
        template = "pages/blocs/appel.html"
        value_class = AppelValue
        preview_value = {
            "titre": "Il manque votre phrase",
            "texte": "On fournit le début, vous mettez la fin.",
            "bouton": "Compléter une phrase",
            "page": None,
            "adresse": "/temoigner/",
        }
