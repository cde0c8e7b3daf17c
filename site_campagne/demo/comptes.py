"""Demo accounts. They open a demo and nothing else: loading them anywhere but on a demo would be a breach."""

from typing import NamedTuple

MOT_DE_PASSE = "demo"  # printed by `make demo`, for a site that holds invented words only
MENTION = "Comptes de démonstration seulement : mot de passe connu de tout le monde, à ne jamais créer en production."


class CompteDemo(NamedTuple):
    """Someone invented who signs in with `MOT_DE_PASSE`. `role`: a key of `charger_reseau.GROUPES`."""

    identifiant: str
    prenom: str
    nom: str
    courriel: str
    role: str


COMPTES = (
    CompteDemo("moderation1", "Mirella", "Boisjoly-Tran", "moderation1@exemple.org", "moderation"),
    CompteDemo("moderation2", "Firmin", "Sauvageot", "moderation2@exemple.org", "moderation"),
    CompteDemo("redaction", "Odélie", "Corriveau", "redaction@exemple.org", "redaction"),
    CompteDemo("traduction", "Winifred", "Okafor-Roy", "traduction@exemple.org", "traduction"),
    CompteDemo("admin", "Clovis", "Métayer", "administration@exemple.org", "administration"),
)
