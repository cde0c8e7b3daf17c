"""People of the staff, by role."""

from typing import Any

from django.contrib.auth.models import Group

from reseau.models import Compte
from site_campagne.roles import APPROBATION, REDACTION, TRADUCTION

from .reseau import CompteFactory


def une_personne_de(*roles: str, **champs: Any) -> Compte:
    """Return an account in these groups, and in no other."""
    compte = CompteFactory.create(**champs)
    compte.groups.set(Group.objects.filter(name__in=roles))
    return Compte.objects.get(pk=compte.pk)


def une_redactrice(**champs: Any) -> Compte:
    """Return someone who writes."""
    return une_personne_de(REDACTION, **champs)


def une_relectrice(**champs: Any) -> Compte:
    """Return someone who approves."""
    return une_personne_de(APPROBATION, **champs)


def une_superutilisatrice(**champs: Any) -> Compte:
    """Return an account to whom Django allows everything."""
    return CompteFactory.create(is_superuser=True, **champs)


def une_traductrice(**champs: Any) -> Compte:
    """Return someone who translates."""
    return une_personne_de(TRADUCTION, **champs)
