"""A person named without a recorded consent that covers this page, on the day it goes out."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from medias.models import AutorisationNom, PorteeNom
from reseau.horloge import aujourdhui

from ...blocs.citation_nommee import AutorisationChooser
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the places where a person is missing, or accepts no longer, or not here; a page says its own scope."""
    portee, jour = getattr(page, "portee_des_noms", PorteeNom.SITE), jour_de_sortie(page)
    for piece in pieces(page):
        if _nomme(piece):
            yield from (Constat(piece.chemin, faute) for faute in fautes(piece.valeur, portee, jour))


def jour_de_sortie(page: Any) -> date:
    """Return the day, in Québec, when a page goes out: that of its embargo, or today."""
    heure = page.go_live_at
    embargo = heure.astimezone(ZoneInfo(settings.TIME_ZONE)).date() if heure else aujourdhui()
    return max(embargo, aujourdhui())


def fautes(autorisation: AutorisationNom | None, portee: str, jour: date) -> Iterator[str]:
    """Yield what keeps a person from being named; the sentence holds no name, since it may be logged."""
    if autorisation is None:
        yield _("Une personne est nommée sans autorisation enregistrée : choisissez-la dans la liste, ou enlevez-la.")
    elif not autorisation.est_valide(jour):
        yield _("L’autorisation d’une personne nommée est échue ou retirée à la date de publication.")
    elif not autorisation.couvre(portee, jour):
        yield _("L’autorisation d’une personne nommée ne couvre pas ce genre de page.")


def _nomme(piece: Piece) -> bool:
    cible = getattr(piece.champ, "related_model", None) if piece.champ is not None else None
    return cible is AutorisationNom or isinstance(piece.bloc, AutorisationChooser)


PERSONNES_NOMMEES = Regle("personne_nommee", Severite.BLOQUANT, chercher)
