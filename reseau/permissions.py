"""Who may. Being a superuser gives every permission."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from .models import Compte


def peut_tenir_repertoire(personne: "Compte | AnonymousUser") -> bool:
    """Whether `personne` imports resources and merges duplicates: the administration."""
    return personne.has_perm("reseau.tenir_repertoire")
