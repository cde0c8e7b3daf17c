"""Accounts, and the member resources of the federation."""

from .compte import Compte, masquer
from .invitation import Invitation, InvitationQuerySet
from .noms import AliasRessource, AncienneAdresse
from .ressource import Ressource, RessourceQuerySet
from .secteur import Secteur, regions_de

__all__ = [
    "AliasRessource",
    "AncienneAdresse",
    "Compte",
    "Invitation",
    "InvitationQuerySet",
    "Ressource",
    "RessourceQuerySet",
    "Secteur",
    "masquer",
    "regions_de",
]
