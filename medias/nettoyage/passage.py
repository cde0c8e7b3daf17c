"""Tell what a file is by its bytes, and clean it accordingly."""

import re
from collections.abc import Callable
from hashlib import sha1
from typing import IO, Final

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from ..poids import poids_lisible
from .archive import Reste, deplier
from .epub import nettoyer_epub
from .formats import Format
from .odf import nettoyer_odf
from .ooxml import nettoyer_ooxml
from .pdf import intituler, nettoyer_pdf
from .refus import ABIME, DocumentRefuse
from .texte import nettoyer_texte

TETE: Final = 1024
VIDE = _("Ce fichier est vide.")
TROP_LOURD = _("Ce fichier pèse plus que %(limite)s. Allégez-le, puis revenez.")
INCONNU = _("Le site ne prend que des PDF, des fichiers de bureautique (Word, LibreOffice), des EPUB et du texte.")
ARCHIVE = _("Une archive ZIP ne se dépose pas comme un document. Déposez chaque fichier qu’elle contient.")
# What else people give, told by its first bytes.
ETRANGERS: Final = (
    (
        re.compile(rb"\A\xd0\xcf\x11\xe0"),
        _(
            "Ce fichier est d’un ancien format de bureautique, ou protégé par un mot de passe. "
            "Enregistrez-le en DOCX, XLSX ou PPTX sans mot de passe, ou exportez-le en PDF."
        ),
    ),
    (
        re.compile(
            rb"\A(?:\xff\xd8\xff|\x89PNG|GIF8|II[*+]\x00|MM\x00[*+]|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi))", re.DOTALL
        ),
        _("Ce fichier est une image, quel que soit son nom. Déposez-la dans les images."),
    ),
    (
        re.compile(rb"\A(?:ID3|\xff[\xf2-\xfb]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3)", re.DOTALL),
        _("Ce fichier est un son ou une vidéo, quel que soit son nom. Déposez-le dans les enregistrements."),
    ),
    (re.compile(rb"\A\s*\{\\rtf"), _("Le site ne prend pas le format RTF. Enregistrez en DOCX ou en ODT.")),
)


class DocumentNet(ContentFile[bytes]):
    """A document cleaned by `nettoyer`: the only kind that is stored."""

    def __init__(self, octets: bytes, format_: Format, somme: str) -> None:
        """Take the bytes to keep, what they are, and the sum by which the same file given twice is known."""
        super().__init__(octets, name=f"document.{format_.extension}")
        self.format = format_
        self.somme = somme

    def avec_titre(self, titre: str) -> "DocumentNet":
        """Return the document with a title, where its format has a place that readers see."""
        if self.format is not Format.PDF or not titre:
            return self
        return DocumentNet(intituler(self.open().read(), titre), self.format, self.somme)


def nettoyer(fichier: IO[bytes]) -> DocumentNet:
    """Return a new file that reads as `fichier`, whatever its name, and says nothing of who made it.

    Raises:
        DocumentRefuse: it is not a document that the site takes, it is too heavy, protected, or broken.
    """
    octets = _lire(fichier)
    try:
        format_, propres = _nettoyer(octets)
    except DocumentRefuse:
        raise
    except Exception as erreur:  # a hand-made file can fail anywhere in a library: never a 500
        raise DocumentRefuse(str(ABIME)) from erreur
    return DocumentNet(propres, format_, sha1(propres, usedforsecurity=False).hexdigest())


def _lire(fichier: IO[bytes]) -> bytes:
    limite: int = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    fichier.seek(0)
    octets = fichier.read(limite + 1)
    if not octets:
        raise DocumentRefuse(str(VIDE))
    if len(octets) > limite:
        raise DocumentRefuse(str(TROP_LOURD) % {"limite": poids_lisible(limite)})
    return octets


def _nettoyer(octets: bytes) -> tuple[Format, bytes]:
    for signature, message in ETRANGERS:
        if signature.search(octets[:TETE]):
            raise DocumentRefuse(str(message))
    if b"%PDF-" in octets[:TETE]:
        return Format.PDF, nettoyer_pdf(octets)
    if octets.startswith(b"PK"):
        return _nettoyer_archive(octets)
    return nettoyer_texte(octets, INCONNU)


def _nettoyer_archive(octets: bytes) -> tuple[Format, bytes]:
    reste = Reste()
    membres = deplier(octets, reste)
    if "[Content_Types].xml" in membres:
        return nettoyer_ooxml(membres, reste)
    nettoyeur: Callable[[dict[str, bytes]], tuple[Format, bytes]]
    genre = membres.get("mimetype", b"")
    nettoyeur = nettoyer_epub if genre.startswith(Format.EPUB.genre.encode()) else nettoyer_odf
    if not genre:
        raise DocumentRefuse(str(ARCHIVE))
    return nettoyeur(membres)
