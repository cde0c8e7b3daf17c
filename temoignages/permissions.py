"""Who may. Being a superuser gives every permission, and exempts from none of the two-person rules."""

from typing import TYPE_CHECKING

from reseau.models import Compte

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from .models import Depot

    Personne = Compte | AnonymousUser


def peut_moderer(personne: "Personne") -> bool:
    """Whether `personne` reads and redacts raw words."""
    return personne.has_perm("temoignages.moderer_depot")


def peut_approuver(personne: "Personne") -> bool:
    """Whether `personne` is a second reader."""
    return personne.has_perm("temoignages.approuver_depot")


def peut_importer(personne: "Personne") -> bool:
    """Whether `personne` imports the files of workshops."""
    return personne.has_perm("temoignages.importer_depot")


def peut_retirer(personne: "Personne") -> bool:
    """Whether `personne` withdraws a text at its author's word."""
    return personne.has_perm("temoignages.retirer_depot")


def est_contact(personne: Compte, depot: "Depot") -> bool:
    """Whether `personne` belongs to the resource that the words come from: they may know who spoke."""
    return depot.ressource is not None and depot.ressource.a_pour_contact(personne)
