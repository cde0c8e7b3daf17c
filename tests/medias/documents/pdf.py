"""A PDF that says all that a PDF can of who made it, and with what."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ..photos import AUTEUR, SERIE, XMP, photo
from .bureautique import MOTS, SON_DISQUE


def pdf_bavard() -> bytes:
    """Return a PDF that says all that a PDF can, erased words included: what an editor leaves behind a new version."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 200))
    page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 150 Td ({MOTS}) Tj ET".encode())
    police = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    image = pdf.make_stream(
        photo("JPEG"), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=20, ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8, Filter=Name.DCTDecode, Metadata=pdf.make_stream(XMP),
    )  # fmt: skip
    page.Resources = Dictionary(Font=Dictionary(F1=police, AF=police), XObject=Dictionary(I=image))
    page.PieceInfo = Dictionary(Prive=Dictionary(Qui=String(AUTEUR)))
    page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{AUTEUR}')")))
    page.Annots = Array(_notes(pdf))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:creator"] = [AUTEUR]
        xmp["pdfuaid:part"] = "1"
    pdf.docinfo["/Author"], pdf.docinfo["/Title"] = AUTEUR, f"Microsoft Word - {AUTEUR}.docx"
    pdf.docinfo["/CreationDate"] = "D:20260314092653-04'00'"
    pdf.attachments["gaetane.txt"] = pikepdf.AttachedFileSpec(
        pdf,
        AUTEUR.encode(),
        description=AUTEUR,
        filename="gaetane.txt",
        mime_type="text/plain",
        creation_date="D:20260314092653Z",
        mod_date="D:20260314092653Z",
    )
    racine = pdf.Root
    racine.Lang = String("fr-CA")
    racine.MarkInfo = Dictionary(Marked=True)
    racine.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    racine.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Dictionary(S=Name.P, P=racine)))
    racine.OpenAction = Dictionary(S=Name.Launch, F=String("gaetane.exe"))
    racine.Names.JavaScript = Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String(SERIE))]))
    sortie = io.BytesIO()
    racine.AcroForm = Dictionary(Fields=Array([page.Annots[-1]]))
    pdf.save(sortie, compress_streams=False)
    pdf.close()
    return sortie.getvalue() + _ajout(sortie.getvalue())


def _notes(pdf: Any) -> list[Any]:
    rect = Array([0, 0, 9, 9])
    note = {"Type": Name.Annot, "Rect": rect}
    web, dossier = "https://exemple.org/", SON_DISQUE
    return [
        pdf.make_indirect(Dictionary(sorte))
        for sorte in (
            {
                **_cles(note),
                "/Subtype": Name.Text,
                "/T": String(AUTEUR),
                "/M": String("D:20260314"),
                "/Contents": String("Ici"),
            },
            {**_cles(note), "/Subtype": Name.Link, "/A": Dictionary(S=Name.URI, URI=String(web))},
            {**_cles(note), "/Subtype": Name.Link, "/A": Dictionary(S=Name.URI, URI=String(dossier))},
            {
                **_cles(note),
                "/Subtype": Name.Link,
                "/A": pdf.make_indirect(Dictionary(S=Name.Launch, F=String("gaetane"))),
            },
            {**_cles(note), "/Subtype": Name.Widget, "/FT": Name.Tx, "/T": String("reponse")},
        )
    ]


def _cles(champs: dict[str, Any]) -> dict[str, Any]:
    return {f"/{nom}": valeur for nom, valeur in champs.items()}


def _ajout(avant: bytes) -> bytes:
    """Return what an editor appends to a file it changes: what was before is still there, unreached."""
    debut = avant.rindex(b"startxref")
    objet = len(avant)
    ancien = int(avant[debut:].split()[1])
    racine = avant[avant.rindex(b"/Root") :].split(b"/Root")[1].split()[0]
    corps = f"9000 0 obj\n(Ancien texte de {AUTEUR})\nendobj\n".encode()
    table = f"xref\n9000 1\n{objet:010d} 00000 n \ntrailer\n<< /Size 9001 /Root ".encode() + racine
    suite = f" 0 R /Prev {ancien} >>\nstartxref\n{objet + len(corps)}\n%%EOF\n".encode()
    return corps + table + suite
