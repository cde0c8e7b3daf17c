"""Which published testimonies a page may repeat: found among all by keyed hashes, then compared word by word."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock

from reseau.langue.amorces import joindre
from temoignages.etats import EtatTemoignage
from temoignages.models import Amorce, Generation, Temoignage, Traduction
from temoignages.residus.bardeaux import TAILLE, Recherche, passages
from temoignages.residus.mots import mots

from .redites import connaitre

# One run of five words in four is kept: a run of eight words, wherever it starts, holds one of them whole.
GRAMME, PAS = 5, 4
assert GRAMME + PAS - 1 == TAILLE  # noqa: S101 - two constants of ours, checked when the module loads
PAR_LECTURE = 500  # testimonies in one query, under the limit of every engine
SEPARE = "/"  # an opaque id holds none
DITES = ("temoignage__amorce__texte_en", "texte")  # of a translation: the sentence and what completes it


class Index:
    """Keyed hashes of some words of each text, under its address. No word is kept; the key goes with the object."""

    def __init__(self) -> None:
        self._cle = secrets.token_bytes(16)
        self._qui: dict[bytes, tuple[str, ...]] = {}
        self.adresses: set[str] = set()

    def apprendre(self, adresse: str, amorce: str, texte: str) -> None:
        """Learn a testimony: its address, the sentence that it completes, or "", and its text."""
        self.adresses.add(adresse)
        seule = (adresse,)
        for marque in self._marques_d_un_temoignage(amorce, texte):
            connues = self._qui.get(marque)
            self._qui[marque] = (*connues, adresse) if connues else seule

    def oublier(self, disparues: set[str]) -> None:
        """Forget testimonies, those withdrawn for instance."""
        self.adresses -= disparues
        restent = ((marque, tuple(a for a in qui if a not in disparues)) for marque, qui in self._qui.items())
        self._qui = {marque: qui for marque, qui in restent if qui}

    def candidats(self, texte: str) -> set[str]:
        """Return the addresses of the testimonies that `texte`, plain or HTML, may repeat."""
        suite = list(mots(texte))
        marques = {self._marque(gramme) for gramme in _grammes(suite, 1)}
        marques |= {self._marque(courts) for p in passages(texte) if 0 < len(courts := list(mots(p))) < TAILLE}
        return {adresse for marque in marques for adresse in self._qui.get(marque, ())}

    def _marques_d_un_temoignage(self, amorce: str, texte: str) -> set[bytes]:
        suite = list(mots(texte))
        if len(suite) >= TAILLE:
            return {self._marque(gramme) for gramme in _grammes(suite, PAS)}
        # Under eight words, the whole answer; and the sentence with it, as one says it or as one pastes it.
        ensembles = [suite, *(list(mots(e)) for e in (joindre(amorce, texte), f"{amorce} {texte}") if amorce)]
        return {self._marque(mots_[-GRAMME:] if len(mots_) >= TAILLE else mots_) for mots_ in ensembles if mots_}

    def _marque(self, suite: Sequence[str]) -> bytes:
        return hashlib.blake2b(" ".join(suite).encode(errors="replace"), key=self._cle, digest_size=8).digest()


def _grammes(suite: Sequence[str], pas: int) -> Iterator[Sequence[str]]:
    return (suite[debut : debut + GRAMME] for debut in range(0, len(suite) - GRAMME + 1, pas))


class Memoire:
    """The index of this process, brought up to date when the public side changes."""

    def __init__(self) -> None:
        self._verrou = Lock()
        self._index = Index()
        self._generation = -1

    def index(self) -> Index:
        """Return the index of what is published: one cheap read when nothing changed.

        Otherwise the addresses are read, then the text of the new ones only; what is gone is forgotten.
        """
        generation = Generation.actuelle()
        with self._verrou:
            if generation != self._generation:
                self._relire()
                self._generation = generation
            return self._index

    def _relire(self) -> None:
        publies = Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE).order_by()
        traduites = Traduction.objects.approuvees().filter(temoignage__etat=EtatTemoignage.PUBLIE)
        adresses = set(publies.values_list("pk", flat=True))
        adresses |= {_adresse(*cles) for cles in traduites.values_list("temoignage", "pk", "approuvee_le")}
        if disparues := self._index.adresses - adresses:
            self._index.oublier(disparues)
        amorces: dict[int | None, str] = dict(Amorce.objects.values_list("pk", "texte"))
        nouvelles = adresses - self._index.adresses
        for lot in _par_lots(nouvelles):
            for adresse, amorce, texte in publies.filter(pk__in=lot).values_list("pk", "amorce", "texte"):
                self._index.apprendre(adresse, amorces.get(amorce, ""), texte)
        for lot in _par_lots(adresse.split(SEPARE)[1] for adresse in nouvelles if SEPARE in adresse):
            lues = traduites.filter(pk__in=lot).values_list("temoignage", "pk", "approuvee_le", *DITES)
            for *cles, amorce_en, texte in lues:
                self._index.apprendre(_adresse(*cles), amorce_en or "", texte)


_memoire = Memoire()


class Connus:
    """What recognises the testimonies published today, text by text."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def pour(self, texte: str) -> Recherche:
        """Return what recognises the few testimonies that `texte` may repeat, read again from the database."""
        publies = Temoignage.objects.publies().select_related(None).order_by()
        candidats = {adresse.split(SEPARE)[0] for adresse in self._index.candidats(texte)}
        lus: list[tuple[str | None, str]] = []
        for lot in _par_lots(candidats):
            visibles = publies.filter(pk__in=lot)
            lus += visibles.values_list("amorce__texte", "texte")
            traduites = Traduction.objects.approuvees().filter(temoignage__in=visibles.values("pk"))
            lus += traduites.values_list(*DITES)
        return connaitre((amorce or "", mots_) for amorce, mots_ in lus)


def publies_connus() -> Connus:
    """Return what recognises the testimonies published today."""
    return Connus(_memoire.index())


def _adresse(temoignage: str, traduction: int, approuvee_le: object) -> str:
    """Return the address of a translation: another one each time that it is approved again."""
    return SEPARE.join((temoignage, str(traduction), str(approuvee_le)))


def _par_lots(adresses: Iterable[str]) -> Iterator[list[str]]:
    liste = sorted(adresses)
    return (liste[debut : debut + PAR_LECTURE] for debut in range(0, len(liste), PAR_LECTURE))
