"""What `make bench` says, in French and in Markdown: the targets and whether they are met, then each subject."""

import math
import os
import platform
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import django
import wagtail

from .tableau import nombre, tableau

VERDICTS = {True: "atteinte", False: "MANQUÉE"}


class Absent(Exception):
    """Something that a measure needs is not on this machine; the message says what, in French."""


class Cible(NamedTuple):
    """One figure that is asked for: what, how much, and how much it must be at least, or at most."""

    libelle: str
    valeur: float
    seuil: float
    au_moins: bool = False
    decimales: int = 1

    @property
    def est_tenue(self) -> bool:
        """Whether it stands on the right side; a figure that was not measured (NaN) does not."""
        return self.valeur >= self.seuil if self.au_moins else self.valeur <= self.seuil

    @property
    def rangee(self) -> tuple[str, ...]:
        """It, as a row of the table of targets."""
        voulu = f"{'≥' if self.au_moins else '≤'} {nombre(self.seuil, self.decimales)}"
        return self.libelle, nombre(self.valeur, self.decimales), voulu, VERDICTS[self.est_tenue]


@dataclass(frozen=True, slots=True)
class Sujet:
    """One part of the report: its title, its figures as Markdown, the targets that it answers."""

    titre: str
    texte: str
    cibles: Sequence[Cible] = ()


def sujet_absent(titre: str, raison: str) -> Sujet:
    """Return the subject that could not be measured: it says so aloud, and its target is missed."""
    return Sujet(titre, f"**NON MESURÉ** : {raison}.", [Cible(f"{titre} : mesuré", math.nan, 1, au_moins=True)])


def manquees(sujets: Sequence[Sujet]) -> list[str]:
    """Return the targets that are missed, in words."""
    return [cible.libelle for sujet in sujets for cible in sujet.cibles if not cible.est_tenue]


def rapport(sujets: Sequence[Sujet], jour: date, secondes: float) -> str:
    """Return the whole report."""
    parties = [
        f"# Le site, mesuré le {jour.isoformat()}",
        f"Écrit par `make bench`, en {secondes / 60:.0f} minutes. {_machine()}\n{_LECTURE}",
        "## Les cibles",
        tableau_des_cibles(sujets),
    ]
    for sujet in sujets:
        parties += [f"## {sujet.titre}", sujet.texte]
    return "\n\n".join([*parties, *_fin(sujets)]) + "\n"


def tableau_des_cibles(sujets: Sequence[Sujet]) -> str:
    """Return every target, one a row."""
    rangees = [cible.rangee for sujet in sujets for cible in sujet.cibles]
    return tableau(("mesure", "obtenu", "cible", "verdict"), 1, rangees)


_LECTURE = """\
Ce qui se compare est mesuré à tour de rôle (A B A B) et donné par sa médiane : lisez les rapports et le temps de
processeur, pas une durée seule. Comment lire et refaire : [performance](../performance.md)."""


def _fin(sujets: Sequence[Sujet]) -> Iterator[str]:
    if liste := manquees(sujets):
        yield "\n".join(("Cibles manquées :\n", *(f"- {libelle}" for libelle in liste)))
    else:
        yield "Toutes les cibles sont atteintes."


def _machine() -> str:
    """Say what changes figures, and nothing of whose machine it is."""
    versions = f"Python {platform.python_version()}, Django {django.__version__}, Wagtail {wagtail.__version__}"
    return f"{versions}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} processeurs."
