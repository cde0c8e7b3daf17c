"""The ledger that outlives backups: what was taken back, one small file each, written as it happens.

It stands beside the archives of the site, outside of them. A name is a kind and a keyed hash: who reads the ledger
without the pepper learns how many, never what. It holds a date, and what the kind needs; never a word.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from temoignages.chambre.codes import empreinte

from .lieux import Dossier, Lieu, lieu_du_site
from .refus import SauvegardeImpossible

DOSSIER: Final = "registre/"
TEMOIN: Final = f"{DOSSIER}archive-"
USAGE: Final = "registre des retraits"  # hashes of two uses never meet
JOUR: Final = 24 * 60  # minutes
journal = logging.getLogger(__name__)


class Genre(StrEnum):
    """What was taken back."""

    RETRAIT = "retrait"  # the words of a person; the mark is the hash of their code
    EFFACEMENT = "effacement"  # a photograph, a recording, a document, a page, a permission
    ACCORD = "accord"  # a permission that ends on a day: that day
    DEPUBLICATION = "depublication"  # what is not shown any more


@dataclass(frozen=True, slots=True)
class Inscription:
    """One line of the ledger: its kind, its mark, when it was written, in UTC, and what the kind needs."""

    genre: Genre
    marque: str
    le: datetime
    valeur: str = ""


def marquer(objet: str, reperes: str) -> str:
    """Return the mark of a row: a keyed hash of its model, its key and what tells it from a later row of that key."""
    return empreinte(USAGE, f"{objet}|{reperes}")


def inscrire(genre: Genre, marque: str, le: datetime, valeur: str = "") -> None:
    """Write in the ledger, over what it said under that mark. An outage stops nobody: it is tried again later."""
    inscrire_toutes([Inscription(genre, marque, le, valeur)])


def inscrire_toutes(lignes: Iterable[Inscription]) -> None:
    """Write several; the first that the place does not take puts off all those after it: each would wait as long."""
    if not settings.SAUVEGARDES:
        return
    a_ecrire = list(lignes)
    ecrites = 0
    try:
        chez = lieu_du_site()
        for ligne in a_ecrire:
            ecrire(chez, ligne)
            ecrites += 1
    except SauvegardeImpossible as refus:
        journal.error("Registre des retraits, écriture remise : %s", refus)
        for ligne in a_ecrire[ecrites:]:
            reprendre_plus_tard(ligne)


def rayer(genre: Genre, marque: str) -> None:
    """Strike out what is no longer so: a permission given again, a page published again."""
    if not settings.SAUVEGARDES:
        return
    try:
        _en_attente().effacer(_nom(genre, marque))
        lieu_du_site().effacer(_nom(genre, marque))
    except SauvegardeImpossible as refus:  # what stays hides too much, never too little
        journal.error("Registre des retraits, rature impossible : %s", refus)


def ecrire(chez: Lieu, ligne: Inscription) -> None:
    """Write one line. Raises `SauvegardeImpossible`."""
    with chez.ecrire(_nom(ligne.genre, ligne.marque)) as sortie:
        sortie.write(json.dumps({"le": ligne.le.astimezone(UTC).isoformat(), "valeur": ligne.valeur}).encode())


def connues(chez: Lieu) -> set[tuple[Genre, str]]:
    """Return what the ledger holds, without reading each line. Raises `SauvegardeImpossible`."""
    return {(genre, marque) for genre in Genre for marque in _marques(chez, genre)}


def lire(chez: Lieu, genre: Genre) -> Iterator[Inscription]:
    """Yield the lines of a kind. Raises `SauvegardeImpossible`, also for a line that says nothing."""
    for marque in _marques(chez, genre):
        with chez.ouvrir(_nom(genre, marque)) as entree:
            octets = b"".join(iter(lambda: entree.read(4096), b""))
        try:
            dit = json.loads(octets)
            yield Inscription(genre, marque, datetime.fromisoformat(dit["le"]), dit["valeur"])
        except (ValueError, KeyError, TypeError):
            raise SauvegardeImpossible("Registre des retraits : une ligne ne se lit pas.") from None


def _marques(chez: Lieu, genre: Genre) -> list[str]:
    prefixe = f"{DOSSIER}{genre}-"
    return [nom.removeprefix(prefixe) for nom in chez.noms(prefixe)]


def _nom(genre: Genre, marque: str) -> str:
    return f"{DOSSIER}{genre}-{marque}"


def reprendre_plus_tard(ligne: Inscription, essai: int = 0) -> None:
    """Queue the line, later and later, at most a day; where there is no queue, keep it here for the next backup."""
    if inscrire_enfin.get_backend().supports_defer:
        quand = timezone.now() + timedelta(minutes=min(2**essai, JOUR))
        arguments = (ligne.genre.value, ligne.marque, ligne.le.isoformat(), ligne.valeur, essai)
        inscrire_enfin.using(run_after=quand).enqueue(*arguments)
        return
    try:
        ecrire(_en_attente(), ligne)
    except SauvegardeImpossible as refus:
        journal.error("Registre des retraits, écriture perdue : %s", refus)


def ecrire_ce_qui_attend(chez: Lieu) -> int:
    """Write what was kept here during an outage; return how many lines. Raises `SauvegardeImpossible`."""
    attente = _en_attente()
    lignes = [ligne for genre in Genre for ligne in lire(attente, genre)]
    for ligne in lignes:
        ecrire(chez, ligne)
        attente.effacer(_nom(ligne.genre, ligne.marque))
    return len(lignes)


def temoigner(chez: Lieu, archive: str) -> None:
    """Say in the ledger that an archive is made beside it. Raises `SauvegardeImpossible`."""
    with chez.ecrire(f"{TEMOIN}{archive}") as sortie:
        sortie.write(b"1")


def a_vu(chez: Lieu, archive: str) -> bool:
    """Say whether this ledger stood there when an archive was made. Raises `SauvegardeImpossible`."""
    return f"{TEMOIN}{archive}" in chez.noms(f"{TEMOIN}{archive}")


def oublier_l_archive(chez: Lieu, archive: str) -> None:
    """Say no more of an archive that is no more. Raises `SauvegardeImpossible`."""
    chez.effacer(f"{TEMOIN}{archive}")


def _en_attente() -> Dossier:
    return Dossier(Path(settings.VAR) / "registre-en-attente")


@task()
def inscrire_enfin(genre: str, marque: str, le: str, valeur: str, essai: int) -> bool:
    """Try again to write a line; say whether it is written."""
    ligne = Inscription(Genre(genre), marque, datetime.fromisoformat(le), valeur)
    try:
        ecrire(lieu_du_site(), ligne)
    except SauvegardeImpossible:
        reprendre_plus_tard(ligne, essai + 1)
        return False
    return True
