"""Who a text or a file is for. In the lowest room: documents have a level, and so have pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Niveau(models.TextChoices):
    """Who a text is for."""

    PUBLIC = "public", _("public")
    MEMBRES = "membres", _("réservé aux membres")
    TRAVAIL = "travail", _("document de travail")
