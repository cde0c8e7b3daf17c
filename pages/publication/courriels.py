"""Who is told, by e-mail, of what happens to a text on its way out; what the mail says, and what it never says.

Wagtail's own mails are replaced: they leave inside the request, tell the title of a working draft to every mailbox on
the way, and write the address of who was not reached in the log. The preferences of each account are Wagtail's.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.mail import send_mail
from wagtail.models import Revision, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from medias.ponctuation import intitule
from reseau.models import Compte

from .approbation import a_touche, peut_relire
from .confidentialite import Confidentielle, mentions
from .relecture import RelectureTask


class Avis(TextChoices):
    """What is told, as the subject of the mail."""

    A_LIRE = "a_lire", _("À relire")
    CHANGEMENTS = "changements", _("Des changements sont demandés")
    APPROUVEE = "approuvee", _("Approuvé, sortira à son heure")
    PUBLIEE = "publiee", _("Publié")
    REFUSEE = "refusee", _("N’est pas sorti à son heure")


# Which box of their account a person unticks to be told nothing of it.
PREFERENCES = {
    Avis.A_LIRE: "submitted_notifications",
    Avis.CHANGEMENTS: "rejected_notifications",
    Avis.APPROUVEE: "approved_notifications",
    Avis.PUBLIEE: "approved_notifications",
    Avis.REFUSEE: "rejected_notifications",
}


def annoncer(avis: Avis, revision: Revision, comptes: Iterable[int | None], sauf: Any = None) -> None:
    """Queue one mail a person, once the transaction is over; whatever fails there changes nothing to what was done."""
    from .taches import prevenir  # noqa: PLC0415 - the task calls `ecrire`

    for compte in sorted({cle for cle in comptes if cle} - {sauf.pk if sauf else None}):
        transaction.on_commit(partial(prevenir.enqueue, revision.pk, avis.value, compte), robust=True)


def auteurs(revision: Revision) -> set[int | None]:
    """Return who wrote a revision, and who submitted it."""
    demandes = TaskState.objects.filter(revision=revision).values_list("workflow_state__requested_by", flat=True)
    return {revision.user_id, *demandes}


def est_concerne(compte: Compte, avis: str, revision: Revision) -> bool:
    """Say whether a person is still to be told: asked when the mail leaves, which may be hours later."""
    if not (compte.is_active and compte.email and compte.has_perm("wagtailadmin.access_admin")):
        return False
    if not getattr(UserProfile.get_for_user(compte), PREFERENCES[Avis(avis)]):
        return False
    if avis != Avis.A_LIRE:
        return True
    attend = TaskState.objects.filter(revision=revision, status=TaskState.STATUS_IN_PROGRESS).exists()
    objet = revision.as_object()
    return attend and peut_relire(compte, objet) and not a_touche(compte, objet)


def ecrire(compte: Compte, avis: str, revision: Revision) -> None:
    """Send one mail: what kind of text, and where it is; its title when it is for everyone, its words never.

    Raises:
        OSError: the mail server does not take it.
    """
    objet = revision.as_object()
    with override(UserProfile.get_for_user(compte).get_preferred_language()):
        contexte = {
            "avis": avis,
            "genre": objet._meta.verbose_name,
            "titre": str(objet) if isinstance(objet, Confidentielle) and not mentions(objet) else "",
            "adresse": settings.WAGTAILADMIN_BASE_URL + (_adresse(compte, objet) or reverse("wagtailadmin_home")),
            "suivi": settings.WAGTAILADMIN_BASE_URL + reverse("publication:a_suivre"),
        }
        sujet = intitule(str(Avis(avis).label), objet._meta.verbose_name)
        corps = render_to_string("pages/courriels/avis.txt", contexte)
    send_mail(sujet, corps, [compte.email])


def _adresse(compte: Compte, objet: Any) -> str:
    return AdminURLFinder(compte).get_edit_url(objet) or ""


def _soumis(instance: TaskState, user: Any = None, **_signal: Any) -> None:
    # What comes from outside is told once a day (`evenements.resume`): there may be forty the same week.
    if isinstance(instance.task.specific, RelectureTask) and not instance.revision.as_object().vient_de_dehors:
        relecteurs = Compte.objects.with_perm(
            "pages.relire_publication", backend="django.contrib.auth.backends.ModelBackend"
        )
        annoncer(Avis.A_LIRE, instance.revision, relecteurs.values_list("pk", flat=True), user)


def _refuse(instance: WorkflowState, user: Any = None, **_signal: Any) -> None:
    if revision := _relue(instance):
        annoncer(Avis.CHANGEMENTS, revision, auteurs(revision), user)


def _approuve(instance: WorkflowState, user: Any = None, **_signal: Any) -> None:
    if revision := _relue(instance):
        attend = Revision.objects.filter(pk=revision.pk, approved_go_live_at__isnull=False).exists()
        annoncer(Avis.APPROUVEE if attend else Avis.PUBLIEE, revision, auteurs(revision), user)


def _relue(etat: WorkflowState) -> Revision | None:
    """Return the revision that our step ended on; nothing for the workflow of someone else."""
    etape = etat.current_task_state
    return etape.revision if etape and isinstance(etape.task.specific, RelectureTask) else None


def _taire(**_signal: Any) -> None:
    """Wagtail would tell every superuser."""


def installer() -> None:
    """Listen in place of Wagtail's mails: under its names, before it is ready, it then connects nothing."""
    sieges = (
        (task_submitted, _soumis, TaskState, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, _taire, WorkflowState, "workflow_state_submitted_email_notification"),
        (workflow_rejected, _refuse, WorkflowState, "workflow_state_rejected_email_notification"),
        (workflow_approved, _approuve, WorkflowState, "workflow_state_approved_email_notification"),
    )
    for signal, ecoute, source, nom in sieges:
        signal.connect(ecoute, sender=source, dispatch_uid=nom)
