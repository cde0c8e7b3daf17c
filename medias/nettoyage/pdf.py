"""PDF: who made it, what hangs to it and what runs are taken out; its pages, tags and language stay.

Written again from what its pages reach, so that what an editor erased before is gone for good.
"""

import io
import re
import warnings
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from .pdf_objets import depouiller_la_photo, enlever, est_une_description, image_depilee, ne_garder, purger
from .pdf_permis import CHAMP, DOCUMENT, FICHIER, NOMS, NOTE, PAGE
from .refus import ABIME, PROTEGE, TROP_GROS_DEPLIE, DocumentRefuse

# A small file can be made to swell a thousand times while it is read: these bounds hold for the whole process.
pikepdf.settings.set_qpdf_limits(
    doc_max_warnings=500, flate_max_memory=100_000_000, run_length_max_memory=100_000_000,
    png_max_memory=100_000_000, tiff_max_memory=100_000_000,
)  # fmt: skip
OBJETS_MAX: Final = 300_000
QUEUE: Final = 2048
# Dictionaries whose keys are names that somebody chose: what they hold is read, what they are called is left.
NOMMES: Final = {
    "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/CharProcs", "/Dests",
    "/RoleMap", "/ClassMap", "/Colorants",
}  # fmt: skip
# What a PDF says it conforms to: a part, and a level. Nothing else of its own description is read.
_CONFORME: Final = re.compile(
    rb"(pdf(?:ua|a)id):(part|conformance|rev)(?:\s[^<>]*)?(?:>|=[\"'])\s*([0-9A-Za-z]{1,4})\s*[<\"']"
)
_ESPACES: Final = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}


def nettoyer_pdf(octets: bytes) -> bytes:
    """Return a PDF cleaned, without title. Raises `DocumentRefuse`, and what pikepdf raises of a broken file."""
    if b"%%EOF" not in octets[-QUEUE:]:
        raise DocumentRefuse(str(ABIME))
    with _ouvrir(octets) as pdf:
        if not len(pdf.pages):
            raise DocumentRefuse(str(ABIME))
        if len(pdf.objects) > OBJETS_MAX:
            raise DocumentRefuse(str(TROP_GROS_DEPLIE))
        conformite = _conformite(pdf)
        _purger_le_document(pdf)
        for objet in pdf.objects:
            if isinstance(objet, Stream):
                _nettoyer_le_flux(objet)
        _decrire(pdf, "", conformite)
        propre = _ecrire(pdf)
    with _ouvrir(propre) as pdf:  # written twice, it is the same as when it is given again: a sum tells it
        return _ecrire(pdf)


def intituler(octets: bytes, titre: str) -> bytes:
    """Return a clean PDF with a title, which readers show and assistive technologies say."""
    with _ouvrir(octets) as pdf:
        _decrire(pdf, titre, _conformite(pdf))
        return _ecrire(pdf)


def _ouvrir(octets: bytes) -> Pdf:
    try:
        pdf = pikepdf.open(io.BytesIO(octets))
    except pikepdf.PasswordError as erreur:
        raise DocumentRefuse(str(PROTEGE)) from erreur
    if pdf.is_encrypted:
        pdf.close()
        raise DocumentRefuse(str(PROTEGE))
    return pdf


def _nettoyer_le_flux(flux: Stream) -> None:
    """Empty what describes, wherever it hangs; take out of a photo all but its pixels."""
    if est_une_description(flux):
        flux.write(b"")
    elif photo := image_depilee(flux):
        filtres = flux.get("/Filter")
        dernier: Any = filtres[-1] if isinstance(filtres, Array) else filtres
        flux.write(depouiller_la_photo(photo), filter=dernier)


def _purger_le_document(pdf: Pdf) -> None:
    ne_garder(pdf.trailer, FICHIER)
    ne_garder(pdf.Root, DOCUMENT)
    for page in pdf.pages:
        ne_garder(page.obj, PAGE)
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else ():
            if isinstance(note, Dictionary):
                ne_garder(note, CHAMP if note.get("/Subtype") == Name.Widget else NOTE)
    if isinstance(noms := pdf.Root.get("/Names"), Dictionary):
        ne_garder(noms, NOMS)
    nommes = {
        valeur.objgen
        for objet in pdf.objects
        if isinstance(objet, Dictionary | Stream)
        for cle, valeur in objet.items()
        if cle in NOMMES and isinstance(valeur, Dictionary) and valeur.is_indirect
    }
    for objet in pdf.objects:
        _balayer(objet, nommes)


def _balayer(objet: Any, nommes: set[tuple[int, int]]) -> None:
    """Purge an object and all that it holds itself; what it refers to comes in its turn."""
    pile: list[tuple[Any, bool]] = [(objet, objet.is_indirect and objet.objgen in nommes)]
    while pile:
        present, est_nomme = pile.pop()
        if isinstance(present, Array):
            pile += [(valeur, False) for valeur in present if _est_dedans(valeur)]
        elif isinstance(present, Dictionary | Stream):
            if not est_nomme:
                purger(present)
            pile += [(valeur, cle in NOMMES) for cle, valeur in present.items() if _est_dedans(valeur)]


def _est_dedans(valeur: Any) -> bool:
    return isinstance(valeur, Array | Dictionary) and not valeur.is_indirect


def _conformite(pdf: Pdf) -> dict[tuple[str, str], str]:
    """Return what the PDF says it conforms to, by prefix and name."""
    dit = pdf.Root.get("/Metadata")
    xmp = dit.read_bytes() if isinstance(dit, Stream) else b""
    return {(prefixe.decode(), nom.decode()): valeur.decode() for prefixe, nom, valeur in _CONFORME.findall(xmp)}


def _decrire(pdf: Pdf, titre: str, conformite: dict[tuple[str, str], str]) -> None:
    """Write the title and what the PDF conforms to, and nothing else."""
    lignes = [f"<{prefixe}:{nom}>{valeur}</{prefixe}:{nom}>" for (prefixe, nom), valeur in sorted(conformite.items())]
    if titre:
        lignes.append(f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(titre)}</rdf:li></rdf:Alt></dc:title>')
        pdf.docinfo["/Title"] = titre
    if not lignes:
        return
    espaces = "".join(f' xmlns:{prefixe}="{adresse}"' for prefixe, adresse in _ESPACES.items())
    xmp = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"{espaces}>{"".join(lignes)}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="r"?>'
    )
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, xmp.encode(), Type=Name.Metadata, Subtype=Name.XML))


def _ecrire(pdf: Pdf) -> bytes:
    enlever(pdf.trailer, ("/ID",))  # made anew from what is written
    sortie = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate
    with warnings.catch_warnings():  # forms that no list names, as some tools leave them: they stay as they were
        warnings.simplefilter("ignore")
        pdf.save(sortie, deterministic_id=True, object_stream_mode=mode, fix_metadata_version=False)
    return sortie.getvalue()
