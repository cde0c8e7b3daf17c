"""What whoever made a file permits, in the words of those who write licences."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """Whether, and how, others may use a file again."""

    RESERVES = "reserves", _("Tous droits réservés")
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC_BY_NC = "cc-by-nc", "CC BY-NC 4.0"
    CC_BY_NC_SA = "cc-by-nc-sa", "CC BY-NC-SA 4.0"
    CC_BY_ND = "cc-by-nd", "CC BY-ND 4.0"
    CC_BY_NC_ND = "cc-by-nc-nd", "CC BY-NC-ND 4.0"
    PUBLIC = "public", _("Domaine public (CC0)")


ADRESSES: Final = {
    licence.value: f"https://creativecommons.org/licenses/{licence.value.removeprefix('cc-')}/4.0/deed.fr"
    for licence in Licence
    if licence.value.startswith("cc-")
} | {Licence.PUBLIC.value: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr"}
