"""The day after an event, and once ten days later, its resource is asked how it went: never a third time."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Final

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from reseau.courriel import poster
from reseau.horloge import maintenant
from reseau.models import Compte

from ..models import BilanEvenement, Evenement
from .permissions import peut_modifier

ACTION: Final = "pages.demander_bilan"
# How long after the end each request leaves; past the last delay, it is too late to ask.
DELAIS: Final = (timedelta(days=1), timedelta(days=11))
TROP_TARD: Final = timedelta(days=60)


def a_demander() -> list[tuple[Evenement, int]]:
    """Return the events to ask about now, each with the rank of the request, from one; two queries."""
    ici = maintenant()
    finis = Evenement.objects.confirmes().filter(fin__gt=ici - TROP_TARD, fin__lte=ici - DELAIS[0], bilan=None)
    finis = finis.filter(ressource__active=True).select_related("ressource").order_by("fin", "pk")
    dus = []
    deja = _demandes_faites(finis)
    for evenement in finis:
        rang = sum(evenement.fin + delai <= ici for delai in DELAIS)
        if deja.get(evenement.pk, 0) < rang:
            dus.append((evenement, rang))
    return dus


def _demandes_faites(evenements: Iterable[Evenement]) -> dict[int, int]:
    """Return, by event, the rank of its last request."""
    lignes = ModelLogEntry.objects.filter(
        action=ACTION,
        content_type=ContentType.objects.get_for_model(Evenement),
        object_id__in=[str(evenement.pk) for evenement in evenements],
    )
    faites: dict[int, int] = {}
    for cle, donnees in lignes.values_list("object_id", "data"):
        faites[int(cle)] = max(faites.get(int(cle), 0), int(donnees.get("rang", 0)))
    return faites


def demander_les_bilans() -> int:
    """Queue one mail to each person of the resource of each event to ask about; return how many events.

    Asked again the same day, or from two processes, nothing more leaves: each request is noted under a lock.
    """
    return sum(_demander(evenement.pk, rang) for evenement, rang in a_demander())


@transaction.atomic
def _demander(cle: int, rang: int) -> bool:
    evenement = Evenement.objects.select_for_update(of=("self",)).select_related("ressource").get(pk=cle)
    if evenement.est_annule or _demandes_faites([evenement]).get(cle, 0) >= rang:
        return False
    log(instance=evenement, action=ACTION, data={"rang": rang})
    for compte in evenement.ressource.contacts.filter(is_active=True).exclude(email="").order_by("pk"):
        transaction.on_commit(partial(envoyer_demande.enqueue, cle, compte.pk), robust=True)
    return True


@task()
def envoyer_demande(evenement_id: int, compte_id: int, essai: int = 0) -> bool:
    """Ask a person how an event went, if it is still to be asked; say if the mail left."""
    evenement = Evenement.objects.confirmes().select_related("ressource").filter(pk=evenement_id).first()
    compte = Compte.objects.filter(pk=compte_id).exclude(email="").first()
    if evenement is None or compte is None or not peut_modifier(compte, evenement):
        return False
    if BilanEvenement.objects.filter(evenement=evenement).exists():
        return False
    return poster(
        lambda: ecrire(compte, evenement),
        tache=envoyer_demande,
        arguments=(evenement_id, compte_id),
        essai=essai,
    )


def ecrire(compte: Compte, evenement: Evenement) -> None:
    """Ask a person how an event went. Raises `OSError` when the mail is down."""
    adresse = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('espace_evenements:bilan', args=[evenement.cle])}"
    with override(settings.LANGUAGE_CODE):
        corps = render_to_string("pages/courriels/bilan.txt", {"evenement": evenement, "adresse": adresse})
        sujet = _("Comment ça s’est passé : %(titre)s") % {"titre": " ".join(evenement.titre.split())}
    send_mail(sujet, corps, None, [compte.email])
