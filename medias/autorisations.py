"""The permission of a person whom the site names or shows: in the lowest room, where every room may refer to it.

Never the row of a testimony: those are anonymous, and nothing may tie one to a name (docs/decisions/0030).
"""

import datetime
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from .donnees import ACTE, Carte, Qui, Renseignement

PERSONNE_NOMMEE = Renseignement(
    Qui.PUBLIC,
    _("Le nom et le rôle des personnes citées dans un communiqué ou une page, et où leur accord est conservé"),
    _("Ne nommer que les personnes qui l’ont permis, là où elles l’ont permis, tant qu’elles le veulent."),
    _("Jusqu’à la fin de l’accord, puis le temps de prouver qu’il a existé; l’administration l’efface sur demande."),
    _("Tout le monde, pour le nom et le rôle publiés; l’équipe pour le reste."),
)
PERSONNE_MONTREE = Renseignement(
    Qui.PUBLIC,
    _(
        "Qui se reconnaît sur une image ou dans un enregistrement, et où son accord est conservé : "
        "le site ne le montre à personne"
    ),
    _("Ne montrer que les personnes qui l’ont permis, tant qu’elles le veulent."),
    _("Jusqu’à la fin de l’accord, puis le temps de prouver qu’il a existé; l’administration l’efface sur demande."),
    _("L’équipe qui publie."),
)


class PorteeNom(models.TextChoices):
    """Where a person accepts to be named."""

    COMMUNIQUES = "communiques", _("les communiqués et les avis aux médias")
    SITE = "site", _("tout le site, communiqués compris")


class AccordQuerySet(models.QuerySet["Accord"]):
    """Reading permissions."""

    def valides(self, jour: datetime.date) -> Self:
        """Those that hold on `jour`, whatever they cover."""
        return self.filter(donnee_le__lte=jour, jusqu_au__gte=jour).exclude(retiree_le__lte=jour)

    def invalides(self, jour: datetime.date) -> Self:
        """Those that do not hold on `jour`: over, taken back, or not given yet."""
        return self.filter(Q(donnee_le__gt=jour) | Q(jusqu_au__lt=jour) | Q(retiree_le__lte=jour))


class Accord(models.Model):
    """What one person accepts, until when. The proof itself stays with the federation, out of the site."""

    donnee_le = models.DateField(_("donnée le"))
    jusqu_au = models.DateField(_("jusqu’au"), help_text=_("Le dernier jour où l’accord vaut."))
    retiree_le = models.DateField(
        _("retirée le"),
        null=True,
        blank=True,
        help_text=_("La personne a changé d’idée : ce qui la nomme ou la montre quitte aussitôt toutes les pages."),
    )
    preuve = models.CharField(
        _("preuve conservée"),
        max_length=200,
        help_text=_("Où la fédération garde l’accord : « classeur des accords, no 12 ». Ne joignez rien ici."),
    )
    enregistree_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("enregistrée par"),
    )
    enregistree_le = models.DateTimeField(auto_now_add=True)

    objects = AccordQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Check the permission: it ends, or is taken back, after it was given."""
        super().clean()
        for champ in ("jusqu_au", "retiree_le"):
            # A form may leave either empty.
            fin, donnee = getattr(self, champ), getattr(self, "donnee_le", None)
            if fin and donnee and fin < donnee:
                raise ValidationError({champ: _now("Cette date précède celle où l’accord a été donné.")})

    def est_valide(self, jour: datetime.date) -> bool:
        """Say whether the permission holds on `jour`, whatever it covers."""
        retiree = self.retiree_le is not None and self.retiree_le <= jour
        return self.donnee_le <= jour <= self.jusqu_au and not retiree


class AutorisationNom(Accord):
    """A person who accepts to be named."""

    nom = models.CharField(_("nom"), max_length=120)
    role = models.CharField(
        _("rôle"), max_length=160, help_text=_("Tel qu’il suit le nom : « porte-parole de la fédération ».")
    )
    portee = models.CharField(_("où la nommer"), max_length=12, choices=PorteeNom, default=PorteeNom.COMMUNIQUES)

    donnees = Carte(
        PERSONNE_NOMMEE.dans("nom role portee donnee_le jusqu_au retiree_le preuve"),
        ACTE.dans("enregistree_par enregistree_le"),
        autres="id",
    )

    class Meta:
        ordering = ("nom", "-jusqu_au")
        verbose_name = _("autorisation de nommer")
        verbose_name_plural = _("autorisations de nommer")

    def __str__(self) -> str:
        return f"{self.nom}, {self.role}"

    def couvre(self, portee: str, jour: datetime.date) -> bool:
        """Say whether the person accepts, on `jour`, to be named in a place."""
        return self.est_valide(jour) and self.portee in {portee, PorteeNom.SITE}


class AutorisationImage(Accord):
    """A person who can be recognised in images, and accepts to be shown."""

    personne = models.CharField(
        _("personne"),
        max_length=120,
        help_text=_("De quoi la retrouver : son nom, ou le numéro de son formulaire. Le site ne le montre jamais."),
    )

    donnees = Carte(
        PERSONNE_MONTREE.dans("personne donnee_le jusqu_au retiree_le preuve"),
        ACTE.dans("enregistree_par enregistree_le"),
        autres="id",
    )

    class Meta:
        ordering = ("personne", "-jusqu_au")
        verbose_name = _("autorisation de montrer")
        verbose_name_plural = _("autorisations de montrer")

    def __str__(self) -> str:
        return _now("%(personne)s, jusqu’au %(jour)s") % {"personne": self.personne, "jour": self.jusqu_au.isoformat()}
