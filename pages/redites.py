"""Whether a text repeats a known testimony: eight words in a row, or a short one quoted or alone. Pure functions."""

import secrets
from collections.abc import Iterable
from itertools import islice

from reseau.langue.amorces import joindre
from temoignages.residus.bardeaux import TAILLE, Recherche, bardeaux, entier, passages
from temoignages.residus.mots import mots

MOTS_D_UNE_CITATION = 2  # One word is nobody's: a title « Entraide » stays possible.


def connaitre(paroles: Iterable[tuple[str, str]]) -> Recherche:
    """Return what recognises `paroles`: pairs of a sentence to complete, or "", and the text that completes it.

    The sentence alone is ours, and pages quote it: joined to a short answer, only the run that holds all of the
    answer counts. The key is thrown away with the result: no hash is kept.
    """
    cle = secrets.token_bytes(16)
    longs: set[str] = set()
    courts: set[str] = set()
    for amorce, texte in paroles:
        if trouves := set(bardeaux(texte, cle)):
            longs |= trouves
            continue
        if len(list(islice(mots(texte), MOTS_D_UNE_CITATION))) == MOTS_D_UNE_CITATION:
            courts.add(entier(texte, cle))
        for ensemble in {joindre(amorce, texte), f"{amorce} {texte}"} if amorce else ():
            suites = list(bardeaux(ensemble, cle))
            longs.update(suites[-1:])
            courts.update([] if suites else [entier(ensemble, cle)])
    return Recherche(cle, frozenset(longs), frozenset(courts))


def redite(texte: str, connus: Recherche) -> str:
    """Return the words of `texte`, plain or HTML, that repeat a known testimony; empty when none does."""
    for rang, marque in enumerate(bardeaux(texte, connus.cle)):
        if marque in connus.bardeaux:
            return " ".join(islice(mots(texte), rang, rang + TAILLE))
    seuls = (" ".join(mots(passage)) for passage in passages(texte) if entier(passage, connus.cle) in connus.entiers)
    return next(seuls, "")
