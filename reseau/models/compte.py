"""The people who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..renseignements import COMPTE, USAGE


def masquer(adresse: str) -> str:
    """Return an address that its owner recognises and nobody else learns: « o…@exemple.org »."""
    nom, _arobase, domaine = adresse.rpartition("@")
    return f"{nom[:1]}…@{domaine}" if nom else ""


class Compte(AbstractUser):
    """A person who signs in. Our own model from the first migration: changing later would be costly."""

    lectures_par_jour = models.PositiveSmallIntegerField(
        _("textes par jour"),
        default=120,
        help_text=_("Au-delà, la file propose de s’arrêter : ces lectures pèsent. Un danger possible passe toujours."),
    )
    lecture_voilee = models.BooleanField(
        _("lecture voilée"), default=False, help_text=_("Chaque parole reste voilée jusqu’à ce que vous la demandiez.")
    )
    sessions_fermees = models.PositiveIntegerField(default=0, editable=False)

    donnees = Carte(
        COMPTE.dans(
            "username first_name last_name email password is_superuser is_staff is_active groups user_permissions"
        ),
        USAGE.dans("last_login date_joined lectures_par_jour lecture_voilee"),
        autres="id sessions_fermees",
    )

    class Meta:
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")

    @property
    def nom_affiche(self) -> str:
        """How colleagues see this account: the person's name, or the account's."""
        return self.get_full_name() or self.username

    @property
    def nom_pour_les_collegues(self) -> str:
        """How the other people of a resource see this one: the name that the person gave, or the address, masked."""
        return self.get_full_name() or masquer(self.email) or self.username

    def get_session_auth_hash(self) -> str:
        """Return what each open session must match: it changes with the password, and when sessions are closed."""
        return f"{super().get_session_auth_hash()}-{self.sessions_fermees}"

    def fermer_les_sessions(self) -> None:
        """End every session of this account, on every device, at its next request."""
        type(self).objects.filter(pk=self.pk).update(sessions_fermees=F("sessions_fermees") + 1)
        self.refresh_from_db(fields=["sessions_fermees"])
