"""Mails of events: who is told what, the moderator's words to the resource, and what happens when none leaves."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from pages.evenements import avis
from pages.evenements.actions import annuler, proposer
from pages.evenements.moderation import marquer_revu
from pages.evenements.resume import attentes_de, envoyer_les_resumes
from pages.evenements.taches import envoyer_resume, prevenir_annulation, prevenir_la_ressource
from pages.models import Evenement
from tests.fabriques.reseau import CompteFactory

from .gestes import (
    ESTRIE,
    LAVAL,
    agir,
    contact_de,
    frais,
    propose,
    recrire,
    un_brouillon,
    une_moderatrice,
    une_ressource,
)

pytestmark = pytest.mark.django_db
Saisir = Callable[[], AbstractContextManager[list[Any]]]
BASE_DE_DONNEES = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def saisir(django_capture_on_commit_callbacks: Any) -> Saisir:
    """Return what runs, at its end, what waits for the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def qui_recoit() -> list[str]:
    return sorted(courriel.to[0].split("@")[0] for courriel in mail.outbox)


def deux_contacts() -> Evenement:
    """Return an event that waits, of a resource of two people; a third one left, a fourth has no address."""
    gens = [CompteFactory.create(email=f"{nom}@exemple.org") for nom in ("aline", "bruno")]
    gens += [CompteFactory.create(email="partie@exemple.org", is_active=False), CompteFactory.create(email="")]
    return propose(une_ressource(*gens), titre="Café du samedi")


@pytest.mark.parametrize(
    ("action", "mots", "sujet", "phrase"),
    [
        ("approve", "", "Votre événement est dans l’agenda", "Tout le monde le voit maintenant"),
        ("reject", "Quelle porte?", "Un changement est demandé", "proposez-le de nouveau"),
        ("refuser", "Ce n’est pas le sujet.", "Votre événement n’est pas retenu", "ne l’affiche pas"),
    ],
)
def test_la_ressource_apprend_la_reponse_avec_les_mots_de_la_moderatrice(
    saisir: Saisir, action: str, mots: str, sujet: str, phrase: str
) -> None:
    evenement = deux_contacts()
    with saisir():
        agir(evenement, une_moderatrice(email="lit@exemple.org"), action, comment=mots)
    assert qui_recoit() == ["aline", "bruno"]
    for message in mail.outbox:
        assert message.subject == f"{sujet}\u00a0: Café du samedi"
        assert phrase in message.body
        assert mots in message.body
        assert "/espace/evenements/" in message.body
        assert "/admin/" not in message.body


def test_un_titre_de_plusieurs_lignes_ne_casse_pas_le_sujet() -> None:
    evenement = propose(titre="Café\net thé")
    avis.ecrire_a_la_ressource(contact_de(evenement), avis.Reponse.APPROUVE, evenement.current_workflow_task_state)
    assert mail.outbox[0].subject.endswith("Café et thé")


def test_qui_ne_parle_plus_pour_la_ressource_n_apprend_rien() -> None:
    evenement, etape = deux_contacts(), TaskState.objects.get()
    partie = contact_de(evenement)
    evenement.ressource.contacts.remove(partie)
    assert not prevenir_la_ressource.call(etape.pk, "approuve", partie.pk)
    assert not prevenir_la_ressource.call(etape.pk, "approuve", 999_999)
    assert not prevenir_la_ressource.call(999_999, "approuve", partie.pk)
    assert mail.outbox == []


def test_une_soumission_n_ecrit_a_personne(saisir: Saisir) -> None:
    une_moderatrice(email="lit@exemple.org")
    with saisir():
        propose()
    assert mail.outbox == []


def test_une_annulation_previent_tout_de_suite_les_moderatrices_de_la_region(saisir: Saisir) -> None:
    for nom, regions in {"estrie": [ESTRIE], "laval": [LAVAL], "partout": []}.items():
        une_moderatrice(*regions, email=f"{nom}@exemple.org")
    evenement = propose(titre="Café", region=ESTRIE)
    agir(evenement, une_moderatrice(email=""))
    with saisir():
        annuler(evenement=frais(evenement), par=contact_de(evenement))
        annuler(evenement=frais(evenement), par=contact_de(evenement))
    assert qui_recoit() == ["estrie", "partout"]
    assert mail.outbox[0].subject == "Annulé par la ressource\u00a0: Café"
    assert f"/inspect/{evenement.pk}/" in mail.outbox[0].body


def test_un_brouillon_annule_n_interesse_personne(saisir: Saisir) -> None:
    une_moderatrice(email="lit@exemple.org")
    with saisir():
        evenement = un_brouillon()
        annuler(evenement=evenement, par=contact_de(evenement))
    assert mail.outbox == []


