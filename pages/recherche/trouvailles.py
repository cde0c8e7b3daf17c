"""From words to the entries that answer, those that may be seen: as typed, then a slip put right, then some of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reseau.langue.cles import plier
from reseau.langue.fautes import proches
from reseau.langue.racines import LANGUES, MotCherche, racines_de_requete, racines_du_mot

from ..langues import langue_active
from .modeles import MotRecherche
from .moteur import Groupes, scores, voisins
from .sources import visibles

SA_LANGUE: Final = 2  # what is said in the reader's language comes before what answers a little better in the other


class Trouvee(NamedTuple):
    """An entry that answers and that may be seen."""

    cle: int
    source: str
    sorte: str
    region: str
    annee: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Trouvailles:
    """The best first. `corrigee`: the words looked for instead; `partielles`: not every word is there."""

    liste: list[Trouvee]
    racines: frozenset[str]
    corrigee: str = ""
    partielles: bool = False


def trouver(mots: Sequence[MotCherche]) -> Trouvailles:
    """Return what answers all the words; if nothing does, what answers them once put right, then any of them.

    At most seven queries.
    """
    groupes = [mot.racines for mot in mots]
    if not groupes or (liste := _lire(groupes)):
        return Trouvailles(liste if groupes else [], _union(groupes))
    corriges = _corriger(mots)
    groupes = [mot.racines for mot in corriges]
    corrigee = " ".join(mot.mot for mot in corriges) if corriges != list(mots) else ""
    if corrigee and (liste := _lire(groupes)):
        return Trouvailles(liste, _union(groupes), corrigee)
    if len(groupes) > 1 and (liste := _lire(groupes, tous=False)):
        return Trouvailles(liste, _union(groupes), partielles=True)  # its word may be held by a hidden thing alone
    return Trouvailles([], _union(groupes))


def _lire(groupes: Groupes, *, tous: bool = True) -> list[Trouvee]:
    valeurs = scores(groupes, tous=tous)
    if not valeurs:
        return []
    ici = langue_active()
    lues = visibles("pk", "source", "sorte", "region", "annee", "langue", parmi=list(valeurs), langue=ici)
    liste = [
        Trouvee(cle, source, sorte, region, annee, valeurs[cle] * (SA_LANGUE if langue == ici else 1))
        for cle, source, sorte, region, annee, langue in lues
    ]
    return sorted(liste, key=lambda trouvee: (-trouvee.score, -(trouvee.annee or 0), -trouvee.cle))


def _corriger(mots: Sequence[MotCherche]) -> list[MotCherche]:
    """Return the words, each that nothing public holds replaced by the nearest that something does."""
    plies = {mot.mot: plier(mot.mot).replace(" ", "") for mot in mots}
    connus = list(voisins([plie for plie in plies.values() if plie]))
    return [_correction(mot, plies[mot.mot], connus) for mot in mots]


def _correction(mot: MotCherche, plie: str, connus: Sequence[MotRecherche]) -> MotCherche:
    if any(_a_sa_racine(connu, plie, mot) for connu in connus):
        return mot
    trouves = proches(plie, ((connu.mot, connu.plie, connu.nombre) for connu in connus))
    return racines_de_requete(trouves[0])[0] if trouves else mot


def _a_sa_racine(connu: MotRecherche, plie: str, mot: MotCherche) -> bool:
    if connu.plie[:3] != plie[:3]:  # a root begins as its word does
        return False
    return any(mot.racines & racines_du_mot(connu.mot, langue) for langue in LANGUES)


def _union(groupes: Groupes) -> frozenset[str]:
    return frozenset().union(*groupes)
