"""`/sante/`: is this process alive? `/sante/pret/`: can it answer readers, and what of the rest? Neither says where.

The first asks nobody: a database that is away is not mended by a process that starts again. A node leaves the rotation
only for what keeps it from answering a reader: a closed site, its databases, a schema older than its code (`EXIGEES`).
The rest is said and stops nobody: without a cache pages are slower, without files they lack images, without mail or
worker readers see nothing of it.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Final

from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .etat import dependances
from .etat.dependances import (
    DELAI,
    demander_au_cache,
    demander_au_stockage,
    demander_aux_bases,
    exiger_le_schema,
    saluer_le_courriel,
)
from .planification.retards import taches_en_retard, taches_qui_attendent, travailleur_est_muet
from .sauvegarde.fermeture import est_ferme

MEMOIRE: Final = 5  # seconds: who asks again and again does not make other machines answer each time
AU_PLUS: Final = 5  # names of migrations
_reponses: dict[str, tuple[float, "Mot"]] = {}
# Few threads: what never answers holds them all, and is then said to be slow without another one.
_fils = ThreadPoolExecutor(max_workers=6, thread_name_prefix="sante")


class Mot(StrEnum):
    """All that is said of a thing."""

    BIEN = "bien"
    PANNE = "panne"
    LENT = "lent"
    RETARD = "retard"


def _taches() -> bool:
    return bool(taches_en_retard())


def _travailleur() -> bool:
    return travailleur_est_muet() or bool(taches_qui_attendent())


EXIGEES: Final[dict[str, Callable[[], None]]] = {"bases": demander_aux_bases, "schema": exiger_le_schema}
AILLEURS: Final[dict[str, Callable[[], None]]] = {
    "cache": demander_au_cache,
    "fichiers": demander_au_stockage,
    "courriel": saluer_le_courriel,
}
A_L_HEURE: Final[dict[str, Callable[[], bool]]] = {"travailleur": _travailleur, "taches": _taches}


@require_safe
@never_cache
def sante(_requete: HttpRequest) -> JsonResponse:
    """Answer 200: the process that answers is alive."""
    return JsonResponse({"etat": "en marche"})


@require_safe
@never_cache
def pret(_requete: HttpRequest) -> JsonResponse:
    """Answer 200 when this node can answer readers, 503 otherwise, with a word for each thing that it stands on."""
    if est_ferme():
        return JsonResponse({"etat": "fermé"}, status=503)
    mots = _demander_ce_qui_est_exige()
    est_pret = all(mot is Mot.BIEN for mot in mots.values())
    dits: dict[str, object] = {"etat": "prêt" if est_pret else "pas prêt", **mots, **_demander_ailleurs()}
    if est_pret:
        dits |= {nom: _demander_l_heure(question) for nom, question in A_L_HEURE.items()}
    elif mots.get("schema") is Mot.PANNE and (manquent := _migrations()):
        dits["migrations"] = manquent
    return JsonResponse(dits, status=200 if est_pret else 503)


def _demander_ce_qui_est_exige() -> dict[str, Mot]:
    """Ask in order, up to the first that fails: who does not answer is not made to be waited for twice."""
    mots: dict[str, Mot] = {}
    for nom, question in EXIGEES.items():
        mots[nom] = _demander(question)
        if mots[nom] is not Mot.BIEN:
            break
    return mots


def _migrations() -> list[str]:
    """Return the first migrations that are not done: what to do, for who reads the answer of a probe."""
    try:
        return dependances.migrations_manquantes()[:AU_PLUS]
    except Error:
        return []


def _demander(question: Callable[[], None]) -> Mot:
    try:
        question()
    except Exception:  # noqa: BLE001 - whatever it is, the word is the same; the log of what failed is its own
        return Mot.PANNE
    return Mot.BIEN


def _demander_l_heure(question: Callable[[], bool]) -> Mot:
    try:
        return Mot.RETARD if question() else Mot.BIEN
    except Error:
        return Mot.PANNE


def _demander_ailleurs() -> dict[str, Mot]:
    """Ask all at once what may be on another machine; what takes more than two seconds is slow, and is not awaited."""
    instant = time.monotonic()
    connues = {nom: mot for nom, (quand, mot) in _reponses.items() if instant - quand < MEMOIRE}
    futurs = {nom: _fils.submit(_demander, AILLEURS[nom]) for nom in AILLEURS.keys() - connues.keys()}
    for nom, futur in futurs.items():
        try:
            mot = futur.result(max(0.0, instant + DELAI - time.monotonic()))
        except TimeoutError:
            futur.cancel()
            mot = Mot.LENT
        _reponses[nom] = instant, mot
    return {nom: (connues.get(nom) or _reponses[nom][1]) for nom in AILLEURS}
