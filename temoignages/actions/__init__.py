"""Every change of state of the room: one verb, one function. None sees a request."""

from .approuver import approuver, refuser, renvoyer
from .caviarder import Garde, Remplacement, caviarder, constats_ouverts, recommencer, retoucher, soumettre
from .conserver import detruire_echus, effacer
from .deposer import Demande, Recu, deja_recu, deposer, ecarter_rafale, ramener
from .erreurs import Refus
from .importer import Confirmation, Talon, abandonner_lot, confirmer_lot, lire_lot, preparer_lot
from .prendre import liberer, lire, prendre
from .retirer import rejouer_retraits, retirer

__all__ = [
    "Confirmation",
    "Demande",
    "Garde",
    "Recu",
    "Refus",
    "Remplacement",
    "Talon",
    "abandonner_lot",
    "approuver",
    "caviarder",
    "confirmer_lot",
    "constats_ouverts",
    "deja_recu",
    "deposer",
    "detruire_echus",
    "ecarter_rafale",
    "effacer",
    "liberer",
    "lire",
    "lire_lot",
    "prendre",
    "preparer_lot",
    "ramener",
    "recommencer",
    "refuser",
    "rejouer_retraits",
    "renvoyer",
    "retirer",
    "retoucher",
    "soumettre",
]
