"""The files inside an office document: each is cleaned for what it is, and one that we do not know is refused."""

import re
from collections.abc import Callable, Iterable
from typing import Final
from xml.parsers.expat import ExpatError

from django.utils.translation import gettext_lazy as _

from .balises import Attributs, Consigne, recrire
from .incrustes import depouiller
from .refus import ABIME, DocumentRefuse

INCONNU = _(
    "Ce fichier en contient un autre que le site ne sait pas nettoyer (%(sorte)s) : un objet, un son, une vidéo, "
    "un dessin EMF ou WMF… Enlevez-le, ou exportez le document en PDF."
)
_XML: Final = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<", re.DOTALL)
# A bitmap has no place for a note about it. The drawings of Windows and of LibreOffice (EMF, WMF, SVM) have: the name
# of the file they come from, remarks, whole photos. Nothing here reads them: they are refused with what we do not know.
_POINTS: Final = re.compile(rb"BM")
_POLICE: Final = re.compile(r"\.(?:odttf|fntdata|ttf|otf|woff2?)$", re.IGNORECASE)
_NOM_DE_FICHIER: Final = re.compile(r"\.(?:jpe?g|jfif|png|gif|tiff?|bmp|webp|heic|avif|emf|wmf|svg)$", re.IGNORECASE)
_PERMIS: Final = re.compile(r"(?:https?|mailto|tel):|#", re.IGNORECASE)
NEUTRE: Final = "about:blank"

Tri = Callable[[str, Attributs], Attributs | None]


def nettoyer_membre(nom: str, octets: bytes, consigne: Consigne) -> bytes:
    """Return one file of an office document, clean. Raises `DocumentRefuse`."""
    try:
        propre = depouiller(octets)
    except ValueError as erreur:
        raise DocumentRefuse(str(ABIME)) from erreur
    if propre is not None:
        return propre
    if _POLICE.search(nom) or _POINTS.match(octets):
        return octets
    if _XML.match(octets):
        try:
            return recrire(octets, consigne)
        except ExpatError as erreur:
            raise DocumentRefuse(str(ABIME)) from erreur
    if not octets:
        return octets
    raise DocumentRefuse(str(INCONNU) % {"sorte": nom.rpartition(".")[2][:20]})


def est_un_nom_de_fichier(valeur: str) -> bool:
    """Say whether the words of an image are the name of the file it came from: office software writes it alone."""
    return bool(_NOM_DE_FICHIER.search(valeur.strip()))


def adresse_permise(valeur: str) -> bool:
    """Say whether an address outside the document leads to the web, a mailbox, a phone or inside the document."""
    return bool(_PERMIS.match(valeur.strip()))


def sans(membres: dict[str, bytes], prefixes: Iterable[str]) -> tuple[dict[str, bytes], set[str]]:
    """Return the files of a document without those that begin so, and the names of the latter."""
    debuts = tuple(prefixes)
    jetes = {nom for nom in membres if nom.lower().startswith(debuts)}
    return {nom: octets for nom, octets in membres.items() if nom not in jetes}, jetes
