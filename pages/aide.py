"""The help lines as the project knows them: shown until the staff saves its own, and when the database is away."""

from dataclasses import dataclass


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


# In the order of SYSTEMES, section 4.
LIGNES: tuple[LigneAide, ...] = (
    LigneAide(
        nom="1\u00a0866\u00a0APPELLE",
        url="tel:+18662773553",
        precision="1\u00a0866\u00a0277-3553",
        description="Prévention du suicide, pour vous ou pour quelqu’un qui vous inquiète.",
        autres=(
            AutreVoie("Texto au 535353", "sms:535353"),
            AutreVoie("suicide.ca", "https://suicide.ca"),
        ),
    ),
    LigneAide(
        nom="Info-Social\u00a0811",
        url="tel:811",
        description="Option 2, pour parler à une personne de l’intervention psychosociale.",
    ),
    LigneAide(
        nom="988",
        url="tel:988",
        description="Ligne d’aide en cas de crise de suicide, par appel ou par texto.",
        autres=(AutreVoie("Texto au 988", "sms:988"),),
    ),
    LigneAide(nom="911", url="tel:911", description="Si une vie est en danger maintenant.", courte=False),
)
