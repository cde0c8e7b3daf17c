"""What nobody throws away by hand: drafts of forms, sessions, finished tasks, invitations, photographs, lost files."""

import datetime
import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState

from medias.depots_oublies import effacer_les_depots_oublies
from medias.orphelins import effacer_les_orphelins
from medias.tailles import effacer_les_tailles_interdites
from pages.boite.suivi import accorder_les_enregistrements
from pages.evenements.bilan import effacer_les_photos_echues
from pages.recherche.indexation import oublier_l_invisible
from pages.traduction.oubli import oublier_phrases
from reseau.equipe import oublier_les_invitations

from .fraicheur.marques import effacer_les_anciennes

# As the privacy page says (`vie_privee/tiers.py`). A form in progress may hold what someone is about to erase.
FORMULAIRE = datetime.timedelta(hours=1)
TACHE = datetime.timedelta(days=14)
journal = logging.getLogger(__name__)


class MenageIncomplet(Exception):
    """Some steps failed; their names."""


def faire_le_menage() -> int:
    """Delete what is past its time; return how many rows and files.

    Raises:
        MenageIncomplet: a step failed; the others were done.
    """
    effacees, rates = 0, []
    for nom, etape in _etapes():
        try:
            effacees += etape()
        except Exception as erreur:  # noqa: BLE001 - whatever failed, what comes after is past its time too
            # Not its words, nor its trace: they may quote a row.
            journal.error("Ménage : %s a échoué, %s.", nom, type(erreur).__name__)
            rates.append(nom)
    if rates:
        raise MenageIncomplet(", ".join(rates))
    return effacees


def _etapes() -> Iterator[tuple[str, Callable[[], int]]]:
    """Yield each step, with its name. The dates of rows are the libraries' own: the real clock."""
    instant = timezone.now()
    perimes = (
        FormState.objects.filter(last_updated_at__lte=instant - FORMULAIRE),
        EditingSession.objects.filter(last_seen_at__lte=instant - FORMULAIRE),
        Session.objects.filter(expire_date__lte=instant),
        DBTaskResult.objects.filter(finished_at__lte=instant - TACHE),
    )
    for lignes in perimes:
        yield lignes.model._meta.label, partial(_effacer, lignes)
    yield "invitations", oublier_les_invitations
    yield "photos", effacer_les_photos_echues
    yield "dépôts oubliés", effacer_les_depots_oublies
    yield "orphelins", effacer_les_orphelins
    yield "tailles interdites", effacer_les_tailles_interdites
    yield "boîte à outils", _accorder_la_boite
    yield "recherche", oublier_l_invisible
    yield "traduction", oublier_phrases
    yield "marques", _effacer_les_marques


def _accorder_la_boite() -> int:
    accorder_les_enregistrements()  # the permissions that ended last night; it deletes nothing
    return 0


def _effacer_les_marques() -> int:
    effacer_les_anciennes()  # of caches: no row that means anything is lost
    return 0


def _effacer(lignes: QuerySet[Any]) -> int:
    return lignes.delete()[0]
