"""Hide by hand what the machine did not see: a moderator types the words, the text says where they are."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from reseau.models import Compte

from ..etats import TypeMarque
from ..models import Depot
from .caviarder import Marque, caviarder, ouvrir_pour
from .erreurs import Refus

SUGGESTIONS: dict[str, str] = {
    TypeMarque.PERSONNE: "[prénom retiré]",
    TypeMarque.COORDONNEES: "[coordonnées retirées]",
    TypeMarque.NUMERO: "[numéro retiré]",
    TypeMarque.LIEU: "[lieu retiré]",
    TypeMarque.FAIT: "[…]",
    TypeMarque.AUTRE: "[…]",
}


@dataclass(frozen=True)
class Passage:
    """The words to hide, their type (`TypeMarque`), and what stands in their place: what the type suggests when empty.

    `laquelle` counts from 1, 0 hides them wherever they are; None when the moderator did not say.
    """

    mots: str
    type: str
    texte: str = ""
    laquelle: int | None = None


def trouver(texte: str, passage: str) -> list[tuple[int, int]]:
    """Return where `passage` stands in `texte`, as whole words; blanks and the shape of apostrophes do not count."""
    mots = passage.split()
    if not mots:
        return []
    corps = r"\s+".join(re.sub("['’]", "['’]", re.escape(mot)) for mot in mots)
    avant = r"(?<!\w)" if mots[0][0].isalnum() else ""
    apres = r"(?!\w)" if mots[-1][-1].isalnum() else ""
    return [trouve.span() for trouve in re.finditer(avant + corps + apres, texte)]


@transaction.atomic
def masquer(*, depot: Depot, par: Compte, empreinte_vue: str, passage: Passage) -> Depot:
    """Hide the words of `passage` in the proposed text that `par` saw.

    Raises `Refus`, and then changes nothing: the words are not there, or several times and nobody said which.
    """
    _depot, textes = ouvrir_pour(depot, par, empreinte_vue)
    if passage.type not in TypeMarque.values:
        raise Refus("motif")
    places = trouver(textes.propose, passage.mots)
    if not places or (passage.laquelle or 0) > len(places):
        raise Refus("introuvable")
    if passage.laquelle is None and len(places) > 1:
        message = _("Ces mots y sont %(n)s fois : dites laquelle, ou choisissez « toutes les fois ».")
        raise Refus("plusieurs", message % {"n": len(places)})
    choisies = places[passage.laquelle - 1 : passage.laquelle] if passage.laquelle else places
    texte = passage.texte or SUGGESTIONS[passage.type]
    marques = [Marque(debut, fin, passage.type, texte) for debut, fin in choisies]
    return caviarder(depot=depot, par=par, empreinte_vue=empreinte_vue, marques=marques)
