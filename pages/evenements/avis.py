"""What is told by e-mail of an event: to the people of its resource, and to the moderators of its region.

A resource reads the moderator's words: they were written to it. Nothing else of the text travels but its title.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected

from reseau.models import Compte

from ..publication.approbation import peut_relire
from ..publication.relecture import RelectureTask, version_refusee

if TYPE_CHECKING:
    from ..models import Evenement


class Reponse(TextChoices):
    """What a resource is told, as the subject of the mail."""

    APPROUVE = "approuve", _("Votre événement est dans l’agenda")
    CHANGEMENTS = "changements", _("Un changement est demandé")
    REFUSE = "refuse", _("Votre événement n’est pas retenu")


def moderateurs(evenement: "Evenement") -> list[Compte]:
    """Return who may approve an event, and has an address: those of its region."""
    permis = Compte.objects.with_perm(
        "pages.relire_publication", backend="django.contrib.auth.backends.ModelBackend"
    ).exclude(email="")
    return [compte for compte in permis.order_by("pk") if est_moderateur(compte, evenement)]


def est_moderateur(compte: Compte, evenement: "Evenement") -> bool:
    """Say whether a person is to be told of an event: they approve, in its region, and enter the admin."""
    return bool(compte.email and compte.has_perm("wagtailadmin.access_admin") and peut_relire(compte, evenement))


def annoncer_annulation(evenement: "Evenement", par: Compte) -> None:
    """Queue one mail to each moderator of the region, but for who cancelled."""
    from .taches import prevenir_annulation  # noqa: PLC0415 - the task calls `ecrire_annulation`

    for compte in moderateurs(evenement):
        if compte.pk != par.pk:
            transaction.on_commit(partial(prevenir_annulation.enqueue, evenement.pk, compte.pk), robust=True)


def ecrire_annulation(compte: Compte, evenement: "Evenement") -> None:
    """Tell a moderator that a resource cancelled. Raises `OSError` when the mail is down."""
    contexte = {"evenement": evenement, "adresse": adresse_d_administration(evenement)}
    with override(settings.LANGUAGE_CODE):
        corps = render_to_string("pages/courriels/evenement_annule.txt", contexte)
        sujet = _now("Annulé par la ressource\u00a0: %(titre)s") % {"titre": _une_ligne(evenement.titre)}
    send_mail(sujet, corps, None, [compte.email])


def adresse_d_administration(evenement: "Evenement") -> str:
    """Return where the staff reads an event."""
    adresse = reverse("wagtailsnippets_pages_evenement:inspect", args=[evenement.pk])
    return f"{settings.WAGTAILADMIN_BASE_URL}{adresse}"


def _une_ligne(texte: str) -> str:
    return " ".join(texte.split())


def ecrire_a_la_ressource(compte: Compte, reponse: str, etape: TaskState) -> None:
    """Tell a person of the resource what was answered. Raises `OSError` when the mail is down."""
    version = etape.revision.as_object()
    contexte = {
        "reponse": reponse,
        "evenement": version,
        "mot": etape.comment,
        "adresse": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('espace')}evenements/",
    }
    with override(settings.LANGUAGE_CODE):
        corps = render_to_string("pages/courriels/evenement_reponse.txt", contexte)
        sujet = f"{Reponse(reponse).label}\u00a0: {_une_ligne(version.titre)}"
    send_mail(sujet, corps, None, [compte.email])


def repondre_a_la_ressource(reponse: Reponse, etape: TaskState | None) -> None:
    """Queue one mail to each person of the resource of an event; nothing for what is not an event."""
    from ..models import Evenement  # noqa: PLC0415 - the models import the rules of this folder
    from .taches import prevenir_la_ressource  # noqa: PLC0415 - the task calls `ecrire_a_la_ressource`

    if etape is None or not isinstance(etape.task.specific, RelectureTask):
        return
    if isinstance(evenement := etape.revision.content_object, Evenement):
        for compte in evenement.ressource.contacts.filter(is_active=True).exclude(email="").order_by("pk"):
            envoi = partial(prevenir_la_ressource.enqueue, etape.pk, reponse.value, compte.pk)
            transaction.on_commit(envoi, robust=True)


def _approuve(instance: WorkflowState, **_signal: Any) -> None:
    repondre_a_la_ressource(Reponse.APPROUVE, instance.current_task_state)


def _change(instance: WorkflowState, **_signal: Any) -> None:
    repondre_a_la_ressource(Reponse.CHANGEMENTS, instance.current_task_state)


def _refuse(instance: TaskState, **_signal: Any) -> None:
    repondre_a_la_ressource(Reponse.REFUSE, instance)


def installer() -> None:
    """Listen to the answers of the moderators."""
    workflow_approved.connect(_approuve, sender=WorkflowState, dispatch_uid="pages.evenements")
    workflow_rejected.connect(_change, sender=WorkflowState, dispatch_uid="pages.evenements")
    version_refusee.connect(_refuse, sender=RelectureTask, dispatch_uid="pages.evenements")
