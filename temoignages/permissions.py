"""Who may. Being a superuser gives every permission, and exempts from none of the two-person rules."""

from typing import TYPE_CHECKING

from reseau.horloge import aujourdhui
from reseau.models import Compte

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from reseau.models import Ressource

    from .models import Depot, Lot, Suppleance

    Personne = Compte | AnonymousUser

APPROUVER = "temoignages.approuver_depot"
ADMIN = "wagtailadmin.access_admin"


def peut_moderer(personne: "Personne") -> bool:
    """Whether `personne` reads and redacts raw words."""
    return personne.has_perm("temoignages.moderer_depot")


def peut_traduire(personne: "Personne") -> bool:
    """Whether `personne` writes in another language what is published; whoever approves it is another."""
    return personne.has_perm("temoignages.traduire_parole")


def peut_approuver(personne: "Personne") -> bool:
    """Whether `personne` is a second reader: by their own right, or in the place of someone who is away today."""
    return personne.has_perm(APPROUVER) or bool(suppleances_de(personne))


def suppleances_de(personne: "Personne") -> "list[Suppleance]":
    """Return today's absences that `personne` fills: the right is the absent person's own, never a substitute's."""
    if not isinstance(personne, Compte) or not personne.has_perm(ADMIN):
        return []
    en_vigueur = personne.suppleances.en_vigueur(aujourdhui()).select_related("titulaire")
    return [suppleance for suppleance in en_vigueur if suppleance.titulaire.has_perm(APPROUVER)]


def peut_importer(personne: "Personne") -> bool:
    """Whether `personne` imports the files of workshops."""
    return personne.has_perm("temoignages.importer_depot")


def peut_retirer(personne: "Personne") -> bool:
    """Whether `personne`, of the staff, withdraws any text at its author's word."""
    return personne.has_perm("temoignages.retirer_depot")


def peut_gerer_les_incidents(personne: "Personne") -> bool:
    """Whether `personne` opens, describes and closes incidents."""
    return personne.has_perm("temoignages.change_incident")


def est_contact(personne: Compte, depot: "Depot") -> bool:
    """Whether `personne` belongs to the resource that the words come from: they may know who spoke."""
    return depot.ressource is not None and depot.ressource.a_pour_contact(personne)


def peut_verser(personne: Compte, ressource: "Ressource") -> bool:
    """Whether `personne` brings the words of a resource, and follows them: its own people only, superuser or not."""
    return personne.is_active and ressource.a_pour_contact(personne)


def peut_traiter(personne: Compte, lot: "Lot") -> bool:
    """Whether `personne` opens or confirms a batch: anyone of its resource, or the staff member who sent it."""
    if lot.ressource:
        return peut_verser(personne, lot.ressource)
    return peut_importer(personne) and lot.par_id == personne.pk


def peut_retirer_pour(personne: Compte, depot: "Depot") -> bool:
    """Whether `personne` withdraws a text at its author's word: the staff, or the resource that brought it."""
    de_sa_ressource = depot.lot and depot.lot.ressource and peut_verser(personne, depot.lot.ressource)
    return peut_retirer(personne) or bool(de_sa_ressource)
