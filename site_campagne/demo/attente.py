"""Words that wait to be read: what a moderator of the demo finds in the queue. Invented, identifiers included."""

from typing import Final, NamedTuple


class EnAttente(NamedTuple):
    """A deposit of the public form; `amorce` is the key of a sentence, empty for free writing."""

    texte: str
    amorce: str
    region: str
    attribution: str


EN_ATTENTE: Final = (
    EnAttente("une gang qui rit fort, pis Murielle qui rit encore plus fort", "table", "05", "region"),
    EnAttente("prendre mon temps", "droit", "", "quebec"),
    EnAttente("mes tomates. Venez en chercher, 450 555-0143", "depose", "16", "region"),
    EnAttente("qu’on pouvait dire non au docteur", "dit", "06", "quebec"),
    EnAttente(
        "J’ai 58 ans et je conduis encore l’autobus scolaire à Amqui. Le jour où j’ai craqué, c’est un gars du garage "
        "qui m’a amené ici. On a bu un café. Il est revenu le lendemain, juste pour le café.",
        "",
        "01",
        "region",
    ),
    EnAttente("Ici, personne ne m’a demandé mon diagnostic. On m’a demandé si je savais patiner.", "", "08", "quebec"),
)
