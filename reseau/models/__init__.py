"""Accounts, and the member resources of the federation."""

from .compte import Compte
from .ressource import AliasRessource, Ressource, RessourceQuerySet

__all__ = ["AliasRessource", "Compte", "Ressource", "RessourceQuerySet"]
