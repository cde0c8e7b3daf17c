"""The site in production, whole, on this machine: nginx, two nodes, a worker, PostgreSQL, Redis, a mail server."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from tests.coherence.arbre import RACINE
from tests.services.courriel import HOTE, ServeurDeCourriel, _port_libre
from tests.services.nginx import Nginx
from tests.services.redis import ServeurRedis

from .client import Lien
from .noeuds import Noeud, Travailleur, environnement
from .processus import famille

REDIS, LOCALE = "redis", "locale"
# This program speaks to nginx as what holds the certificate would, and nginx to the node: two proxies to trust.
PROXYS = "2"
STATIQUE = "statique-de-charge"
SABOTAGE = r"\1 X-Accel-Expires; proxy_cache_valid 200 30s;"


@dataclass
class Grappe:
    """What runs, and the ways in."""

    nginx: Nginx
    noeuds: list[Noeud]
    travailleur: Travailleur
    courriel: ServeurDeCourriel
    redis: ServeurRedis
    _lecteurs: int = field(default=0)

    def lien(self, vers: Nginx | Noeud | None = None, *, compresse: bool = False) -> Lien:
        """Return a connection of somebody new: by nginx, or straight to a node."""
        self._lecteurs += 1
        de = f"10.{self._lecteurs // 65536}.{self._lecteurs // 256 % 256}.{self._lecteurs % 256}"
        return Lien((vers or self.nginx).port, de, droit=isinstance(vers, Noeud), compresse=compresse)

    def processus(self) -> dict[int, str]:
        """Return each process of the site and of its services, but the database's, with what it is."""
        racines = {noeud.nom: noeud.pid for noeud in self.noeuds} | {
            "tâches": self.travailleur.pid,
            "nginx": self.nginx._processus.pid,
            "Redis": self.redis._processus.pid,
        }
        return {pid: nom for nom, racine in racines.items() for pid in famille(racine)}


@contextmanager
def grappe(dossier: Path, *, memoire: str = REDIS, processus: int = 2, fils: int = 4) -> Iterator[Grappe]:
    """Start everything on the databases of this run; stop everything.

    Args:
        dossier: where logs and caches go.
        memoire: where nodes keep pages: `REDIS`, shared, or `LOCALE`, each process its own.
        processus: of each node.
        fils: threads of each; the server of PostgreSQL of the suite has sixty connections for all.
    """
    courriel, redis = ServeurDeCourriel(_port_libre()), ServeurRedis()
    cache = redis.adresse if memoire == REDIS else "locmemcache://"
    reglages = environnement(
        **_bases(),
        CACHE_URL=cache,
        COURRIEL_URL=f"smtp://{HOTE}:{courriel.port}",
        PROXYS_DE_CONFIANCE=PROXYS,
        X_ACCEL="/_media/",
        TACHES="travailleur",
        PROCESSUS=str(processus),
        FILS=str(fils),
        AUJOURDHUI=settings.AUJOURDHUI,
        ADRESSE_PUBLIQUE=f"https://{HOTE}",
        DOSSIER_STATIQUE=str(Path(settings.VAR) / STATIQUE),
        # A process that leaks would be replaced before anyone saw it.
        GUNICORN_CMD_ARGS="--max-requests 0",
    )
    _rassembler(reglages)
    # The suite makes the tables of the safe without their migrations; a worker waits for those that are not done.
    call_command("migrate", "coffre", database="coffre", fake=True, verbosity=0)
    with ExitStack() as pile:
        courriel.demarrer()
        pile.callback(courriel.arreter)
        redis.demarrer()
        pile.callback(redis.arreter)
        noeuds = [Noeud(f"nœud {rang}", reglages, dossier) for rang in (1, 2)]
        for noeud in noeuds:  # both begin at once
            noeud.demarrer()
            pile.push(noeud)
        for noeud in noeuds:
            noeud.attendre()
        travailleur = pile.enter_context(Travailleur(reglages, dossier))
        nginx = pile.enter_context(facade(dossier / "nginx", *noeuds))
        yield Grappe(nginx, noeuds, travailleur, courriel, redis)


@contextmanager
def facade(dossier: Path, *noeuds: Noeud, sabotage: bool = False) -> Iterator[Nginx]:
    """Start nginx as shipped in front of these nodes; `sabotage`: it keeps answers half a minute, whatever they say."""
    nginx = Nginx(dossier, *(f"{HOTE}:{noeud.port}" for noeud in noeuds))
    nginx.ecouter_comme("ecoute-interne.conf")
    if sabotage:
        remplie = nginx.dossier / "campagne.conf"
        lue, fois = re.subn(r"(proxy_ignore_headers [^;]+);", SABOTAGE, remplie.read_text())
        assert fois == 1
        remplie.write_text(lue)
    with nginx:
        yield nginx


@contextmanager
def noeud_saboteur(grappe: Grappe, dossier: Path) -> Iterator[Noeud]:
    """Start one more node, that gives for half a minute what it gave once."""
    with Noeud("nœud saboteur", grappe.noeuds[0].environnement, dossier, "tests.charge.saboteur") as noeud:
        yield noeud


def _bases() -> dict[str, str]:
    """Return the addresses of the databases of this run, on the server that its environment names."""
    noms = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    return {"DATABASE_URL": f"postgresql:///{noms['default']}", "COFFRE_URL": f"postgresql:///{noms['coffre']}"}


def _rassembler(reglages: dict[str, str]) -> None:
    """Collect the static files, once for a run."""
    if not (Path(reglages["DOSSIER_STATIQUE"]) / "staticfiles.json").exists():
        commande = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(commande, cwd=RACINE, env=reglages, check=True)
