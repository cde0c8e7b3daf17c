"""Readers who ask for one address as fast as they are answered: wrk, and what it counted."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from .bilan import Absent
from .serveurs import Serveur

SCRIPT = Path(__file__).with_name("debit.lua")
PATIENCE_S = 30
ABSENT = "il manque wrk (sudo apt install wrk, ou l’équivalent)"


class Debit(NamedTuple):
    """What came back: how many answers in how many seconds, milliseconds of one in two and of one in a hundred."""

    requetes: int
    secondes: float
    p50_ms: float
    p99_ms: float
    erreurs: int

    @property
    def par_seconde(self) -> float:
        """Answers a second."""
        return self.requetes / self.secondes


def demander(adresse: str, connexions: int, secondes: int, *, neuve: bool = False) -> Debit:
    """Ask for an address during some seconds.

    Args:
        adresse: the whole address.
        connexions: how many readers ask at once.
        secondes: for how long, at least one.
        neuve: ask each time for an address that was never asked for: a known parameter that means nothing there.

    Raises:
        Absent: wrk is not installed.
        RuntimeError: an answer was an error, or none came for long: what was measured is not the page.
    """
    wrk = shutil.which("wrk")
    if wrk is None:
        raise Absent(ABSENT)
    ordre = [wrk, "-t1", f"-c{connexions}", f"-d{secondes}s", "--timeout", "30s", "-s", str(SCRIPT), adresse]
    suite = ["--", str(time.monotonic_ns())] if neuve else []
    sortie = subprocess.run([*ordre, *suite], check=True, capture_output=True, text=True).stdout
    debit = Debit(**json.loads(sortie.splitlines()[-1]))
    if debit.erreurs or (not debit.requetes and secondes > PATIENCE_S):
        raise RuntimeError(f"{adresse}: {debit}")
    return debit if debit.requetes else demander(adresse, connexions, 2 * secondes, neuve=neuve)


def presser(serveur: Serveur, chemin: str, connexions: int, secondes: int, *, neuve: bool = False) -> Debit:
    """Ask a server for a page, once it has done with those who asked before and did not wait."""
    serveur.reposer()
    return demander(serveur.adresse + chemin, connexions, secondes, neuve=neuve)


def peser(serveur: Serveur, chemin: str, connexions: int, secondes: int) -> float:
    """Return the milliseconds of processor that a page made anew takes its server, all included."""
    serveur.reposer()
    avant = serveur.cpu_s()
    debit = demander(serveur.adresse + chemin, connexions, secondes, neuve=True)
    return 1000 * (serveur.cpu_s() - avant) / debit.requetes


def tour_a_tour(mesures: Mapping[str, Callable[[], Debit]], tours: int) -> dict[str, Debit]:
    """Take each measure in turn, A B A B; return the median of each figure of each."""
    releves: dict[str, list[Debit]] = {nom: [] for nom in mesures}
    for _tour in range(tours):
        for nom, mesurer in mesures.items():
            releves[nom].append(mesurer())
    return {nom: mediane(debits) for nom, debits in releves.items()}


def mediane(debits: Sequence[Debit]) -> Debit:
    """Return the median of each figure; the errors, all."""
    p50, p99 = (median(getattr(debit, nom) for debit in debits) for nom in ("p50_ms", "p99_ms"))
    par_seconde = median(debit.par_seconde for debit in debits)
    secondes = sum(debit.secondes for debit in debits)
    return Debit(round(par_seconde * secondes), secondes, p50, p99, sum(debit.erreurs for debit in debits))
