"""What a release must agree on: its embargo and its hour, its date and its hour, its one end, its four answers."""

import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from reseau.horloge import maintenant

from ...etats import Diffusion, GenreCommunique
from ...presentation import date_courte
from ..constats import Constat, Regle, Severite
from ..pieces import pieces

_FIN = re.compile(r"^\s*[-–—]\s*30\s*[-–—]\s*$", re.MULTILINE)


def diffusion(page: Any) -> Iterator[Constat]:
    """Yield what disagrees between the mention, the hour and the date. An hour that has come is no fault."""
    heure = page.go_live_at
    if page.diffusion == Diffusion.EMBARGO and not heure:
        yield Constat("diffusion", _("Un embargo a une heure : choisissez-la dans « Définir un horaire »."))
    if page.diffusion == Diffusion.IMMEDIATE and heure and heure > maintenant():
        yield Constat("diffusion", _("Une heure de publication est fixée : la diffusion est « sous embargo »."))
    if heure and page.date and (jour := heure.astimezone(ZoneInfo(settings.TIME_ZONE)).date()) != page.date:
        message = _("La date du texte diffère de celle de sa publication, le %(jour)s.")
        yield Constat("date", message % {"jour": date_courte(jour)})


def fin_ecrite(page: Any) -> Iterator[Constat]:
    """Yield where the end was typed: the site writes it, and there is only one."""
    for piece in pieces(page):
        if _FIN.search(piece.texte):
            yield Constat(piece.chemin, _("Enlevez « – 30 – » : le site l’ajoute à la fin."))


def avis_complet(page: Any) -> Iterator[Constat]:
    """Yield what an advisory does not answer."""
    if page.genre == GenreCommunique.AVIS:
        for champ in ("qui", "quoi", "quand", "ou"):
            if not getattr(page, champ).strip():
                nom = page._meta.get_field(champ).verbose_name
                yield Constat(champ, _("Un avis aux médias répond à « %(question)s ».") % {"question": nom})


DIFFUSION = Regle("diffusion", Severite.BLOQUANT, diffusion)
FIN_ECRITE = Regle("fin_ecrite", Severite.BLOQUANT, fin_ecrite)
AVIS_COMPLET = Regle("avis_complet", Severite.BLOQUANT, avis_complet)
