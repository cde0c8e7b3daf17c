"""Mails of publication: who is told, what a mail never says, and what happens when none leaves."""

import datetime
from collections.abc import Callable
from contextlib import AbstractContextManager
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from medias.niveaux import Niveau
from pages.publication import courriels
from pages.publication.horaire import tenir_l_horaire
from pages.publication.taches import prevenir
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice

from .gestes import UNE_HEURE, agir, approuver_d_avance, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db
Saisir = Callable[..., AbstractContextManager[list[Any]]]
DEMAIN = datetime.timedelta(days=1)


@pytest.fixture
def saisir(django_capture_on_commit_callbacks: Any) -> Saisir:
    """Return what runs, at its end, what waits for the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def qui_recoit() -> list[str]:
    return sorted(courriel.to[0].split("@")[0] for courriel in mail.outbox)


def test_une_soumission_previent_qui_peut_approuver_et_n_y_a_pas_touche(saisir: Saisir) -> None:
    redactrice, _lectrice = une_redactrice(email="redaction@exemple.org"), une_relectrice(email="lit@exemple.org")
    touchee = une_relectrice(email="touche@exemple.org")
    une_relectrice(email="partie@exemple.org", is_active=False)
    une_superutilisatrice(email="racine@exemple.org")
    page = recrire(un_brouillon(redactrice), touchee, title="Une chaise de plus")
    with saisir():
        soumettre(page, redactrice)
    assert qui_recoit() == ["lit", "racine"]
    message = mail.outbox[0]
    assert message.subject == "À relire\u00a0: page de contenu"
    assert "Une chaise de plus" in message.body
    assert f"/admin/pages/{page.pk}/edit/" in message.body
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "champs",
    [
        {"confidentialite": Niveau.TRAVAIL},
        {"confidentialite": Niveau.MEMBRES},
        {"go_live_at": timezone.now() + DEMAIN},
    ],
)
def test_d_un_texte_reserve_ou_sous_embargo_rien_que_le_genre(saisir: Saisir, champs: dict[str, Any]) -> None:
    redactrice = une_redactrice(email="redaction@exemple.org")
    une_relectrice(email="lit@exemple.org")
    page = un_brouillon(redactrice, title="Canari", chapeau="Canari", corps=texte("<p>Canari</p>"), **champs)
    revision = page.get_latest_revision()
    for avis in courriels.Avis:
        courriels.ecrire(redactrice, avis, revision)
    assert len(mail.outbox) == len(courriels.Avis)
    for message in mail.outbox:
        assert "canari" not in f"{message.subject} {message.body} {message.extra_headers}".lower()
        assert "Page de contenu" in message.body
        assert f"/admin/pages/{page.pk}/edit/" in message.body


def test_les_mots_d_un_texte_public_ne_voyagent_pas_non_plus(saisir: Saisir) -> None:
    redactrice = une_redactrice(email="redaction@exemple.org")
    page = un_brouillon(redactrice, title="Titre", chapeau="Canari", corps=texte("<p>Canari</p>"))
    courriels.ecrire(redactrice, courriels.Avis.A_LIRE, page.get_latest_revision())
    assert "Titre" in mail.outbox[0].body
    assert "Canari" not in mail.outbox[0].body


def test_qui_ecrit_apprend_les_changements_demandes_sans_le_commentaire(saisir: Saisir) -> None:
    redactrice, relectrice = une_redactrice(email="redaction@exemple.org"), une_relectrice(email="lit@exemple.org")
    page = un_brouillon(redactrice)
    soumettre(page, redactrice)
    with saisir():
        etape = page.current_workflow_task_state
        etape.task.specific.on_action(etape, relectrice, "reject", comment="Canari")
    assert qui_recoit() == ["redaction"]
    assert mail.outbox[0].subject.startswith("Des changements sont demandés")
    assert "Canari" not in mail.outbox[0].body


def test_qui_ecrit_apprend_que_c_est_publie(saisir: Saisir) -> None:
    redactrice, relectrice = une_redactrice(email="redaction@exemple.org"), une_relectrice(email="lit@exemple.org")
    page = un_brouillon(redactrice)
    soumettre(page, redactrice)
    with saisir():
        agir(page, relectrice)
    assert public(page).live
    assert [(m.to, m.subject.split("\u00a0")[0]) for m in mail.outbox] == [(["redaction@exemple.org"], "Publié")]


def test_un_texte_qui_attend_son_heure_est_annonce_deux_fois(saisir: Saisir, monkeypatch: pytest.MonkeyPatch) -> None:
    redactrice, relectrice = une_redactrice(email="redaction@exemple.org"), une_relectrice(email="lit@exemple.org")
    demain = timezone.now() + DEMAIN
    page = un_brouillon(redactrice, go_live_at=demain)
    soumettre(page, redactrice)
    with saisir():
        agir(page, relectrice)
    with monkeypatch.context() as plus_tard, saisir():
        plus_tard.setattr(timezone, "now", lambda: demain + UNE_HEURE)
        assert tenir_l_horaire().publiees == 1
    assert [m.subject.split("\u00a0")[0] for m in mail.outbox] == ["Approuvé, sortira à son heure", "Publié"]


def test_un_texte_retenu_a_son_heure_est_annonce_une_seule_fois(saisir: Saisir) -> None:
    redactrice = une_redactrice(email="redaction@exemple.org")
    approuver_d_avance(un_brouillon(redactrice, corps=texte("<h3>Plus bas</h3>")))
    for _minute in range(3):
        with saisir():
            assert tenir_l_horaire().publiees == 0
    (message,) = mail.outbox
    assert message.subject.startswith("N’est pas sorti à son heure")
    assert "/admin/publication/a-suivre/" in message.body


@pytest.mark.parametrize(
    ("preference", "geste"),
    [
        ("submitted_notifications", None),
        ("approved_notifications", "approve"),
        ("rejected_notifications", "reject"),
    ],
)
def test_qui_ne_veut_pas_de_courriel_n_en_recoit_pas(saisir: Saisir, preference: str, geste: str | None) -> None:
    redactrice, relectrice = une_redactrice(email="redaction@exemple.org"), une_relectrice(email="lit@exemple.org")
    for personne in (redactrice, relectrice):
        profil = UserProfile.get_for_user(personne)
        setattr(profil, preference, False)
        profil.save()
    page = un_brouillon(redactrice)
    if geste is None:
        with saisir():
            soumettre(page, redactrice)
    else:
        soumettre(page, redactrice)
        with saisir():
            agir(page, relectrice, geste)
    assert mail.outbox == []


def test_qui_a_touche_au_texte_entre_temps_n_est_plus_prevenu() -> None:
    redactrice, relectrice = une_redactrice(), une_relectrice(email="lit@exemple.org")
    page = un_brouillon(redactrice)
    soumettre(page, redactrice)
    revision = page.current_workflow_task_state.revision
    assert courriels.est_concerne(relectrice, "a_lire", revision)
    recrire(page, relectrice)
    assert not courriels.est_concerne(relectrice, "a_lire", revision)
    agir(page, une_relectrice())
    assert not courriels.est_concerne(une_relectrice(email="autre@exemple.org"), "a_lire", revision)


def test_une_panne_de_courrier_ne_retient_rien_et_se_dit(
    saisir: Saisir, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    redactrice, _lectrice = une_redactrice(), une_relectrice(email="lit@exemple.org")

    def tomber(*_args: object, **_autres: object) -> int:
        raise SMTPServerDisconnected("lit@exemple.org")

    monkeypatch.setattr(courriels, "send_mail", tomber)
    page = un_brouillon(redactrice, title="Canari")
    with saisir():
        soumettre(page, redactrice)
    assert page.current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS
    assert f"n° {page.get_latest_revision().pk}" in caplog.text
    assert "exemple.org" not in caplog.text
    assert "Canari" not in caplog.text


def test_un_courriel_refuse_par_le_serveur_est_remis_a_plus_tard(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    redactrice, relectrice = une_redactrice(), une_relectrice(email="lit@exemple.org")
    page = un_brouillon(redactrice)
    soumettre(page, redactrice)

    def tomber(*_args: object, **_autres: object) -> int:
        raise SMTPServerDisconnected

    arguments = (page.get_latest_revision().pk, "a_lire", relectrice.pk)
    with monkeypatch.context() as panne:
        panne.setattr(courriels, "send_mail", tomber)
        assert not prevenir.call(*arguments)
    (remise,) = DBTaskResult.objects.filter(task_path="pages.publication.taches.prevenir")
    assert remise.args_kwargs["args"] == [*arguments, 1]
    assert remise.run_after > timezone.now()
    assert prevenir.call(*remise.args_kwargs["args"])
    assert qui_recoit() == ["lit"]


@pytest.mark.parametrize(
    ("signal", "source", "nombre"),
    [
        (task_submitted, TaskState, 1),
        (workflow_submitted, WorkflowState, 1),
        (workflow_rejected, WorkflowState, 1),
        (workflow_approved, WorkflowState, 1),
    ],
)
def test_les_courriels_de_wagtail_n_ont_plus_leur_place(signal: Any, source: Any, nombre: int) -> None:
    """Wagtail connects under the same names, after ours: it then connects nothing."""
    synchrones = signal._live_receivers(source)[0]
    ecoutes = [f"{ecoute.__module__}" for ecoute in synchrones if hasattr(ecoute, "__module__")]
    assert ecoutes.count("pages.publication.courriels") == nombre
    assert "wagtail.admin.mail" not in ecoutes
