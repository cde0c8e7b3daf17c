"""Data to PDF/UA-1, by Typst. Thread-safe: Typst works outside Python's lock, and shares nothing but the fonts."""

import hashlib
import json
import tempfile
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import typst

from .images import Illustration
from .signes import POLICES

MODELE: Final = Path(__file__).parent / "modele.typ"


class CompositionImpossible(Exception):
    """Typst refused the document."""


@cache
def polices() -> typst.Fonts:
    """Return our fonts and those inside Typst, read once: the same PDF on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(POLICES)])


@cache
def empreinte_du_modele() -> str:
    """Return what changes when the same data would give another PDF: template, fonts, Typst."""
    somme = hashlib.sha256(version("typst").encode())
    for chemin in (MODELE, *sorted(POLICES.glob("*.ttf"))):
        somme.update(chemin.read_bytes())
    return somme.hexdigest()


def composer(donnees: dict[str, Any], images: Iterable[Illustration], date: datetime) -> bytes:
    """Return the bytes of a PDF.

    Args:
        donnees: what `donnees.donnees_de` returned.
        images: the images that they name.
        date: when this version was written: the same data give the same bytes.

    Raises:
        CompositionImpossible: Typst refused.
        OSError: an image is not there any more.
    """
    with tempfile.TemporaryDirectory(prefix="sortie-") as dossier:
        for image in images:
            (Path(dossier) / image.nom).write_bytes(image.lire())
        try:
            return typst.compile(  # type: ignore[call-overload]  # its stubs want a root in bytes too
                MODELE.read_bytes(),
                root=dossier,
                font_paths=polices(),
                ignore_system_fonts=True,
                sys_inputs={"document": json.dumps(donnees, ensure_ascii=False)},
                timestamp=int(date.timestamp()),
                format="pdf",
                pdf_standards="ua-1",
            )
        except typst.TypstError as refus:
            raise CompositionImpossible(refus.message) from refus
        except BaseException as arret:
            # A panic inside Typst is no `Exception`: unseen, it would end the thread that serves the site.
            if type(arret).__name__ != "PanicException":
                raise
            raise CompositionImpossible(type(arret).__name__) from arret
