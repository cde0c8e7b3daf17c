"""The vocabulary of the room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EtatEdition(TextChoices):
    """Where the day of an edition stands, seen from today."""

    AVANT = "avant", _("à venir")
    JOUR = "jour", _("aujourd’hui")
    APRES = "apres", _("passée")


class Palette(TextChoices):
    """The pair of threads of an edition; the site's stylesheet knows each, and madder always ties them."""

    HABITUELLE = "", _("églantine et gaude (celle du site)")
    MOUSSE = "mousse", _("mousse et gaude")
    CREME = "creme", _("crème et églantine")


class Ton(TextChoices):
    """The field of colour of a framed note."""

    LIN = "lin", _("lin (discret)")
    GAUDE = "gaude", _("jaune")
    EGLANTINE = "eglantine", _("rose")
    MOUSSE = "mousse", _("vert tendre")
