"""The people who sign in."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class Compte(AbstractUser):
    """A person who signs in. Our own model from the first migration: changing later would be costly."""

    class Meta:
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")

    @property
    def nom_affiche(self) -> str:
        """How colleagues see this account: the person's name, or the account's."""
        return self.get_full_name() or self.username
