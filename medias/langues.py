"""The languages of a file or of someone’s words: what is written, what is spoken, what is captioned."""

from typing import Final

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Langue(models.TextChoices):
    """By its code of BCP 47: those of the country, Spanish, and three Indigenous languages spoken in Québec."""

    FRANCAIS = "fr", _("français")
    ANGLAIS = "en", _("anglais")
    ESPAGNOL = "es", _("espagnol")
    INUKTITUT = "iu", _("inuktitut")
    CRI = "cr", _("cri")
    INNU = "moe", _("innu")


_PAR_CODE: Final = {langue.value: langue for langue in Langue}
_D_ICI: Final = {Langue.FRANCAIS, Langue.ANGLAIS}


def langue_active() -> Langue:
    """Return the language of the page being made: that of its address."""
    code = (get_language() or settings.LANGUAGE_CODE)[:2]
    return _PAR_CODE.get(code, Langue.FRANCAIS)


def etiquette(langue: str) -> str:
    """Return a language as `lang` says it: the French and the English of here, « fr-CA » and « en-CA »."""
    return f"{langue}-CA" if langue in _D_ICI else str(langue)


def autre_langue(langue: str) -> str:
    """Return what `lang` must say of words in `langue` on the page being made; nothing when it is the page’s own."""
    return "" if langue == langue_active() else etiquette(langue)
