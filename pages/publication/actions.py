"""The only ways out, and the way back: each checks, acts, and leaves a line in the log of the page."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from . import porte
from .approbation import Approbation, a_touche, peut_relire
from .constats import bloquants, examiner
from .publiable import Publiable
from .refus import HorsRessort, PortesFermees, PublicationInterdite, RelectureRefusee, SeulRefuse

if TYPE_CHECKING:
    from reseau.models import Compte


class MotifDepublication(TextChoices):
    """Why a page is taken down at once."""

    RETRAIT = "retrait", _("une personne retire sa parole ou son accord")
    IDENTIFIANT = "identifiant", _("quelqu’un pourrait être reconnu")
    ERREUR = "erreur", _("une information fausse ou dangereuse")
    EMBARGO = "embargo", _("sortie trop tôt")
    AUTRE = "autre", _("autre raison")


def _exiger_les_portes(objet: Any) -> None:
    if constats := bloquants(objet):
        raise PortesFermees(objet, constats)


def _laisser_passer(revision: Revision, par: "Compte | None", raison: str, log_action: Any = True) -> None:
    with porte.ouvrir(raison, revision):
        revision.publish(user=par, log_action=log_action, skip_permission_checks=True)


@transaction.atomic
def conclure(*, revision: Revision, par: "Compte | None") -> None:
    """End a workflow: publish, or schedule, the approved revision.

    Raises:
        RelectureRefusee: nobody approves, or it is someone who touched the text, or who may not review.
        PortesFermees: the gates refuse the text as it is today.
    """
    objet = revision.as_object()
    if par is None or not peut_relire(par, objet):
        raise HorsRessort(objet)
    if a_touche(par, objet):
        raise RelectureRefusee(objet)
    _exiger_les_portes(objet)
    Approbation.objects.create(revision=revision, par=par)
    _laisser_passer(revision, par, "relecture")


@transaction.atomic
def publier_seul(*, page: Any, par: "Compte") -> None:
    """Publish the latest draft of a page that one person may publish.

    Raises:
        SeulRefuse: it takes two people, is being read, waits for its hour, or `par` may not.
        PortesFermees: the gates refuse the text.
    """
    revision = page.get_latest_revision()
    objet = revision.as_object() if revision else page
    if revision is None or not objet.permissions_for_user(par).peut_publier_seul():
        raise SeulRefuse(page)
    _exiger_les_portes(objet)
    Approbation.objects.create(revision=revision, par=par, seule=True)
    _laisser_passer(revision, par, "une personne", "pages.publier_seul")


@transaction.atomic
def publier_de_confiance(*, revision: Revision, par: "Compte") -> None:
    """Publish at once what a trusted person proposes, to be read afterwards; no gate may say a word, advice included.

    Raises:
        SeulRefuse: the object does not trust `par`.
        PortesFermees: a gate found something, be it an advice: someone reads first.
    """
    objet = revision.as_object()
    if not objet.est_de_confiance(par):
        raise SeulRefuse(objet)
    if constats := examiner(objet):
        raise PortesFermees(objet, constats)
    Approbation.objects.create(revision=revision, par=par, seule=True)
    _laisser_passer(revision, par, "confiance", "pages.publier_de_confiance")


@transaction.atomic
def publier_programmee(*, revision: Revision) -> None:
    """Publish an approved revision whose hour has come.

    Raises:
        PublicationInterdite: nobody approved it.
        PortesFermees: the gates refuse it as things stand now.
    """
    objet = revision.as_object()
    if isinstance(objet, Publiable):
        if not Approbation.objects.filter(revision=revision).exists():
            raise PublicationInterdite(objet)
        _exiger_les_portes(objet)
    _laisser_passer(revision, None, "heure dite", "wagtail.publish.scheduled")


@transaction.atomic
def depublier(*, page: Any, par: "Compte", motif: str, note: str = "") -> None:
    """Take a page, or a snippet, down at once, and what waits for its hour with it. Any editor may, without waiting.

    The translations of a French page come down with it, for the same reason.

    Args:
        page: public or scheduled.
        par: who does it.
        motif: one of `MotifDepublication`.
        note: a few words, kept in the log of the page; no name.
    """
    MotifDepublication(motif)
    for objet in [page, *traductions_sorties(page)]:
        _descendre(objet, par, motif, note)


@transaction.atomic
def depublier_les_traductions(*, page: Page) -> None:
    """Take down the translations of a French page that is about to be deleted; what is being read is read no more.

    Their drafts stay: they are pages of their own from then on.
    """
    for jumelle in _traductions(page):
        if (etat := jumelle.current_workflow_state) is not None:
            etat.cancel()
        if est_sortie(jumelle):
            _descendre(jumelle, None, MotifDepublication.AUTRE, _now("La page française a été supprimée."))


def traductions_sorties(objet: Any) -> list[Any]:
    """Return the translations of a French page that are public, or wait for their hour; none of anything else."""
    return [jumelle for jumelle in _traductions(objet) if est_sortie(jumelle)]


def est_sortie(page: Any) -> bool:
    """Say whether a page is public, or waits for its hour."""
    return bool(page.live or page.approved_schedule)


def _traductions(objet: Any) -> list[Any]:
    if not isinstance(objet, Page) or objet.locale.language_code != settings.LANGUAGE_CODE:
        return []
    return list(objet.get_translations().specific())


def _descendre(objet: Any, par: "Compte | None", motif: str, note: str) -> None:
    retirer = UnpublishPageAction if isinstance(objet, Page) else UnpublishAction
    retirer(objet, user=par, log_action=False).execute(skip_permission_checks=True)
    objet.revisions.update(approved_go_live_at=None)
    log(instance=objet, action="pages.depublier", user=par, data={"motif": motif, "note": note})
