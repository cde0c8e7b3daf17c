"""A QR code as one path of an SVG: nothing inline for the policy of the page to allow, no image to store."""

from typing import NamedTuple

from qrcode.main import QRCode


class Trace(NamedTuple):
    """The side, in modules with their margin, and the path of the dark ones."""

    cote: int
    chemin: str


def tracer(texte: str) -> Trace:
    """Return the QR code of a text."""
    code: QRCode = QRCode(border=4)
    code.add_data(texte)
    rangs = code.get_matrix()
    noirs = (f"M{x} {y}h1v1h-1z" for y, rang in enumerate(rangs) for x, noir in enumerate(rang) if noir)
    return Trace(len(rangs), "".join(noirs))
