"""The address of a page, drawn as squares, for who reads on paper."""

from io import BytesIO
from typing import Any

import qrcode
from django.http import Http404, HttpResponse
from qrcode.image.svg import SvgPathImage

# A quarter of the squares may be smudged or folded.
CORRECTION = qrcode.constants.ERROR_CORRECT_Q


def dessiner(adresse: str) -> bytes:
    """Return the squares of an address as SVG: one path, no style."""
    tampon = BytesIO()
    code: qrcode.QRCode = qrcode.QRCode(error_correction=CORRECTION, box_size=10, border=4)
    code.add_data(adresse)
    code.make_image(image_factory=SvgPathImage).save(tampon)
    return tampon.getvalue()


def repondre_en_qr(page: Any) -> HttpResponse:
    """Answer with the address of a public page, drawn.

    Raises:
        Http404: the page has no address that anyone could follow.
    """
    adresse = page.full_url if page.live else ""
    if not adresse:
        raise Http404
    reponse = HttpResponse(dessiner(adresse), content_type="image/svg+xml")
    reponse["Cache-Control"] = "public, max-age=3600"
    return reponse
