"""What a resource and its moderators do to an event, as code does it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from pages.evenements.actions import enregistrer, proposer
from pages.models import Evenement
from reseau.models import Compte, Ressource
from reseau.models.secteur import Secteur
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.roles import une_relectrice

ESTRIE, LAVAL = "05", "13"


def bientot(jours: int = 30, heure: int = 13) -> datetime:
    """Return an hour of the afternoon, in Québec, some days from now."""
    jour = timezone.localdate() + timedelta(days=jours)
    return datetime(jour.year, jour.month, jour.day, heure, tzinfo=ZoneInfo("America/Toronto"))


def une_ressource(*contacts: Compte, **champs: Any) -> Ressource:
    """Return a resource with its people."""
    ressource: Ressource = RessourceFactory.create(**champs)
    ressource.contacts.set(contacts or [CompteFactory.create()])
    return ressource


def contact_de(evenement: Evenement) -> Compte:
    """Return someone who speaks for the resource of an event."""
    return evenement.ressource.contacts.order_by("pk").first()  # type: ignore[return-value]  # each has one here


def un_brouillon(ressource: Ressource | None = None, **champs: Any) -> Evenement:
    """Return an event that its resource has typed, and not yet proposed."""
    ressource = ressource or une_ressource()
    evenement: Evenement = EvenementFactory.build(
        ressource=ressource, live=False, **{"debut": bientot(), "fin": bientot(heure=16), **champs}
    )
    par = ressource.contacts.order_by("pk").first()
    assert par
    return enregistrer(evenement=evenement, par=par)


def recrire(evenement: Evenement, par: Compte | None = None, **champs: Any) -> Evenement:
    """Save another version, as its resource does."""
    version = evenement.get_latest_revision_as_object()
    for nom, valeur in champs.items():
        setattr(version, nom, valeur)
    return enregistrer(evenement=version, par=par or contact_de(evenement))


def propose(ressource: Ressource | None = None, **champs: Any) -> Evenement:
    """Return an event that waits for its moderators."""
    evenement = un_brouillon(ressource, **champs)
    return proposer(evenement=evenement, par=contact_de(evenement))


def agir(evenement: Evenement, par: Compte, action: str = "approve", **mots: str) -> None:
    """Answer as the workflow's buttons do."""
    etape = frais(evenement).current_workflow_task_state
    etape.task.specific.on_action(etape, par, action, **mots)


def frais(evenement: Evenement) -> Evenement:
    """Return the row of an event as it is now."""
    return Evenement.objects.select_related("ressource").get(pk=evenement.pk)


def une_moderatrice(*regions: str, **champs: Any) -> Compte:
    """Return someone who approves, in some regions or in all."""
    compte = une_relectrice(**champs)
    for region in regions:
        Secteur.objects.create(compte=compte, region=region)
    return compte


def refus_de(refus: type[Exception], geste: Callable[[], object]) -> None:
    """Check that a gesture is refused."""
    with pytest.raises(refus):
        geste()
