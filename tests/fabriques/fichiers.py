"""Files to give, and documents made of them."""

import io
from typing import Any

import pikepdf
from django.core.files.base import ContentFile

from medias.models import DocumentCampagne


def un_pdf(*mots: str, pages: int = 1) -> bytes:
    """Return a PDF, of as many pages; `mots`, one per line, are written on the first."""
    lignes = " ".join(f"({mot}) Tj T*" for mot in mots)
    with pikepdf.new() as pdf:
        police = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for _rang in range(pages):
            page = pdf.add_blank_page(page_size=(300, 200))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=police))
        texte = f"BT /F1 12 Tf 14 TL 20 150 Td {lignes} ET".encode("latin-1")
        pdf.pages[0].Contents = pdf.make_stream(texte)
        sortie = io.BytesIO()
        pdf.save(sortie, compress_streams=False)
    return sortie.getvalue()


def un_document(octets: bytes = b"", **champs: Any) -> DocumentCampagne:
    """Return a document stored as the site stores them."""
    fichier = ContentFile(octets or un_pdf("La note"), name="gaetane-beausejour.bin")
    return DocumentCampagne.objects.create(**{"title": "Note", "file": fichier, **champs})
