"""`/sante/mesures/`: a few numbers in the text format of Prometheus, for who has the token. None is about anybody.

Off by default: without `MESURES_JETON` the address does not exist. Only what costs next to nothing to know is here: no
request is counted, no row of a person either.
"""

import platform
import resource
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import django
import wagtail
from django.conf import settings
from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from temoignages.models import Generation

from ..planification.modeles import TachePlanifiee
from ..planification.retards import COEUR, taches_en_retard, taches_qui_attendent
from ..planification.taches import NOMS, SAUVEGARDER
from .dependances import migrations_manquantes

PORTEUR: Final = "Bearer "
TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Mesure:
    """One number, what it is, and the words that tell it from others of its name."""

    nom: str
    aide: str
    valeur: float
    etiquettes: tuple[tuple[str, str], ...] = ()


@require_safe
@never_cache
def mesures(requete: HttpRequest) -> HttpResponse:
    """Answer with the numbers; 404 without the token, as any address that is not there; 503 when a database is away."""
    dit = requete.headers.get("Authorization", "").removeprefix(PORTEUR)
    if not settings.MESURES_JETON or not secrets.compare_digest(dit.encode(), settings.MESURES_JETON.encode()):
        raise Http404
    try:
        lignes = ecrire(mesurer())
    except Error:
        return HttpResponse(status=503, content_type=TYPE)
    return HttpResponse(lignes, content_type=TYPE)


def mesurer() -> Iterator[Mesure]:
    """Yield every number, those of one name together. Raises what a database raises."""
    versions = (("django", django.__version__), ("wagtail", wagtail.__version__), ("python", platform.python_version()))
    yield Mesure("version", "Versions, toujours 1.", 1, versions)
    yield Mesure("generation", "Numéro de l’état public des paroles.", Generation.actuelle())
    yield Mesure("migrations_manquantes", "Migrations à faire.", len(migrations_manquantes()))
    for connexion in connections.all():
        yield Mesure("base_octets", "Taille d’une base.", octets_de(connexion), (("base", connexion.alias),))
    libre = shutil.disk_usage(settings.VAR).free
    yield Mesure("disque_libre_octets", "Place libre où sont les données.", libre)
    memoire = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    yield Mesure("processus_memoire_octets", "Mémoire du processus qui répond, au plus haut.", memoire)
    yield from _du_travail()


def _du_travail() -> Iterator[Mesure]:
    """Yield what waits, what failed, what is late, and since when each job went well."""
    yield Mesure("taches_en_attente", "Tâches de la file.", DBTaskResult.objects.ready().count())
    yield Mesure("taches_en_souffrance", "Tâches qui attendent depuis un quart d’heure.", taches_qui_attendent())
    yield Mesure("taches_ratees", "Tâches ratées depuis deux semaines.", DBTaskResult.objects.failed().count())
    en_retard = {retard.tache.nom for retard in taches_en_retard()}
    for nom in NOMS:
        yield Mesure("planifiee_en_retard", "1 : en retard.", nom in en_retard, (("tache", nom),))
    instant, faites = timezone.now(), TachePlanifiee.objects.exclude(reussie_le=None)
    ages = {faite.nom: (instant - faite.reussie_le).total_seconds() for faite in faites if faite.reussie_le}
    if not settings.SAUVEGARDES:  # nothing is done there: an age would say otherwise
        ages.pop(SAUVEGARDER, None)
    for nom in (*NOMS, COEUR):
        if nom in ages:
            yield Mesure("planifiee_age_secondes", "Temps depuis le dernier succès.", ages[nom], (("tache", nom),))


def octets_de(connexion: BaseDatabaseWrapper) -> int:
    """Return how much a database takes, in bytes."""
    if connexion.vendor == "sqlite":
        base = Path(str(connexion.settings_dict["NAME"]))
        return sum(
            fichier.stat().st_size for fichier in (base, base.with_name(f"{base.name}-wal")) if fichier.is_file()
        )
    with connexion.cursor() as curseur:
        curseur.execute("SELECT pg_database_size(current_database())")
        return int(curseur.fetchone()[0])


def ecrire(toutes: Iterator[Mesure]) -> str:
    """Return the numbers as Prometheus reads them: what it is once for each name, then a line for each value."""
    lignes, dernier = [], ""
    for mesure in toutes:
        nom = f"campagne_{mesure.nom}"
        if nom != dernier:
            lignes += [f"# HELP {nom} {mesure.aide}", f"# TYPE {nom} gauge"]
            dernier = nom
        mots = ",".join(f'{cle}="{valeur}"' for cle, valeur in mesure.etiquettes)
        lignes.append(f"{nom}{{{mots}}} {mesure.valeur:.16g}" if mots else f"{nom} {mesure.valeur:.16g}")
    return "\n".join([*lignes, ""])
