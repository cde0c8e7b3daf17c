"""How long archives are kept, by the instant in their name. Pure: the clock is given."""

import re
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

SITE, COFFRE = "site", "coffre"
# VIE_PRIVEE, section 2: a key destroyed today is in no archive eight days later.
GARDE_DU_COFFRE: Final = timedelta(days=7)
_NOM: Final = re.compile(r"(site|coffre)-(\d{8}T\d{6})Z-[0-9a-f]{4}\.sauvegarde")
_INSTANT: Final = "%Y%m%dT%H%M%S"


def nommer(genre: str, instant: datetime) -> str:
    """Return the name of a new archive."""
    return f"{genre}-{instant.astimezone(UTC).strftime(_INSTANT)}Z-{secrets.token_hex(2)}.sauvegarde"


def instant_de(nom: str, genre: str) -> datetime | None:
    """Return when an archive of this kind was made; nothing for the name of anything else."""
    lu = _NOM.fullmatch(nom)
    if not lu or lu[1] != genre:
        return None
    return datetime.strptime(lu[2], _INSTANT).replace(tzinfo=UTC)


def derniere(noms: Iterable[str], genre: str) -> str | None:
    """Return the newest archive of a kind."""
    return max((nom for nom in noms if instant_de(nom, genre)), default=None)


def perimees_du_coffre(noms: Iterable[str], instant: datetime) -> list[str]:
    """Return the archives of the safe that are seven days old, even the last one: that is the promise."""
    dates = {nom: instant_de(nom, COFFRE) for nom in noms}
    return [nom for nom, date in dates.items() if date and date <= instant - GARDE_DU_COFFRE]


def perimees_du_site(noms: Iterable[str], verifiee: str, jours: int, semaines: int, mois: int) -> list[str]:
    """Return the archives of the site that no rule keeps.

    Args:
        noms: every archive there is.
        verifiee: the one that was just read again to its end: it always stays, and nothing newer is touched.
        jours: how many days keep their newest archive.
        semaines: how many weeks.
        mois: how many months.
    """
    dates = {nom: date for nom in noms if (date := instant_de(nom, SITE))}
    anciennes = sorted((nom for nom in dates if nom <= verifiee), reverse=True)
    gardees = {verifiee}
    for nombre, periode in ((jours, "%Y-%m-%d"), (semaines, "%G-%V"), (mois, "%Y-%m")):
        par_periode: dict[str, str] = {}
        for nom in anciennes:  # the newest of each period first
            par_periode.setdefault(dates[nom].strftime(periode), nom)
        gardees.update(list(par_periode.values())[: max(nombre, 0)])
    return [nom for nom in anciennes if nom not in gardees]
