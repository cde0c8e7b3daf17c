"""A help line, as the staff keeps it in the settings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..aide import AutreVoie, LigneAide
from ..regles import chiffres_du_numero


def valider_numero(numero: str) -> None:
    """Refuse what cannot be dialled."""
    if not chiffres_du_numero(numero):
        raise ValidationError(_now("Un numéro a 3 chiffres (811), 10, ou 11 s’il commence par 1."))


def valider_voie(adresse: str) -> None:
    """Refuse an address that is neither a text message nor the web."""
    if not adresse.startswith(("https://", "sms:")):
        raise ValidationError(_now("L’adresse commence par « https:// » ou « sms: »."))


class LigneAideValue(blocks.StructValue):
    """A saved help line."""

    @property
    def ligne(self) -> LigneAide:
        """The line as every page shows it."""
        return LigneAide(
            nom=self["nom"],
            url=self.url,
            precision=self["precision"],
            description=self["description"],
            courte=self["courte"],
            autres=tuple(AutreVoie(autre["texte"], autre["url"]) for autre in self["autres"]),
        )

    @property
    def seule(self) -> list[LigneAide]:
        """The line as a list of one, for its preview."""
        return [self.ligne]

    @property
    def url(self) -> str:
        """The address that dials: « tel:811 », « tel:+18662773553 »."""
        chiffres = chiffres_du_numero(self["telephone"])
        return f"tel:+{chiffres}" if len(chiffres) > len("911") else f"tel:{chiffres}"


class LigneAideBlock(blocks.StructBlock):
    """A number to call, and the other ways to reach the same help."""

    nom = blocks.CharBlock(label=_("Nom"), max_length=40, help_text=_("Comme on le dit : « 1 866 APPELLE »."))
    telephone = blocks.CharBlock(label=_("Numéro à composer"), max_length=20, validators=[valider_numero])
    precision = blocks.CharBlock(
        label=_("Numéro en chiffres"), required=False, max_length=40, help_text=_("Si le nom contient des lettres.")
    )
    description = blocks.CharBlock(label=_("Pour quoi"), max_length=160)
    courte = blocks.BooleanBlock(label=_("Aussi dans la barre du haut"), required=False, default=True)
    autres = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("texte", blocks.CharBlock(label=_("Texte"), max_length=40)),
                ("url", blocks.CharBlock(label=_("Adresse"), max_length=200, validators=[valider_voie])),
            ],
            label=_("Autre voie"),
            icon="link",
        ),
        label=_("Autres voies : texto, site"),
        default=[],
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Ligne d’aide")
        description = _("Un numéro à appeler, et les autres façons de joindre la même aide.")
        template = "pages/blocs/ligne_aide.html"
        value_class = LigneAideValue
        preview_value = {
            "nom": "Info-Social 811",
            "telephone": "811",
            "precision": "",
            "description": "Option 2, pour parler à une personne de l’intervention psychosociale.",
            "courte": True,
            "autres": [],
        }
