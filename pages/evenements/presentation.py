"""When an event takes place, in words."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from ..presentation import date_longue, heure_courte, plage_horaire
from .etats import Modalite

if TYPE_CHECKING:
    from ..models.evenement import Evenement


def moment(debut: datetime, fin: datetime) -> str:
    """Return « samedi 10 octobre 2026, 13 h à 16 h », on the clock of Québec; both days when it lasts overnight.

    Args:
        debut: when it begins, with a time zone.
        fin: when it ends, itself excluded: what ends at midnight ends on the day before.
    """
    fuseau = ZoneInfo(settings.TIME_ZONE)
    du, au = debut.astimezone(fuseau), fin.astimezone(fuseau)
    if heures := _en_un_jour(du, au):
        return f"{date_longue(du.date())}, {heures}"
    return _("du %(debut)s, %(heure_debut)s, au %(fin)s, %(heure_fin)s") % {
        "debut": date_longue(du.date()),
        "heure_debut": heure_courte(du.time()),
        "fin": date_longue(au.date()),
        "heure_fin": heure_courte(au.time()),
    }


def ou(evenement: "Evenement") -> str:
    """Return « Granby, Estrie », « Laval », « en ligne, Estrie »: never more precise than a municipality."""
    region = str(evenement.get_region_display())
    if evenement.modalite == Modalite.EN_LIGNE:
        return _("en ligne, %(region)s") % {"region": region}
    lieu = region if evenement.municipalite in {"", region} else f"{evenement.municipalite}, {region}"
    return lieu if evenement.modalite == Modalite.SUR_PLACE else _("%(lieu)s, et en ligne") % {"lieu": lieu}


def heures(debut: datetime, fin: datetime) -> str:
    """Return what is said under the name of the day: « 13 h à 16 h », or both days when it lasts longer."""
    fuseau = ZoneInfo(settings.TIME_ZONE)
    return _en_un_jour(debut.astimezone(fuseau), fin.astimezone(fuseau)) or moment(debut, fin)


def _en_un_jour(du: datetime, au: datetime) -> str:
    if du.date() == au.date():
        return plage_horaire(du.time(), au.time())
    if au.time() == time.min and au.date() - du.date() == timedelta(days=1):
        return _("%(debut)s à minuit") % {"debut": heure_courte(du.time())}
    return ""
