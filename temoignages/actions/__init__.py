"""Every change of state of the room: one verb, one function. None sees a request."""

from .approuver import approuver, refuser, renvoyer
from .bon_a_tirer import LONGUEUR_DEMANDE, Proposition, accepter, demander_changement, lire_proposition
from .caviarder import (
    Garde,
    Marque,
    Releve,
    Remplacement,
    caviarder,
    constats_ouverts,
    noms_permis,
    recommencer,
    relever,
    retoucher,
    soumettre,
)
from .conserver import detruire_echus, effacer
from .deposer import Demande, Recu, deja_recu, deposer, ecarter_rafale, ramener
from .erreurs import Refus
from .generation import changement_public, changer_generation, recompter
from .importer import Confirmation, abandonner_lot, confirmer_lot, lire_lot, preparer_lot
from .masquer import Passage, masquer
from .prendre import lectures_restantes, liberer, lire, prendre
from .retirer import rejouer_retraits, retirer, retirer_tout
from .revenir import revenir
from .talons import Talon
from .traduire import approuver_traduction, releve_de, reprendre_traduction, supprimer_traduction, traduire
from .verser import Versement, corriger, relire_saisie, retirer_ligne, verser

__all__ = [
    "LONGUEUR_DEMANDE",
    "Confirmation",
    "Demande",
    "Garde",
    "Marque",
    "Passage",
    "Proposition",
    "Recu",
    "Refus",
    "Releve",
    "Remplacement",
    "Talon",
    "Versement",
    "abandonner_lot",
    "accepter",
    "approuver",
    "approuver_traduction",
    "caviarder",
    "changement_public",
    "changer_generation",
    "confirmer_lot",
    "constats_ouverts",
    "corriger",
    "deja_recu",
    "demander_changement",
    "deposer",
    "detruire_echus",
    "ecarter_rafale",
    "effacer",
    "lectures_restantes",
    "liberer",
    "lire",
    "lire_lot",
    "lire_proposition",
    "masquer",
    "noms_permis",
    "prendre",
    "preparer_lot",
    "ramener",
    "recommencer",
    "recompter",
    "refuser",
    "rejouer_retraits",
    "releve_de",
    "relever",
    "relire_saisie",
    "renvoyer",
    "reprendre_traduction",
    "retirer",
    "retirer_ligne",
    "retirer_tout",
    "retoucher",
    "revenir",
    "soumettre",
    "supprimer_traduction",
    "traduire",
    "verser",
]
