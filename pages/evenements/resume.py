"""The daily digest of the moderators: what waits, by region, since when. Nothing when nothing waits."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import ngettext, override
from wagtail.log_actions import log, registry
from wagtail.models import Workflow
from wagtail.users.models import UserProfile

from reseau.models import Compte, regions_de

from ..models import Evenement
from ..publication.approbation import peut_relire
from ..publication.installation import NOM
from .avis import adresse_d_administration
from .suivi import Etape, avec_etape

ACTION = "pages.resumer_evenements"


@dataclass(frozen=True, slots=True)
class Attente:
    """One event that waits: in what region, since when, whether it is public already, and where to read it."""

    region: str
    depuis: datetime | None
    evenement: Evenement
    est_paru: bool
    adresse: str


def attentes_de(compte: Compte) -> list[Attente]:
    """Return what waits for a person, by region, the oldest first; nothing for who is not, or not to be, told."""
    if not (compte.email and compte.has_perm("wagtailadmin.access_admin") and peut_relire(compte)):
        return []
    if not UserProfile.get_for_user(compte).submitted_notifications:
        return []
    regions = regions_de(compte)
    attendent = avec_etape(Evenement.objects.select_related("ressource", "latest_revision")).filter(
        Q(etape=Etape.ATTENTE) | Q(a_revoir=True, live=True, annule_le=None)
    )
    trouvees = [_attente(ligne) for ligne in attendent]
    siennes = [a for a in trouvees if regions is None or a.evenement.region in regions]
    return sorted(siennes, key=lambda a: (a.region, a.depuis or a.evenement.debut, a.evenement.pk))


def _attente(ligne: Evenement) -> Attente:
    """Read an event as it is proposed: its region may be another one from now on."""
    version, attend = ligne.get_latest_revision_as_object(), ligne.etape == Etape.ATTENTE
    depuis = ligne.depuis if attend else ligne.last_published_at
    return Attente(
        version.get_region_display(), depuis, version, est_paru=not attend, adresse=adresse_d_administration(ligne)
    )


def ecrire_resume(compte: Compte, attentes: list[Attente]) -> None:
    """Send the digest to a person. Raises `OSError` when the mail is down."""
    with override(settings.LANGUAGE_CODE):
        nombre = len(attentes)
        sujet = ngettext(
            "%(nombre)s événement attend une lecture", "%(nombre)s événements attendent une lecture", nombre
        ) % {"nombre": nombre}
        corps = render_to_string("pages/courriels/evenements_resume.txt", {"attentes": attentes})
    send_mail(sujet, corps, None, [compte.email])


@transaction.atomic
def envoyer_les_resumes(jour: date) -> int:
    """Queue the digest of a day, once: a second call the same day sends nothing.

    Returns how many people are told. A day when nothing waits leaves no mark: a later call may find something.
    """
    from .taches import envoyer_resume  # noqa: PLC0415 - the task calls `ecrire_resume`

    chaine = Workflow.objects.select_for_update().get(name=NOM)
    deja = registry.get_logs_for_instance(chaine).filter(action=ACTION)
    if any(ligne.data.get("jour") == jour.isoformat() for ligne in deja.order_by("-timestamp")[:5]):
        return 0
    permis = Compte.objects.with_perm("pages.relire_publication", backend="django.contrib.auth.backends.ModelBackend")
    destinataires = [compte.pk for compte in permis.order_by("pk") if attentes_de(compte)]
    for cle in destinataires:
        transaction.on_commit(partial(envoyer_resume.enqueue, cle), robust=True)
    if destinataires:
        log(instance=chaine, action=ACTION, data={"jour": jour.isoformat()})
    return len(destinataires)
