"""The words that describe a resource."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Genre(models.TextChoices):
    """What a resource offers."""

    ENTRAIDE = "entraide", _("groupe d’entraide")
    CRISE = "crise", _("centre de crise")
    HEBERGEMENT = "hebergement", _("hébergement")
    MILIEU_DE_VIE = "milieu_de_vie", _("milieu de vie ou centre de jour")
    DEFENSE_DES_DROITS = "droits", _("défense des droits")
    GESTION_AUTONOME = "gestion_autonome", _("groupe en gestion autonome de la médication")
    AUTRE = "autre", _("autre")


class TrancheMembres(models.TextChoices):
    """How many members a resource declares: a band, never a list."""

    INCONNUE = "inconnue", _("inconnue")
    MOINS_DE_20 = "moins_de_20", _("moins de 20")
    DE_20_A_49 = "20_a_49", _("20 à 49")
    DE_50_A_99 = "50_a_99", _("50 à 99")
    CENT_ET_PLUS = "100_et_plus", _("100 et plus")


# What a band guarantees at least; unknown guarantees nothing.
MEMBRES_MINIMUM = {
    TrancheMembres.INCONNUE: 0,
    TrancheMembres.MOINS_DE_20: 0,
    TrancheMembres.DE_20_A_49: 20,
    TrancheMembres.DE_50_A_99: 50,
    TrancheMembres.CENT_ET_PLUS: 100,
}


class EtatInvitation(models.TextChoices):
    """What became of an invitation to join a resource."""

    EN_ATTENTE = "en_attente", _("en attente")
    ACCEPTEE = "acceptee", _("acceptée")
    ANNULEE = "annulee", _("annulée")
    EXPIREE = "expiree", _("expirée")
