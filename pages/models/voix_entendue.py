"""Who is named in a recording that came out: remembered when the page that said it is corrected, or gone."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte
from medias.models import AutorisationNom, Enregistrement

from .accord import accord_perdu


class VoixEntendueQuerySet(models.QuerySet["VoixEntendue"]):
    """Reading who was heard."""

    def retirees(self) -> Self:
        """Those who do not accept to be named today, on the whole site; a permission that was erased is none."""
        return self.filter(accord_perdu())


class VoixEntendue(models.Model):
    """A person in a recording. No key to the page: another page may play the same recording after it.

    Written when an episode or a capsule goes live, and never taken back. Without a permission, it was erased: the
    person asked, and the recording stays withheld.
    """

    enregistrement = models.ForeignKey(Enregistrement, models.CASCADE, related_name="+")
    autorisation = models.ForeignKey(AutorisationNom, models.SET_NULL, null=True, related_name="+")

    objects = VoixEntendueQuerySet.as_manager()

    donnees = Carte(autres="id enregistrement autorisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enregistrement", "autorisation"], name="une_voix_une_fois")]
        verbose_name = _("voix entendue")
        verbose_name_plural = _("voix entendues")

    def __str__(self) -> str:
        return str(self.autorisation or _now("accord effacé"))


def inscrire(instance: Any, **_signal: Any) -> None:
    """Remember who is named in the recordings of a page that goes live; nothing for one that waits for its hour.

    Args:
        instance: the page; its `voix_entendues()` yields the keys of a recording and of a permission.
    """
    if instance.live:
        voix = set(instance.voix_entendues())
        VoixEntendue.objects.bulk_create(
            (VoixEntendue(enregistrement_id=son, autorisation_id=accord) for son, accord in voix), ignore_conflicts=True
        )


def est_retenu() -> Q:
    """Return the condition that someone in a recording accepts no longer, to be asked of each (`medias.retenues`).

    Its version with audio description holds the same voices.
    """
    le_sien = Q(enregistrement=OuterRef("pk")) | Q(enregistrement__audiodescription=OuterRef("pk"))
    return Q(Exists(VoixEntendue.objects.retirees().filter(le_sien)))