def test_qui_n_approuve_plus_n_apprend_pas_l_annulation() -> None:
    evenement, moderatrice = propose(region=ESTRIE), une_moderatrice(LAVAL, email="lit@exemple.org")
    assert not prevenir_annulation.call(evenement.pk, moderatrice.pk)
    assert not prevenir_annulation.call(999_999, moderatrice.pk)


def test_le_resume_du_jour_dit_ce_qui_attend_par_region_et_depuis_quand(saisir: Saisir) -> None:
    lectrice = une_moderatrice(email="lit@exemple.org")
    propose(titre="Café", region=LAVAL, municipalite="Laval")
    propose(titre="Marche", region=ESTRIE)
    propose(une_ressource(de_confiance=True), titre="Projection", region=ESTRIE)
    TaskState.objects.update(started_at=timezone.now() - timedelta(days=3))
    un_brouillon(titre="Personne ne le voit")
    assert [(a.region, a.evenement.titre, a.est_paru) for a in attentes_de(lectrice)] == [
        ("Estrie", "Marche", False),
        ("Estrie", "Projection", True),
        ("Laval", "Café", False),
    ]
    with saisir():
        assert envoyer_les_resumes(timezone.localdate()) == 1
    message = mail.outbox[0]
    assert message.subject == "3 événements attendent une lecture"
    corps = message.body
    assert corps.index("Estrie") < corps.index("Marche") < corps.index("Laval") < corps.index("Café")
    assert "attend depuis le" in corps
    assert "à revoir" in corps
    assert "Personne ne le voit" not in corps


def test_le_resume_part_une_fois_par_jour_et_jamais_pour_rien(saisir: Saisir) -> None:
    une_moderatrice(email="lit@exemple.org")
    matin, sortie = timezone.localdate(), StringIO()
    with saisir():
        assert envoyer_les_resumes(matin) == 0, "nothing waits: no mark either"
        propose()
        call_command("resume_evenements", stdout=sortie)
        assert envoyer_les_resumes(matin) == 0
        assert envoyer_les_resumes(matin + timedelta(days=1)) == 1
    assert sortie.getvalue() == "Résumés envoyés : 1.\n"
    assert qui_recoit() == ["lit", "lit"]


def test_le_resume_est_pour_qui_approuve_dans_la_region_et_le_veut_bien(saisir: Saisir) -> None:
    propose(region=ESTRIE)
    une_moderatrice(LAVAL, email="laval@exemple.org")
    lassee = une_moderatrice(email="lassee@exemple.org")
    profil = UserProfile.get_for_user(lassee)
    profil.submitted_notifications = False
    profil.save()
    une_moderatrice(ESTRIE, email="estrie@exemple.org")
    with saisir():
        assert envoyer_les_resumes(timezone.localdate()) == 1
    assert qui_recoit() == ["estrie"]


def test_un_resume_tardif_ne_parle_plus_de_ce_qui_a_recu_sa_reponse() -> None:
    moderatrice = une_moderatrice(email="lit@exemple.org")
    evenement = propose(une_ressource(de_confiance=True))
    marquer_revu(evenement=evenement, par=moderatrice)
    assert not envoyer_resume.call(moderatrice.pk)
    assert mail.outbox == []


def test_ce_qui_est_public_et_change_de_region_attend_dans_la_nouvelle() -> None:
    evenement = propose(region=ESTRIE)
    agir(evenement, une_moderatrice())
    proposer(evenement=recrire(frais(evenement), region=LAVAL, municipalite="Laval"), par=contact_de(evenement))
    assert attentes_de(une_moderatrice(ESTRIE)) == []
    assert [a.region for a in attentes_de(une_moderatrice(LAVAL))] == ["Laval"]


@pytest.mark.parametrize("geste", ["reponse", "annulation", "resume"])
def test_le_courrier_en_panne_rien_n_est_perdu(settings: Settings, monkeypatch: Any, geste: str) -> None:
    settings.TASKS = BASE_DE_DONNEES
    lectrice, evenement = une_moderatrice(email="lit@exemple.org"), propose()
    etape = evenement.current_workflow_task_state

    def en_panne(*_args: Any, **_champs: Any) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr("pages.evenements.avis.send_mail", en_panne)
    monkeypatch.setattr("pages.evenements.resume.send_mail", en_panne)
    appels: dict[str, tuple[Any, tuple[int | str, ...]]] = {
        "reponse": (prevenir_la_ressource, (etape.pk, "approuve", contact_de(evenement).pk)),
        "annulation": (prevenir_annulation, (evenement.pk, lectrice.pk)),
        "resume": (envoyer_resume, (lectrice.pk,)),
    }
    tache, arguments = appels[geste]
    assert not tache.call(*arguments)
    repris = DBTaskResult.objects.get(task_path__startswith="pages.evenements.")
    assert repris.args_kwargs["args"] == [*arguments, 1]
    assert repris.run_after > timezone.now()
