"""The judge of a withdrawal: what each answer holds, when it was asked, and what its author had already taken back."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .client import Reponse
from .monde import CHERCHE, Parole

MARQUE = re.compile(rf"\b{CHERCHE}[a-z]{{4}}".encode())
CLE = re.compile(rb"/paroles/([a-z0-9]+)/")
TOLERE_S = 1.0
OK, PAREIL, ERREUR = 200, 304, 500


@dataclass
class Sort:
    """What became of a testimony: where it was seen while it was public, when its withdrawal was answered."""

    parole: Parole
    retiree_le: float | None = None
    lieux: set[tuple[str, str]] = field(default_factory=set)
    relus: set[tuple[str, str]] = field(default_factory=set)
    regards: int = 0


@dataclass
class Guet:
    """Every answer passes here. `voie`: by which way it was asked, the web server in front or a node."""

    sorts: dict[str, Sort]
    fautes: list[str] = field(default_factory=list)
    erreurs: list[str] = field(default_factory=list)
    reponses: Counter[str] = field(default_factory=Counter)
    durees: list[float] = field(default_factory=list)
    pire: dict[str, float] = field(default_factory=dict)
    _gardees: dict[tuple[str, str], tuple[str, bytes]] = field(default_factory=dict)

    @classmethod
    def pour(cls, paroles: list[Parole]) -> "Guet":
        """Return the judge of these testimonies, all public."""
        return cls({parole.marque: Sort(parole) for parole in paroles})

    def __post_init__(self) -> None:
        """Know each testimony by its address too."""
        self._par_cle = {sort.parole.cle: marque for marque, sort in self.sorts.items()}

    def entetes(self, voie: str, adresse: str) -> Mapping[str, str]:
        """Return what a browser that kept the page would send to have it only if it changed."""
        gardee = self._gardees.get((voie, adresse))
        return {"If-None-Match": gardee[0]} if gardee else {}

    def retirer(self, marque: str, instant: float) -> None:
        """Note that the withdrawal of a testimony was answered."""
        self.sorts[marque].retiree_le = instant

    def juger(self, voie: str, adresse: str, reponse: Reponse) -> None:
        """Look at what a reader has before their eyes after this answer: its words, or those that it lets them keep."""
        self.reponses[voie] += 1
        self.durees.append(reponse.duree)
        if reponse.statut >= ERREUR:
            self.erreurs.append(f"{voie} {adresse}: {reponse.statut}")
            return
        corps, montre = reponse.corps, reponse.statut in {OK, PAREIL}
        if reponse.statut == PAREIL:
            corps = self._gardees[voie, adresse][1]
        elif reponse.statut == OK and (etiquette := reponse.entetes.get("etag")):
            self._gardees[voie, adresse] = etiquette, corps
        tenues = self._tenues(adresse, corps, montre=montre)
        self._noter(voie, adresse, tenues, reponse.debut)

    def _tenues(self, adresse: str, corps: bytes, *, montre: bool) -> set[str]:
        tenues = {trouvee.decode() for trouvee in MARQUE.findall(corps)} & self.sorts.keys()
        if montre:  # an image holds words that no program reads: that it is given is enough
            lues = CLE.findall(corps) + (CLE.findall(adresse.encode()) if adresse.endswith("carte.png") else [])
            tenues |= {self._par_cle[cle.decode()] for cle in lues if cle.decode() in self._par_cle}
        return tenues

    def _noter(self, voie: str, adresse: str, tenues: set[str], debut: float) -> None:
        lieu = voie, adresse
        for marque, sort in self.sorts.items():
            if sort.retiree_le is None:
                if marque in tenues:
                    sort.lieux.add(lieu)
                continue
            retard = debut - sort.retiree_le
            if retard > TOLERE_S and lieu in sort.lieux:
                sort.regards += 1
                sort.relus.add(lieu)
            if marque in tenues and retard > 0:
                self.pire[voie] = max(retard, self.pire.get(voie, 0.0))
                if retard > TOLERE_S:
                    self.fautes.append(f"{voie} {adresse}: {marque}, {retard:.2f} s after")
