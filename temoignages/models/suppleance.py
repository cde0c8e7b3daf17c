"""Who approves when an approver is away: a named person, between two dates."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte


class SuppleanceQuerySet(models.QuerySet["Suppleance"]):
    """Reading substitutes."""

    def en_vigueur(self, jour: datetime.date) -> "SuppleanceQuerySet":
        """Those whose dates hold `jour`, both ends included."""
        return self.filter(du__lte=jour, au__gte=jour)


class Suppleance(models.Model):
    """`suppleant` may approve in the place of `titulaire`. The two-person rules stay whole."""

    titulaire = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="suppleances_donnees", verbose_name=_("personne absente")
    )
    suppleant = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="suppleances", verbose_name=_("remplacée par")
    )
    du = models.DateField(_("du"))
    au = models.DateField(_("au"))

    objects = SuppleanceQuerySet.as_manager()

    donnees = Carte(ACTE.dans("titulaire suppleant du au"), autres="id")

    class Meta:
        ordering = ["-du"]
        constraints = [
            models.CheckConstraint(
                name="suppleance_dates_en_ordre",
                condition=Q(au__gte=F("du")),
                violation_error_message=_("La fin vient avant le début."),
            ),
            models.CheckConstraint(
                name="suppleance_par_quelqu_un_d_autre",
                condition=~Q(titulaire=F("suppleant")),
                violation_error_message=_("Choisissez une autre personne."),
            ),
        ]
        verbose_name = _("suppléance")
        verbose_name_plural = _("suppléances")

    def __str__(self) -> str:
        return f"{self.du} {self.au}"
