"""EPUB books: words and pictures; no program, no name of who made the file."""

import re
from typing import Final

from .archive import replier
from .balises import Attributs, Consigne, local
from .formats import Format
from .membres import nettoyer_membre, sans
from .refus import ABIME, MACROS, PROTEGE, DocumentRefuse

GENRE: Final = "mimetype"
CONTENANT: Final = "META-INF/container.xml"
JETES: Final = ("itunesmetadata", "meta-inf/calibre", "meta-inf/com.apple", "meta-inf/signatures.xml")
_PROGRAMME: Final = re.compile(r"\.m?js$", re.IGNORECASE)
_QUI: Final = {"dc:creator", "dc:contributor", "dc:date"}
_OUTILS: Final = re.compile(r"calibre|sigil|generator|role|file-as|alternate-script", re.IGNORECASE)


def nettoyer_epub(membres: dict[str, bytes]) -> tuple[Format, bytes]:
    """Return a book cleaned. Raises `DocumentRefuse`."""
    if CONTENANT not in membres:
        raise DocumentRefuse(str(ABIME))
    if "META-INF/encryption.xml" in membres:
        raise DocumentRefuse(str(PROTEGE))
    if any(map(_PROGRAMME.search, membres)):
        raise DocumentRefuse(str(MACROS))
    gardes, _jetes = sans(membres, JETES)
    propres = {nom: _nettoyer(nom, octets) for nom, octets in gardes.items()}
    return Format.EPUB, replier(propres, tel_quel=GENRE)


def _nettoyer(nom: str, octets: bytes) -> bytes:
    if nom == GENRE or nom.endswith(".css"):
        return octets
    return nettoyer_membre(nom, octets, Consigne(_trier))


def _trier(balise: str, attributs: Attributs) -> Attributs | None:
    if local(balise) == "script" or balise in _QUI:
        return None
    if local(balise) == "meta" and _OUTILS.search(attributs.get("name", "") or attributs.get("property", "")):
        return None
    return {
        attribut: valeur
        for attribut, valeur in attributs.items()
        if not local(attribut).startswith("on") and not valeur.strip().lower().startswith("javascript:")
    }
