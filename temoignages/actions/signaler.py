"""Open an incident in the register: where, and the id of what; never a word."""

import re

from django.db import transaction

from reseau.horloge import maintenant

from ..etats import NatureIncident
from ..models import Incident
from .journal import tracer

# A surface is a name that the code gives; a reference is an id. Neither can be a sentence.
_SURFACE = re.compile(r"[\w.: -]{1,120}")
_REFERENCE = re.compile(r"[\w-]{0,64}")


@transaction.atomic
def signaler(*, nature: NatureIncident, surface: str, reference: str = "") -> Incident:
    """Return the open incident of this `nature` at this place, opened now if there is none.

    Raises `ValueError` when `surface` or `reference` could hold a sentence: a mistake of the caller.
    """
    if not _SURFACE.fullmatch(surface) or not _REFERENCE.fullmatch(reference):
        raise ValueError("Un incident se décrit par un lieu et un identifiant, jamais par un texte.")
    incident, nouveau = Incident.objects.get_or_create(
        nature=nature, surface=surface, reference=reference, clos_le=None, defaults={"ouvert_le": maintenant()}
    )
    if nouveau:
        tracer("signaler", "incident", incident.pk, motif=nature)
    return incident
