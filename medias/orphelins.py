"""Files that no row names: a process killed between a file and its row, or a deletion that failed, leaves one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import PurePath
from typing import Any, Final

from django.core.files.storage import default_storage
from django.utils import timezone

from .enregistrements import PRETS
from .pannes import StockageIndisponible
from .rangement import effacer
from .transfert import champs_de_fichiers, noms_connus, noms_presents

# A file is stored before its row is written, by a request or a preparation that both end well before.
REPIT: Final = timedelta(days=1)


def effacer_les_orphelins() -> int:
    """Delete them once they are a day old; return how many."""
    try:
        presents = [nom for dossier in sorted(set(_dossiers())) for nom in noms_presents(default_storage, dossier)]
    except StockageIndisponible:  # another time
        return 0
    orphelins = anciens_orphelins(default_storage, presents)
    effacer(default_storage, *orphelins)
    return len(orphelins)


def anciens_orphelins(magasin: Any, noms: list[str]) -> list[str]:
    """Return, among the names of files read from a storage, those that no row names and that are a day old."""
    connus = set(noms_connus())
    vieux = [nom for nom in noms if nom not in connus and _est_vieux(magasin, nom)]
    # Asked again: a name that goes from one table to another, between two reads, is seen in one of them.
    return sorted(set(vieux) - set(noms_connus())) if vieux else []


def _est_vieux(magasin: Any, nom: str) -> bool:
    try:
        return bool(magasin.get_modified_time(nom) < timezone.now() - REPIT)
    except OSError:  # gone meanwhile, or another time
        return False


def _dossiers() -> Iterator[str]:
    """Yield the folders where fields store their files; nothing else of the storage is looked at."""
    yield PRETS  # where a recording goes once it is ready
    for modele, champ in champs_de_fichiers():
        yield PurePath(champ.generate_filename(modele(), "x.bin")).parts[0]
