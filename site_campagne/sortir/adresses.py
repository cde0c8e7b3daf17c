"""From an address of the site to a file, and from a file to another. Pure."""

import posixpath
import re
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

# Pages of a list are pages; anything else after « ? » is a choice that a file cannot offer.
PAGINATION: Final = "page"
_INTERDITS: Final = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def normaliser(adresse: str, page: str, hote: str) -> str | None:
    """Return the address that a link leads to on this site: its path, and its page of a list.

    Args:
        adresse: as written in the page.
        page: the address of the page it is written in.
        hote: the name of this site; what leads elsewhere, or nowhere, gives nothing.
    """
    try:
        lue = urlsplit(adresse.strip())
    except ValueError:
        return None
    if lue.scheme not in {"", "http", "https"} or (lue.scheme and not lue.netloc):
        return None
    if (lue.netloc and lue.hostname != hote) or (not lue.path and not lue.query and not lue.netloc):
        return None
    depuis = urlsplit(page).path
    chemin = unquote(lue.path or ("/" if lue.netloc else depuis))
    if not chemin.startswith("/"):
        chemin = posixpath.normpath(posixpath.join(posixpath.dirname(depuis), chemin)) + "/" * chemin.endswith("/")
    numeros = [valeur for nom, valeur in parse_qsl(lue.query) if nom == PAGINATION and valeur.isdigit()]
    return f"{chemin}?{PAGINATION}={numeros[0]}" if numeros and numeros[0] != "1" else chemin


def fichier_de(adresse: str) -> str:
    """Return the name of the file of an address, from the folder of the whole; none leaves that folder."""
    chemin, _marque, demande = adresse.partition("?")
    parties = [_INTERDITS.sub("-", partie) for partie in chemin.split("/") if partie not in {"", ".", ".."}]
    if chemin.endswith("/") or not parties:
        numero = demande.removeprefix(f"{PAGINATION}=")
        parties.append(f"page-{numero}.html" if numero else "index.html")
    return "/".join(parties)


def lien_relatif(de: str, vers: str) -> str:
    """Return how a file names another, as an address."""
    return quote(posixpath.relpath(vers, posixpath.dirname(de) or "."))
