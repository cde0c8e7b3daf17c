"""Plain text and tables of values: decoded whole, or refused."""

import csv
import re
from itertools import islice
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .formats import Format
from .refus import DocumentRefuse

BOM: Final = b"\xef\xbb\xbf"
LIGNES_LUES: Final = 30
_COMMANDES: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BALISES: Final = re.compile(r"\s*<(?:!|\?|html|head|body|script|svg|xml)", re.IGNORECASE)
SOUS_TITRES = _("Ce fichier est une piste de sous-titres. Déposez-la avec l’enregistrement qu’elle sous-titre.")
CODE = _("Ce fichier est une page web ou un dessin, qui peut contenir un programme. Exportez-le en PDF.")


def nettoyer_texte(octets: bytes, inconnu: Promise) -> tuple[Format, bytes]:
    """Return a plain text in UTF-8, and what it is. What Windows wrote in its own alphabet is understood.

    Raises:
        DocumentRefuse: it holds what no text does (`inconnu` says it), or it would run in a browser.
    """
    texte = _decoder(octets)
    if texte is None or _COMMANDES.search(texte):
        raise DocumentRefuse(str(inconnu))
    if texte.startswith("WEBVTT"):
        raise DocumentRefuse(str(SOUS_TITRES))
    if _BALISES.match(texte):
        raise DocumentRefuse(str(CODE))
    marque = BOM if octets.startswith(BOM) else b""  # a spreadsheet reads the accents by it
    return (Format.CSV if _est_un_tableau(texte) else Format.TEXTE), marque + texte.encode()


def _decoder(octets: bytes) -> str | None:
    for alphabet in ("utf-8-sig", "cp1252"):
        try:
            return octets.decode(alphabet)
        except UnicodeDecodeError:
            continue
    return None


def _est_un_tableau(texte: str) -> bool:
    """Say whether the first lines all have as many columns, two or more."""
    lignes = list(islice((ligne for ligne in texte.splitlines() if ligne.strip()), LIGNES_LUES))
    for separateur in ";\t,":
        try:
            colonnes = {len(rangee) for rangee in csv.reader(lignes, delimiter=separateur) if rangee}
        except csv.Error:  # a field longer than any of a table
            return False
        if len(lignes) > 1 and len(colonnes) == 1 and colonnes != {1}:
            return True
    return False
