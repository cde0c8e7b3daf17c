"""LibreOffice files: who wrote, who remarked and which printer are taken out; the words stay."""

import re
from typing import Final

from .archive import replier
from .balises import Attributs, Consigne, local, recrire
from .formats import PAR_GENRE, Format
from .membres import adresse_permise, est_un_nom_de_fichier, nettoyer_membre, sans
from .refus import ABIME, MACROS, PROTEGE, DocumentRefuse

MANIFESTE: Final = "META-INF/manifest.xml"
GENRE: Final = "mimetype"
PERMIS: Final = (Format.ODT, Format.ODS, Format.ODP)
_PROGRAMME: Final = re.compile(r"(?:^|/)(?:basic|scripts|dialogs)/", re.IGNORECASE)
JETES: Final = (
    "meta.xml", "thumbnails/", "configurations2/", "manifest.rdf", "layout-cache", "versions/", "versionlist.xml",
    "objectreplacements/",  # pictures of the objects inside, which LibreOffice draws again
    "meta-inf/documentsignatures.xml", "meta-inf/macrosignatures.xml",
)  # fmt: skip
_DES_OBJETS: Final = re.compile(r"^Object [^/]+/(?:meta\.xml|manifest\.rdf|Thumbnails/.*|Configurations2/.*)$")
# Settings that name a printer, a database or a moment of writing; those of layout stay.
_REGLAGES: Final = re.compile(
    r"Printer|Rsid|^Current(?:Database|User)|^EmbeddedDatabase|^(?:Last|Modify)", re.IGNORECASE
)
_QUI: Final = {
    "dc:creator": "Auteur", "dc:date": "2000-01-01T00:00:00", "meta:creator-initials": "", "loext:sender-initials": "",
    "meta:date-string": "", "officeooo:creator-initials": "",
}  # fmt: skip


def nettoyer_odf(membres: dict[str, bytes]) -> tuple[Format, bytes]:
    """Return a LibreOffice file cleaned, and what it is. Raises `DocumentRefuse`."""
    format_ = PAR_GENRE.get(membres[GENRE].decode(errors="replace").strip())
    if format_ not in PERMIS or MANIFESTE not in membres or "content.xml" not in membres:
        raise DocumentRefuse(str(ABIME))
    if b"encryption-data" in membres[MANIFESTE]:
        raise DocumentRefuse(str(PROTEGE))
    if any(map(_PROGRAMME.search, membres)):
        raise DocumentRefuse(str(MACROS))
    gardes, jetes = sans(membres, JETES)
    jetes |= {nom for nom in gardes if _DES_OBJETS.match(nom)}
    propres = {nom: _nettoyer(nom, octets, jetes) for nom, octets in gardes.items() if nom not in jetes}
    return format_, replier(propres, tel_quel=GENRE)


def _nettoyer(nom: str, octets: bytes, jetes: set[str]) -> bytes:
    if nom == GENRE:
        return octets.strip()
    if nom == MANIFESTE:
        return recrire(octets, Consigne(lambda _balise, attributs: _ligne(attributs, jetes)))
    return nettoyer_membre(nom, octets, Consigne(_trier, _QUI))


def _ligne(attributs: Attributs, jetes: set[str]) -> Attributs | None:
    """Throw away the line of the manifest of a file, or a folder, that is no more."""
    chemin = attributs.get("manifest:full-path", "")
    vide = chemin.endswith("/") and chemin != "/" and any(nom.startswith(chemin) for nom in jetes)
    return None if vide or chemin in jetes or chemin.lower().startswith(JETES) else attributs


def _trier(balise: str, attributs: Attributs) -> Attributs | None:
    nom = local(balise)
    if nom in {"scripts", "event-listeners"}:
        return None
    if nom == "config-item" and _REGLAGES.search(attributs.get("config:name", "")):
        return None
    return {
        attribut: _valeur(attribut, valeur)
        for attribut, valeur in attributs.items()
        if not local(attribut).startswith("rsid")
    }


def _valeur(attribut: str, valeur: str) -> str:
    if local(attribut) == "href":
        # Inside, a path has no scheme and does not climb; outside, it is an address of the web or nothing.
        dehors = re.match(r"[a-z][a-z+.-]*:|\.\./|/", valeur, re.IGNORECASE)
        return "" if dehors and not adresse_permise(valeur) else valeur
    return "Image" if attribut == "draw:name" and est_un_nom_de_fichier(valeur) else valeur
