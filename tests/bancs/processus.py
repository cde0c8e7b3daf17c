"""What a process weighs once it has worked, and how long the site takes to answer when it starts."""

import subprocess
import sys
import time
from statistics import median

from .bilan import Cible, Sujet
from .debit import demander
from .pages import FAIBLE, PAGES
from .reglage import Reglage
from .serveurs import Memoire, Site, enfants, memoire, servir
from .tableau import nombre, tableau

DEMARRAGE_S = 3
ATTENTE_S = 10  # for the first upkeep to be done


def mesurer(site: Site, reglage: Reglage) -> Sujet:
    """Measure the memory of the processes, and a few cold starts."""
    durees = [_demarrer(site) for _fois in range(2 * reglage.tours - 1)]
    web, travailleur = _memoire_du_web(site), _memoire_du_travailleur(site)
    rangees = [
        (nom, nombre(poids.rss, 0), nombre(poids.uss, 0))
        for nom, poids in (("un processus web", web), ("le travailleur", travailleur))
    ]
    phrase = (
        f"De l’ordre de démarrer à la première page d’accueil reçue : {nombre(median(durees), 1)} s (de "
        f"{nombre(min(durees), 1)} à {nombre(max(durees), 1)}, {len(durees)} fois)."
    )
    texte = f"{tableau(('après avoir servi', 'RSS (Mo)', 'propre (Mo)'), 1, rangees)}\n\n{phrase}"
    return Sujet("Les processus", texte, [Cible("démarrage à froid (s)", median(durees), DEMARRAGE_S, decimales=2)])


def _demarrer(site: Site) -> float:
    debut = time.perf_counter()
    with servir(site):
        return time.perf_counter() - debut


def _memoire_du_web(site: Site) -> Memoire:
    """Return the median of the processes that answer, once each page was asked for many times."""
    with servir(site) as serveur:
        for chemin in PAGES.values():
            demander(serveur.adresse + chemin, FAIBLE, 1, neuve=True)
        return Memoire(*(median(colonne) for colonne in zip(*serveur.memoires(), strict=True)))


def _memoire_du_travailleur(site: Site) -> Memoire:
    """Return the memory of the process of the tasks, once its first upkeep is done."""
    ordre = [sys.executable, "manage.py", "travailler"]
    environ = site.environnement | {"TACHES": "travailleur", "COURRIEL_URL": "dummymail://"}
    with subprocess.Popen(ordre, cwd=site.dossier, env=environ, stderr=subprocess.DEVNULL) as processus:
        try:
            time.sleep(ATTENTE_S)
            poids = [memoire(pid) for pid in (processus.pid, *enfants(processus.pid))]
        finally:
            processus.terminate()
    return Memoire(*(sum(colonne) for colonne in zip(*poids, strict=True)))
