"""Files of recordings that no row refers to: a process killed between a file and its row leaves one, raw perhaps."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from .enregistrements import AFFICHES, PRETS, RECUS, Enregistrement
from .pannes import StockageIndisponible
from .rangement import effacer

# A file is stored before its row is written, by a request or a preparation that both end well before.
REPIT: Final = timedelta(days=1)


def effacer_les_orphelins() -> int:
    """Delete them once they are a day old; return how many."""
    stockage = Enregistrement(title="").file.storage
    try:
        orphelins = list(_orphelins(stockage))
    except StockageIndisponible:  # another time
        return 0
    effacer(stockage, *orphelins)
    return len(orphelins)


def _orphelins(stockage: Any) -> Iterator[str]:
    tenus = {nom for paire in Enregistrement.objects.values_list("file", "thumbnail") for nom in paire}
    avant = timezone.now() - REPIT
    for dossier in (RECUS, PRETS, AFFICHES):
        try:
            noms = stockage.listdir(dossier)[1]
        except FileNotFoundError:  # nothing was ever stored there
            continue
        for nom in (f"{dossier}/{court}" for court in noms):
            if nom not in tenus and stockage.get_modified_time(nom) < avant:
                yield nom
