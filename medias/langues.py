"""The languages of a file: what a document is written in, what is spoken, what is captioned."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Langue(models.TextChoices):
    """By its code of BCP 47: those of the country, Spanish, and three Indigenous languages spoken in Québec."""

    FRANCAIS = "fr", _("français")
    ANGLAIS = "en", _("anglais")
    ESPAGNOL = "es", _("espagnol")
    INUKTITUT = "iu", _("inuktitut")
    CRI = "cr", _("cri")
    INNU = "moe", _("innu")
