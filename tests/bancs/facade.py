"""nginx in front, as production has it: a page that it keeps, beside the same bytes that it reads from a file."""

from functools import partial
from pathlib import Path

from tests.services.nginx import Nginx, NginxAbsent

from .bilan import Absent, Cible, Sujet
from .debit import demander, tour_a_tour
from .pages import FORTE
from .reglage import Reglage
from .serveurs import Site, lire, servir
from .tableau import nombre, pourcentage, tableau

PAGES = {"accueil": "/", "mur": "/temoignages/"}
PART = 80  # percent of what the file gives


def mesurer(site: Site, dossier: Path, reglage: Reglage) -> Sujet:
    """Measure the web server.

    Raises:
        Absent: nginx is not installed.
    """
    cibles, rangees = [], []
    with servir(site) as nous:
        try:
            nginx = Nginx(dossier / "nginx", nous.adresse.removeprefix("http://"))
        except NginxAbsent as absence:
            raise Absent(str(absence)) from absence
        with nginx:
            for nom, chemin in PAGES.items():
                fichier = nginx.dossier / "donnees" / "static" / f"{nom}.html"
                fichier.write_text(page := lire(nginx.adresse + chemin))
                adresses = {"fichier": f"{nginx.adresse}/static/{nom}.html", "garde": nginx.adresse + chemin}
                mesures = {qui: partial(demander, a, FORTE, reglage.secondes) for qui, a in adresses.items()}
                deux = tour_a_tour(mesures, 2 * reglage.tours)
                part = deux["garde"].par_seconde / deux["fichier"].par_seconde
                cibles.append(Cible(f"{nom} devant : % d’un fichier servi par nginx", 100 * part, PART, au_moins=True))
                chiffres = [nombre(x, d) for q in deux.values() for x, d in ((q.par_seconde, 0), (q.p99_ms, 2))]
                rangees.append((nom, str(len(page.encode())), *chiffres, pourcentage(part, 0)))
    entetes = ("page", "octets", "fichier : par seconde", "p99 (ms)", "gardée : par seconde", "p99 (ms)", "part")
    return Sujet("Devant le site, nginx", f"{_EXPLICATION}\n\n{tableau(entetes, 1, rangees)}", cibles)


_EXPLICATION = f"""\
La configuration de `deploy/nginx`, {FORTE} connexions, deux processus, wrk sur la même machine. nginx ne garde une page
que jusqu’à la fin de la seconde : chaque seconde, ceux qui arrivent ensemble la redemandent au site."""
