"""Which bytes of a file are asked for: one range (RFC 9110, section 14), as players and broken downloads ask."""

import re
from typing import Any, Final

from django.http import HttpRequest

# Nineteen digits hold any size; Python refuses to read thousands.
UNE_PLAGE: Final = re.compile(r"bytes=(\d{0,19})-(\d{0,19})", re.ASCII | re.IGNORECASE)


class PlageImpossible(ValueError):
    """The file has none of the bytes that are asked for."""


class Extrait:
    """Some bytes of an open file, read as a file is."""

    def __init__(self, fichier: Any, plage: range) -> None:
        """Keep an open file, which `close` closes, and the bytes to give."""
        fichier.seek(plage.start)
        self._fichier, self._reste = fichier, len(plage)
        self.close = fichier.close

    def read(self, taille: int = -1) -> bytes:
        """Return the next bytes, `taille` at most."""
        lus: bytes = self._fichier.read(self._reste if taille < 0 else min(taille, self._reste))
        self._reste -= len(lus)
        return lus


def plage_demandee(requete: HttpRequest, taille: int, etag: str) -> range | None:
    """Return the bytes that a request asks for; nothing when it gets the whole file, several ranges included.

    Args:
        requete: only a GET may ask for a range.
        taille: the size of the file, in bytes.
        etag: names the file; empty when nobody may keep it. A range of another file (`If-Range`) is not given.

    Raises:
        PlageImpossible: it begins after the end.
    """
    demande = UNE_PLAGE.fullmatch(requete.headers.get("Range", "").strip())
    if requete.method != "GET" or demande is None or requete.headers.get("If-Range", etag) != etag:
        return None
    debut, fin = demande.groups()
    if (debut and fin and int(debut) > int(fin)) or not debut + fin:
        return None
    premier = int(debut) if debut else max(taille - int(fin), 0)
    dernier = min(int(fin), taille - 1) if debut and fin else taille - 1
    if premier > dernier:
        raise PlageImpossible
    return range(premier, dernier + 1)
