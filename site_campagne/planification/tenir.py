"""Do what is due: one process at a time for each job, whatever fails in another; what a dead one held comes free."""

import datetime
import logging
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import Q
from django.utils import timezone

from reseau.horloge import maintenant

from ..sauvegarde.fermeture import est_ferme
from .modeles import TachePlanifiee
from .taches import TACHES, Tache

# A job that failed is tried again sooner than its period, not at every minute.
REESSAI: Final = datetime.timedelta(minutes=10)
# A timer that beats a second early must not skip its turn.
PRESQUE: Final = 0.9
journal = logging.getLogger(__name__)


class Issue(StrEnum):
    """What came of a job."""

    FAITE = "faite"
    RATEE = "ratée"
    PAS_DUE = "pas encore"  # or held by another process


@dataclass(frozen=True, slots=True)
class Bilan:
    """One job, what came of it; `dit`: a number of things done, or the kind of what failed."""

    tache: Tache
    issue: Issue
    dit: str = ""


def tenir(*, seules: Collection[str] = (), sauf: Collection[str] = (), forcer: bool = False) -> list[Bilan]:
    """Do each job that is due and that nobody does; nothing while the site is closed, for its data may be replaced.

    Args:
        seules: the names of the only jobs to look at; all of them when empty.
        sauf: the names of those to leave.
        forcer: as if each were due; one that another process holds is left all the same.
    """
    if est_ferme():
        return []
    voulues = [tache for tache in TACHES if (not seules or tache.nom in seules) and tache.nom not in sauf]
    return [_tenir_une(tache, forcer=forcer) for tache in voulues]


def noter(nom: str) -> None:
    """Note that a job was just done, by hand or by a timer of the machine: it is neither due nor late."""
    TachePlanifiee.objects.update_or_create(nom=nom, defaults={"reussie_le": timezone.now(), "echec": ""})


def _tenir_une(tache: Tache, *, forcer: bool) -> Bilan:
    jeton = _prendre(tache, timezone.now(), forcer=forcer)
    if not jeton:
        return Bilan(tache, Issue.PAS_DUE)
    try:
        compte = tache.geste()
    except Exception as erreur:  # noqa: BLE001 - whatever failed, the next job must be tried
        genre = type(erreur).__name__
        _rendre(tache, jeton, echec=genre)
        # Neither its words nor its chain: they may quote a row.
        journal.error("Tâche « %s » : échec, %s.", tache.nom, genre)
        return Bilan(tache, Issue.RATEE, genre)
    _rendre(tache, jeton, reussie_le=timezone.now(), echec="")
    if compte:
        journal.info("Tâche « %s » : %s.", tache.nom, compte)
    return Bilan(tache, Issue.FAITE, str(compte or 0))


def _prendre(tache: Tache, instant: datetime.datetime, *, forcer: bool) -> str:
    """Take a job, in one write that only one process can make; return what proves it, empty when it is not ours."""
    TachePlanifiee.objects.get_or_create(nom=tache.nom)
    libres = TachePlanifiee.objects.filter(_passe("tenue_jusqu_au", instant), nom=tache.nom)
    if not forcer:
        if maintenant().hour < tache.des:
            return ""
        essai = min(tache.periode, REESSAI)
        libres = libres.filter(_passe("reussie_le", instant - tache.periode * PRESQUE))
        libres = libres.filter(_passe("essayee_le", instant - essai * PRESQUE))
    jeton = secrets.token_hex(16)
    prise = libres.update(jeton=jeton, essayee_le=instant, tenue_jusqu_au=instant + tache.bail)
    return jeton if prise else ""


def _rendre(tache: Tache, jeton: str, **champs: object) -> None:
    """Give a job back, unless it took so long that another process has it now."""
    TachePlanifiee.objects.filter(nom=tache.nom, jeton=jeton).update(jeton="", tenue_jusqu_au=None, **champs)


def _passe(champ: str, instant: datetime.datetime) -> Q:
    return Q(**{f"{champ}__isnull": True}) | Q(**{f"{champ}__lte": instant})
