"""One object of a PDF: what it must not hold."""

import re
import zlib
from collections.abc import Iterable
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Stream

from .jpeg import JP2, depouiller_jp2, depouiller_jpeg
from .pdf_permis import ACTION, ACTIONS, CHAMP, IMAGE, NOTE

JPEG_MAX: Final = 100_000_000
XMP: Final = re.compile(rb"<\?xpacket|<x:xmpmeta|<rdf:RDF")
JPEG: Final = b"\xff\xd8\xff"
PHOTOS: Final = ("/DCTDecode", "/JPXDecode")
FILTRES: Final = {
    "/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode", "/CCITTFaxDecode",
    "/JBIG2Decode", *PHOTOS,
}  # fmt: skip
# On any object: what describes it, files hung to it, what runs on an event, thumbnails, forms of another kind.
PARTOUT: Final = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/EF", "/RF", "/Thumb", "/XFA", "/CreatorInfo"),
)
_PERMISES: Final = re.compile(rb"\s*(?:https?:|mailto:|tel:|#|[^:]*\Z)", re.IGNORECASE)
DU_FLUX: Final = ("/Length", "/Filter", "/DecodeParms")
DU_FICHIER: Final = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/Desc", "/ID")
DE_LA_SIGNATURE: Final = (
    *("/Name", "/Location", "/Reason", "/ContactInfo", "/Contents", "/Cert", "/M", "/Prop_Build", "/Reference"),
)


def purger(objet: Any) -> None:
    """Take out of a dictionary what says who, hangs a file or runs; its children come in their turn."""
    if objet.get("/Type") == Name.Filespec or "/EF" in objet:
        enlever(objet, DU_FICHIER)
    enlever(objet, PARTOUT)
    if "/Rect" in objet and "/Subtype" in objet:
        ne_garder(objet, CHAMP if objet.Subtype == Name.Widget else NOTE)
    elif objet.get("/Subtype") == Name.Image:
        ne_garder(objet, IMAGE)
    if objet.get("/FT") == Name.Sig:
        enlever(objet, ("/V",))
    if objet.get("/Type") in {Name.Sig, Name.DocTimeStamp} and "/Filter" in objet:
        enlever(objet, DE_LA_SIGNATURE)
    for cle in ("/A", "/PA", "/OpenAction", "/Next"):
        action = objet.get(cle)
        # The tag of a page has attributes under /A, which name their owner, and what follows a bookmark is a bookmark.
        if not isinstance(action, Dictionary) or "/O" in action or "/Title" in action:
            continue
        if est_permise(action):
            ne_garder(action, ACTION)
        else:
            enlever(action, list(action.keys()))
            del objet[cle]


def est_permise(action: Any) -> bool:
    """Say whether an action leads elsewhere in the document or on the web, and neither runs, sends nor opens a file."""
    if str(action.get("/S")) not in ACTIONS:
        return False
    return action.S != Name.URI or bool(_PERMISES.match(bytes(action.get("/URI", b""))))


def ne_garder(objet: Any, cles: frozenset[str]) -> None:
    """Take out of a dictionary all that is not named."""
    enlever(objet, [cle for cle in objet.keys() if cle not in cles])  # noqa: SIM118 - not a mapping of Python's


def enlever(objet: Any, cles: Iterable[str]) -> None:
    """Take keys out of a dictionary, or of that of a stream, whose length and filters stay."""
    for cle in cles:
        if cle in objet and cle not in DU_FLUX:
            del objet[cle]


def est_une_description(flux: Stream) -> bool:
    """Say whether a stream is XMP: by its type, or by its words when nothing packs them."""
    return flux.get("/Type") == Name.Metadata or ("/Filter" not in flux and bool(XMP.search(flux.read_raw_bytes())))


def image_depilee(flux: Stream) -> bytes | None:
    """Return the photo that a stream is, or holds deflated: a JPEG or a JPEG 2000; nothing when it is none.

    Raises:
        ValueError: it is packed in a way that no tool uses, where anything could hide.
    """
    filtres = flux.get("/Filter")
    noms = [str(nom) for nom in filtres] if isinstance(filtres, Array) else [str(filtres)] if filtres else []
    if set(noms) - FILTRES:
        raise ValueError("unknown filter")
    octets = flux.read_raw_bytes()
    if not noms:
        return octets if octets.startswith(JPEG) else None
    if noms[-1] not in PHOTOS:
        return None
    for nom in noms[:-1]:
        if nom != "/FlateDecode":
            raise ValueError("a photo packed as nobody does")
        octets = zlib.decompressobj().decompress(octets, JPEG_MAX)
    return octets


def depouiller_la_photo(octets: bytes) -> bytes:
    """Return a photo of a PDF without metadata. Raises as `depouiller_jpeg`."""
    return depouiller_jp2(octets) if octets.startswith(JP2) else depouiller_jpeg(octets)
