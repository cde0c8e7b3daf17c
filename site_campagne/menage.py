"""What nobody throws away by hand: drafts of forms, sessions, finished tasks, invitations, photographs, lost files."""

import datetime

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState

from medias.depots_oublies import effacer_les_depots_oublies
from medias.orphelins import effacer_les_orphelins
from medias.tailles import effacer_les_tailles_interdites
from pages.evenements.bilan import effacer_les_photos_echues
from reseau.equipe import oublier_les_invitations

# As the privacy page says (`vie_privee/tiers.py`). A form in progress may hold what someone is about to erase.
FORMULAIRE = datetime.timedelta(hours=1)
TACHE = datetime.timedelta(days=14)


def faire_le_menage() -> int:
    """Delete what is past its time; return how many rows. These dates are the libraries' own: the real clock."""
    instant = timezone.now()
    perimes = (
        FormState.objects.filter(last_updated_at__lte=instant - FORMULAIRE),
        EditingSession.objects.filter(last_seen_at__lte=instant - FORMULAIRE),
        Session.objects.filter(expire_date__lte=instant),
        DBTaskResult.objects.filter(finished_at__lte=instant - TACHE),
    )
    effacees = sum(lignes.delete()[0] for lignes in perimes)
    effacees += oublier_les_invitations() + effacer_les_photos_echues()
    effacees += effacer_les_depots_oublies() + effacer_les_orphelins()
    return effacees + effacer_les_tailles_interdites()
