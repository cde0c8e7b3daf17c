"""The people who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..renseignements import COMPTE, USAGE


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

    donnees = Carte(
        COMPTE.dans(
            "username first_name last_name email password is_superuser is_staff is_active groups user_permissions"
        ),
        USAGE.dans("last_login date_joined lectures_par_jour lecture_voilee"),
        autres="id",
    )

    class Meta:
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")

    @property
    def nom_affiche(self) -> str:
        """How colleagues see this account: the person's name, or the account's."""
        return self.get_full_name() or self.username
