"""What the libraries keep goes when the privacy page says so, and not before."""

import datetime
from unittest.mock import Mock

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState

from reseau.models import Compte
from site_campagne import menage

pytestmark = pytest.mark.django_db


def il_y_a(**duree: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(**duree)


@pytest.fixture
def traces() -> None:
    """Write, of each kind, one row past its time and one that is not."""
    compte, genre = Compte.objects.create_user("a"), ContentType.objects.get_for_model(Compte)
    for rang, minutes in enumerate((61, 59)):
        objet, vu = {"user": compte, "content_type": genre, "object_id": str(rang)}, il_y_a(minutes=minutes)
        FormState.objects.create(data="des mots", last_updated_at=vu, **objet)
        EditingSession.objects.create(last_seen_at=vu, **objet)
    for rang, jours in enumerate((1, -1)):
        Session.objects.create(session_key=str(rang), session_data="x", expire_date=il_y_a(days=jours))
    for jours in (15, 13):
        tache = DBTaskResult.objects.create(
            task_path="temoignages.taches.alerter_danger", args_kwargs={}, backend_name="default"
        )
        DBTaskResult.objects.filter(pk=tache.pk).update(finished_at=il_y_a(days=jours))


def test_ce_qui_est_perime_part_et_le_reste_demeure(traces: None) -> None:
    restes = (FormState, EditingSession, Session, DBTaskResult)
    assert menage.faire_le_menage() == 4
    assert [modele.objects.count() for modele in restes] == [1, 1, 1, 1]
    assert menage.faire_le_menage() == 0


def test_une_etape_qui_rate_n_empeche_pas_les_autres_et_se_dit(
    traces: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    derniere = Mock(return_value=0)
    monkeypatch.setattr(menage, "oublier_les_invitations", Mock(side_effect=ValueError("Gaetane")))
    monkeypatch.setattr(menage, "effacer_les_orphelins", Mock(side_effect=OSError("Gaetane")))
    monkeypatch.setattr(menage, "effacer_les_tailles_interdites", derniere)
    with pytest.raises(menage.MenageIncomplet, match=r"^invitations, orphelins$") as dit:
        menage.faire_le_menage()
    derniere.assert_called_once_with()
    assert not Session.objects.filter(expire_date__lte=timezone.now()).exists()
    assert "invitations a échoué, ValueError" in caplog.text
    assert "Gaetane" not in caplog.text
    assert dit.value.__context__ is None  # whoever logs it writes no trace of what failed
