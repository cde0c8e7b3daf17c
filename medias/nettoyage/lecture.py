"""Read the words of a clean document, for the search; reading them never fails, it finds less."""

import logging
import re
import time
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, StreamObject

from .archive import Reste, deplier
from .balises import Attributs, local
from .formats import Format

journal = logging.getLogger(__name__)

SIGNES_MAX: Final = 300_000  # of text: a book of 150 pages
SECONDES_MAX: Final = 20.0
PAGE_MAX: Final = 4 * 1024 * 1024  # of drawing, unpacked, on one page: a map or a plan, whose words are few
# By format, the parts that hold words, the marks that hold them, and those that end a line.
_PARTIES: Final[dict[Format, tuple[re.Pattern[str], str]]] = {
    Format.DOCX: (re.compile(r"word/(?:document|footnotes|endnotes)\.xml"), "t"),
    Format.PPTX: (re.compile(r"ppt/slides/slide\d+\.xml"), "t"),
    Format.XLSX: (re.compile(r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"), "t"),
    Format.ODT: (re.compile(r"content\.xml"), "body"),
    Format.ODS: (re.compile(r"content\.xml"), "body"),
    Format.ODP: (re.compile(r"content\.xml"), "body"),
    Format.EPUB: (re.compile(r".*\.x?html?"), "body"),
}
_FINS: Final = {"p", "si", "h", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "tr"}


def lire(octets: bytes, format_: Format) -> tuple[str, int | None]:
    """Return the words of a document, and how many pages it has when its format has pages."""
    try:
        if format_ is Format.PDF:
            return _lire_pdf(octets)
        if format_ in _PARTIES:
            return _lire_archive(octets, format_), None
        return octets.decode("utf-8-sig")[:SIGNES_MAX], None
    except Exception as erreur:  # noqa: BLE001 - a help to the search: a document without its words is still one
        journal.warning("the words of a document could not be read: %s", type(erreur).__name__)
        return "", None


def _lire_pdf(octets: bytes) -> tuple[str, int | None]:
    pages = PdfReader(BytesIO(octets)).pages
    nombre, limite, mots = len(pages), time.monotonic() + SECONDES_MAX, ""
    for page in pages:
        try:
            if _est_demesuree(page):
                continue
            mots += page.extract_text().replace("\0", "") + "\n"
        except Exception as erreur:  # noqa: BLE001 - one page drawn by hand does not hide the others
            journal.warning("the words of a page could not be read: %s", type(erreur).__name__)
        if len(mots) > SIGNES_MAX or time.monotonic() > limite:
            break
    return mots[:SIGNES_MAX].strip(), nombre


def _est_demesuree(page: PageObject) -> bool:
    """Say whether the drawing of a page is too long to be read in time: nothing stops it once begun."""
    contenu = page["/Contents"].get_object() if "/Contents" in page else None
    poids = 0
    for objet in contenu if isinstance(contenu, ArrayObject) else (contenu,):
        flux = objet.get_object() if objet is not None else None
        poids += len(flux.get_data()) if isinstance(flux, StreamObject) else 0
        if poids > PAGE_MAX:
            return True
    return False


def _lire_archive(octets: bytes, format_: Format) -> str:
    parties, balise = _PARTIES[format_]
    membres = deplier(octets, Reste())
    mots = ""
    for nom in sorted((nom for nom in membres if parties.fullmatch(nom)), key=_rang):
        try:
            mots += _Lecteur(balise).lire(membres[nom]) + "\n"
        except ExpatError:
            continue
        if len(mots) > SIGNES_MAX:
            break
    return mots[:SIGNES_MAX].strip()


def _rang(nom: str) -> list[tuple[int, str]]:
    return [(int(nombre or 0), mot) for mot, nombre in re.findall(r"(\D+)(\d*)", nom)]


class _Lecteur:
    """Gathers what is written inside one kind of mark."""

    def __init__(self, balise: str) -> None:
        self.balise = balise
        self.dedans = 0
        self.mots: list[str] = []

    def lire(self, octets: bytes) -> str:
        lecteur = ParserCreate()
        lecteur.buffer_text = True
        lecteur.StartElementHandler = self._ouvrir
        lecteur.EndElementHandler = self._fermer
        lecteur.CharacterDataHandler = self._dire
        lecteur.Parse(octets, True)
        return "".join(self.mots).strip()

    def _ouvrir(self, balise: str, _attributs: Attributs) -> None:
        self.dedans += local(balise) == self.balise

    def _fermer(self, balise: str) -> None:
        nom = local(balise)
        self.dedans -= nom == self.balise
        if nom in _FINS:
            self.mots.append("\n")

    def _dire(self, mots: str) -> None:
        if self.dedans:
            self.mots.append(mots)
