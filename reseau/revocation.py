"""What an account may do changed: every session that it opened before is closed, at its next request.

Permissions are read at each request, so that nothing lingers of what was taken. A session is closed all the same: one
that was stolen does not gain what is given today, and a person whose part changes signs in again, second factor
included. A password closes them by itself (Django's session hash), a second factor in `second_facteur`.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import F, Model
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save

from .models import Compte

# What `m2m_changed` says once links are made or taken, or before all of them are.
FAITS = {"post_add", "post_remove", "pre_clear"}
# The address too: codes go there, and an account that a resource hands on is no longer the one before's.
POUVOIRS = ("is_superuser", "is_staff", "is_active", "email")


def brancher() -> None:
    """Listen to what gives or takes a power."""
    for lien in (Compte.groups.through, Compte.user_permissions.through):
        m2m_changed.connect(_suivre_un_compte, lien, dispatch_uid=f"reseau.revocation.{lien.__name__}")
    m2m_changed.connect(_suivre_un_role, Group.permissions.through, dispatch_uid="reseau.revocation.role")
    pre_delete.connect(_suivre_un_role_efface, Group, dispatch_uid="reseau.revocation.role_efface")
    pre_save.connect(_noter_les_pouvoirs, Compte, dispatch_uid="reseau.revocation.avant")
    post_save.connect(_suivre_les_pouvoirs, Compte, dispatch_uid="reseau.revocation.apres")


def fermer(comptes: Iterable[Any]) -> None:
    """Close the sessions of accounts, by their keys: one write, whatever their number."""
    Compte.objects.filter(pk__in=list(comptes)).update(sessions_fermees=F("sessions_fermees") + 1)


def _suivre_un_compte(instance: Any, action: str, pk_set: Collection[Any] | None, **_signal: Any) -> None:
    """Follow a link from an account to a role or a permission, written from either side; an empty one is none."""
    if action not in FAITS or pk_set == set():
        return
    if isinstance(instance, Compte):
        instance.fermer_les_sessions()
    else:
        fermer(pk_set if pk_set is not None else instance.user_set.values_list("pk", flat=True))


def _suivre_un_role(instance: Model, action: str, pk_set: Collection[Any] | None, **_signal: Any) -> None:
    """Follow the permissions of a role. `migrate` adds those that a new version brings, once."""
    if action in FAITS and pk_set != set():
        roles = [instance.pk] if isinstance(instance, Group) else (pk_set or ())
        fermer(Compte.objects.filter(groups__in=roles).values_list("pk", flat=True))


def _suivre_un_role_efface(instance: Group, **_signal: Any) -> None:
    fermer(instance.user_set.values_list("pk", flat=True))


def _noter_les_pouvoirs(
    instance: Any, raw: bool = False, update_fields: Collection[str] | None = None, **_signal: Any
) -> None:
    """Note what the account could do before a save that may change it."""
    touche = update_fields is None or not {*update_fields}.isdisjoint(POUVOIRS)
    suivi = touche and not raw and instance.pk and not instance._state.adding
    instance.pouvoirs_d_avant = Compte.objects.filter(pk=instance.pk).values_list(*POUVOIRS).first() if suivi else None


def _suivre_les_pouvoirs(instance: Any, **_signal: Any) -> None:
    avant = instance.__dict__.pop("pouvoirs_d_avant", None)
    if avant is not None and avant != tuple(getattr(instance, nom) for nom in POUVOIRS):
        instance.fermer_les_sessions()
