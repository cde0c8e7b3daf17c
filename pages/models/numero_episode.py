"""The numbers of episodes: each belongs to its episode for ever, even when the page is gone."""

from typing import Any, Self
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Cast
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from medias.donnees import Carte

from ..publication.refus import Refus


class NumeroPris(Refus):
    """Another episode took the number first; the database decides between two who publish at the same instant."""


class NumeroEpisodeQuerySet(models.QuerySet["NumeroEpisode"]):
    """Reading numbers."""

    def abandonnes(self) -> Self:
        """Those that an approved embargo reserved, and that nobody was told: it was taken back before its hour."""
        promises = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        la_sienne = promises.filter(object_id=Cast(OuterRef("pk"), models.CharField(max_length=255)))
        jamais_parus = apps.get_model("pages", "EpisodePage").objects.filter(first_published_at=None)
        return self.filter(episode__in=jamais_parus.exclude(Exists(la_sienne)).values("guid"))

    def tenus(self) -> Self:
        """The others: told, or promised."""
        return self.exclude(pk__in=self.model.objects.abandonnes().values("pk"))


class NumeroEpisode(models.Model):
    """What was told to podcast clients: they know an episode by its GUID and its number, and forget neither.

    Identifiers rather than keys: the row outlives the page, and keeps the number from another.
    """

    episode = models.UUIDField(primary_key=True, editable=False)
    serie = models.UUIDField(editable=False)
    saison = models.PositiveSmallIntegerField(_("saison"), editable=False)
    numero = models.PositiveSmallIntegerField(_("numéro"), editable=False)

    objects = NumeroEpisodeQuerySet.as_manager()

    donnees = Carte(autres="episode serie saison numero")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["serie", "saison", "numero"], name="un_numero_par_episode")]
        verbose_name = _("numéro d’épisode")
        verbose_name_plural = _("numéros d’épisodes")

    def __str__(self) -> str:
        return _now("saison %(saison)s, épisode %(numero)s") % {"saison": self.saison, "numero": self.numero}


def faute_de_numero(guid: UUID, serie: UUID, saison: int, numero: int | None) -> str:
    """Return what forbids an episode this number, as a sentence; nothing when it may have it.

    Args:
        guid: of the episode.
        serie: the GUID of its series.
        saison: its season.
        numero: its number in the season, if it has one.
    """
    tenus = NumeroEpisode.objects.tenus()
    sien = tenus.filter(episode=guid).first()
    if sien is not None and (sien.serie, sien.saison, sien.numero) != (serie, saison, numero):
        return _now("Cet épisode a déjà paru (%(lequel)s) : son numéro ne change plus.") % {"lequel": sien}
    if numero is None:
        return ""
    autres = tenus.filter(serie=serie, saison=saison, numero=numero).exclude(episode=guid)
    if autres.exists():
        return _now("Ce numéro a déjà servi dans cette saison, et ne sert qu’une fois : prenez le suivant.")
    return ""


def reserver(page: Any) -> None:
    """Give an episode its number, for ever; to do when it is published. Nothing for an episode without a number.

    Raises:
        NumeroPris: it has another number already, or another episode has this one.
    """
    voulu = (page.guid, page.serie.guid, page.saison, page.numero)
    if faute := faute_de_numero(*voulu):
        raise NumeroPris(page, faute)
    if page.numero is None:
        return
    episode, serie, saison, numero = voulu
    try:
        with transaction.atomic():
            NumeroEpisode.objects.get_or_create(
                episode=episode, defaults={"serie": serie, "saison": saison, "numero": numero}
            )
    except IntegrityError as erreur:
        faute = _now("Ce numéro vient d’être pris par un autre épisode : prenez le suivant.")
        raise NumeroPris(page, faute) from erreur


@receiver(post_delete, sender="pages.EpisodePage", dispatch_uid="pages.numero_episode")
def rendre(instance: Any, **_signal: Any) -> None:
    """Give back the number of an episode that is deleted before it came out: nobody was told."""
    if instance.first_published_at is None:
        NumeroEpisode.objects.filter(episode=instance.guid).delete()
