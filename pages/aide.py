"""The help lines as the project knows them: shown until the staff saves its own, and when the database is away.

They are kept in French; the catalogue knows their English, also for lines saved with the same words.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class AutreVoie:
    """Another way to reach the same help: by text, on the web."""

    texte: str
    url: str


@dataclass(frozen=True, slots=True)
class LigneAide:
    """A help line. `courte`: also in the bar at the top of every page."""

    nom: str
    url: str
    description: str
    precision: str = ""
    courte: bool = True
    autres: tuple[AutreVoie, ...] = ()

    def traduite(self) -> "LigneAide":
        """Return the line in the language of the reader, as far as the catalogue knows its words."""
        autres = tuple(AutreVoie(gettext(voie.texte), voie.url) for voie in self.autres)
        return replace(self, description=self.description and gettext(self.description), autres=autres)


# In the order of SYSTEMES, section 4.
LIGNES: tuple[LigneAide, ...] = (
    LigneAide(
        nom="1\u00a0866\u00a0APPELLE",
        url="tel:+18662773553",
        precision="1\u00a0866\u00a0277-3553",
        description=_("Prévention du suicide, pour vous ou pour quelqu’un qui vous inquiète."),
        autres=(
            AutreVoie(_("Texto au 535353"), "sms:535353"),
            AutreVoie("suicide.ca", "https://suicide.ca"),
        ),
    ),
    LigneAide(
        nom="Info-Social\u00a0811",
        url="tel:811",
        description=_("Option 2, pour parler à une personne de l’intervention psychosociale."),
    ),
    LigneAide(
        nom="988",
        url="tel:988",
        description=_("Ligne d’aide en cas de crise de suicide, par appel ou par texto."),
        autres=(AutreVoie(_("Texto au 988"), "sms:988"),),
    ),
    LigneAide(nom="911", url="tel:911", description=_("Si une vie est en danger maintenant."), courte=False),
)
