"""Open an incident in the register: where, and the id of what; never a word."""

import re

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte

from ..etats import LieuIncident, NatureIncident
from ..models import Incident
from ..permissions import peut_gerer_les_incidents
from ..regles import nettoyer
from .erreurs import Refus
from .journal import tracer

# A surface is a place of the closed list, or what a search names in one word; a reference is an id. No sentence fits.
_SURFACE = re.compile(r"[\w.:-]{1,120}")
_REFERENCE = re.compile(r"[\w-]{0,64}")


@transaction.atomic
def signaler(*, nature: NatureIncident, surface: str, reference: str = "", par: Compte | None = None) -> Incident:
    """Return the open incident of this `nature` at this place, opened now if there is none.

    `par`: the person who saw it; none when the site did.

    Raises `ValueError` when `surface` or `reference` could hold a sentence: a mistake of the caller.
    """
    connue = surface in LieuIncident.values or _SURFACE.fullmatch(surface)
    if not connue or not _REFERENCE.fullmatch(reference):
        raise ValueError("Un incident se décrit par un lieu et un identifiant, jamais par un texte.")
    incident, nouveau = Incident.objects.get_or_create(
        nature=nature, surface=surface, reference=reference, clos_le=None, defaults={"ouvert_le": maintenant()}
    )
    if nouveau:
        tracer("signaler", "incident", incident.pk, par=par, motif=nature)
    return incident


@transaction.atomic
def decrire(*, incident: Incident, mesures: str, par: Compte, clore: bool = False) -> Incident:
    """Write what was done about an open incident; `clore` closes it. Raises `Refus`.

    An incident is closed once, with its measures: a row of the register is never emptied nor opened again.
    """
    if not peut_gerer_les_incidents(par):
        raise Refus("permission")
    incident = Incident.objects.select_for_update().get(pk=incident.pk)
    if incident.clos_le:
        raise Refus("clos")
    mesures = nettoyer(mesures)
    if not mesures and (clore or incident.mesures):
        raise Refus("mesures")
    incident.mesures = mesures
    if clore:
        incident.clos_le, incident.clos_par = maintenant(), par
    incident.save()
    tracer("clore" if clore else "decrire", "incident", incident.pk, par=par)
    return incident
