"""What the trials under load found, as tables: `docs/mesures/charge-<day>.md`, a section for each trial."""

import os
import platform
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import fmean

from tests.bancs.tableau import nombre, tableau
from tests.coherence.arbre import RACINE

from .endurance import Endurance
from .processus import Etat

MESURES = RACINE / "docs" / "mesures"
MO = 1_000_000
# « Minute 2 of 10 »: a process has read its templates and filled its caches by then.
ECHAUFFE = 0.2
FENETRE = 0.05
ENTETE = "Écrit par `make epreuves` ([comment le refaire](../exploitation/charge.md))."


def centile(durees: Sequence[float], part: float) -> float:
    """Return the duration, in milliseconds, that this part of them does not exceed; 0 when there are none."""
    rangees = sorted(durees)
    return 1000 * rangees[min(len(rangees) - 1, int(part * len(rangees)))] if rangees else 0.0


def croissances(endurance: Endurance) -> list[tuple[str, int, int, float]]:
    """Return, for each process: what it is, its memory at minute 2 and at minute 10 (bytes), the second by the first.

    A process that was replaced has no row: the caller counts them.
    """
    fin = endurance.etats[-1][0]
    avant = _memoires(endurance.etats, ECHAUFFE * fin, FENETRE * fin)
    apres = _memoires(endurance.etats, fin, FENETRE * fin)
    communs = sorted(avant.keys() & apres.keys(), key=lambda pid: (endurance.noms[pid], pid))
    return [
        (endurance.noms[pid], int(avant[pid]), int(apres[pid]), apres[pid] / avant[pid])
        for pid in communs
        if endurance.noms.get(pid)
    ]


def _memoires(etats: Iterable[tuple[float, Mapping[int, Etat]]], quand: float, pres: float) -> dict[int, float]:
    """Return the mean memory of each process around an instant; at the sample nearest to it when there is no other."""
    rangees = list(etats)
    proches = [lus for instant, lus in rangees if abs(instant - quand) <= pres]
    proches = proches or [min(rangees, key=lambda rangee: abs(rangee[0] - quand))[1]]
    return {pid: fmean(lus[pid].memoire for lus in proches if pid in lus) for pid in proches[-1]}


def processeurs(endurance: Endurance) -> dict[str, float]:
    """Return how many processors each kind of process used, on average."""
    (debut, premiers), (fin, derniers) = endurance.etats[0], endurance.etats[-1]
    depenses: defaultdict[str, float] = defaultdict(float)
    for pid, etat in derniers.items():
        avant = premiers.get(pid)
        depenses[endurance.noms[pid]] += etat.processeur - (avant.processeur if avant else 0.0)
    return {nom: depense / max(fin - debut, 0.001) for nom, depense in sorted(depenses.items())}


def rapport_d_endurance(endurance: Endurance) -> str:
    """Return the section of the long trial."""
    ampleur, ecrit = endurance.ampleur, endurance.ecrit
    rangees = [("lecteurs", endurance.durees)]
    rangees += [(nom, [r.duree for r in reponses]) for nom, reponses in sorted(ecrit.reponses.items())]
    temps = tableau(
        ("qui", "réponses", "par seconde", "p50 (ms)", "p95 (ms)", "p99 (ms)"),
        1,
        [(nom, str(len(lues)), nombre(len(lues) / endurance.duree, 1), *_centiles(lues)) for nom, lues in rangees],
    )
    memoire = tableau(
        ("processus", "minute 2 (Mo)", "à la fin (Mo)", "rapport"),
        1,
        [(nom, nombre(a / MO, 1), nombre(b / MO, 1), nombre(r, 3)) for nom, a, b, r in croissances(endurance)],
    )
    cpu = ", ".join(f"{nom} {nombre(part, 2)}" for nom, part in processeurs(endurance).items())
    refus = ", ".join(f"{nom} {fois}" for nom, fois in sorted(ecrit.refus.items())) or "aucun"
    qui = (
        f"{nombre(endurance.duree / 60, 1)} minutes, {ampleur.lecteurs} connexions de lecture qui restent ouvertes "
        f"(une page toutes les {nombre(ampleur.pause, 1)} s chacune), {ampleur.moderatrices} personnes qui modèrent et "
        f"{ampleur.ressources} qui écrivent pour leur ressource (un geste toutes les "
        f"{nombre(ampleur.pause_d_ecriture, 0)} s chacune) : vrais formulaires, sessions, jetons."
    )
    quoi = (
        f"**Erreurs : {len(endurance.erreurs) + len(ecrit.erreurs)}. Écritures confirmées : {ecrit.total} "
        f"({len(ecrit.lignes)} lignes versées, {len(ecrit.evenements)} événements, {len(ecrit.soumis)} textes soumis, "
        f"{len(ecrit.publies)} publiés); perdues ou doublées : {len(endurance.perdues)}.** Refus expliqués : {refus}."
    )
    cout = (
        f"Processeurs pris, sur {os.cpu_count()} : {cpu}, "
        f"générateur {nombre(endurance.processeur / endurance.duree, 2)} (PostgreSQL n’est pas compté). "
        f"{nombre(endurance.octets / MO / endurance.duree, 1)} Mo de pages par seconde."
    )
    return f"{qui}\n\n{quoi}\n\n{temps}\n\n{cout}\n\n{memoire}"


def _centiles(durees: Sequence[float]) -> tuple[str, ...]:
    return tuple(nombre(centile(durees, part), 0) for part in (0.5, 0.95, 0.99))


def ecrire(titre: str, section: str) -> Path:
    """Write a section of the file of the day, in place of the one of the same title; return the file."""
    jour = date.today()  # noqa: DTZ011 - the local day
    fichier = MESURES / f"charge-{jour}.md"
    texte = fichier.read_text(encoding="utf-8") if fichier.exists() else ""
    sections = dict(re.findall(r"^## ([^\n]+)\n\n(.*?)(?=^## |\Z)", texte, re.DOTALL | re.MULTILINE))
    sections[titre] = section.strip()
    corps = "\n\n".join(f"## {nom}\n\n{sections[nom].strip()}" for nom in sorted(sections))
    fichier.write_text(f"# Sous la charge, le {jour}\n\n{ENTETE} {machine()}\n\n{corps}\n", encoding="utf-8")
    return fichier


def machine() -> str:
    """Return in plain words what the trials ran on."""
    memoire = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    versions = ", ".join(
        f"{nom} {_version(commande)}"
        for nom, commande in (("nginx", ["/usr/sbin/nginx", "-v"]), ("Redis", ["redis-server", "--version"]))
    )
    return (
        f"Tout sur une même machine, générateur compris : {os.cpu_count()} processeurs, {memoire:.0f} Go de mémoire; "
        f"Python {platform.python_version()}, {versions}, PostgreSQL sans écriture garantie sur le disque (celui des "
        "essais), deux nœuds de deux processus derrière le nginx livré."
    )


def _version(commande: list[str]) -> str:
    try:
        dit = subprocess.run(commande, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "?"
    trouvee = re.search(r"\d+\.\d+(\.\d+)?", dit.stdout + dit.stderr)
    return trouvee[0] if trouvee else "?"
