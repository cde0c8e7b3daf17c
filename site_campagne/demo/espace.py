"""Someone of a resource, invented like the rest, and the words that she is about to bring. She has no password."""

from collections.abc import Iterator
from typing import Final

from reseau.models import Compte, Ressource
from temoignages.actions import Versement, verser
from temoignages.contenus import Saisie
from temoignages.etats import Echelon

from .amorces import AMORCES

COURRIEL: Final = "ressource@exemple.org"
RESSOURCE: Final = "Les Bas dépareillés"
# The third line is too short, and the last two are one person's: what the preview is for.
COLLAGE: Final = (
    "texte\tpersonne\n"
    "une nappe à carreaux, pis personne qui compte les verres\tA\n"
    "du silence qui pèse pas\tB\n"
    "?\tC\n"
    "une place à côté du poêle\tD\n"
    "quelqu’un qui a gardé ma tasse\tD\n"
)


def charger_espace() -> Iterator[str]:
    """Create the account of a person of a resource, and a batch that waits to be checked; both once."""
    compte, cree = Compte.objects.get_or_create(
        username="ressource",
        defaults={"first_name": "Solange", "last_name": "Petitclerc-Abdi", "email": COURRIEL},
    )
    if not cree:
        return
    compte.set_unusable_password()
    compte.save()
    ressource = Ressource.objects.get(nom=RESSOURCE)
    ressource.contacts.add(compte)
    saisie = Saisie(collage=COLLAGE, amorce=AMORCES[0].texte, attribution=Echelon.RESSOURCE)
    yield str(verser(ressource=ressource, versement=Versement(saisie), par=compte))
