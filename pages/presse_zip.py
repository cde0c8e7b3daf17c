"""What a newsroom takes in one piece: the PDF, the text, the photographs and a list of them all. Never kept.

The zip is made as it goes out, one file in memory at a time. Nothing in it is compressed twice: a PDF and a JPEG
already are, and the robot of the tests reads what leaves.
"""

import hashlib
import io
import logging
import zipfile
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from medias.ponctuation import intitule
from reseau.horloge import maintenant
from reseau.typographie import typographier

# As large as it was given. Every size of an image comes from its pixels alone: no metadata (`medias.traitement`).
GRANDE: Final = "original|bgcolor-ffffff|format-jpeg|jpegquality-90"
MANIFESTE: Final = "LISEZMOI.txt"
DUREE_DE_LA_TAILLE: Final = 24 * 3600  # a number, which says nothing
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the zip: its name, what reads its bytes (`OSError` when they are gone), what is said of it."""

    nom: str
    lire: Callable[[], bytes]
    dites: tuple[str, ...] = ()


class _Tampon(io.BytesIO):
    """Where `zipfile` writes one file at a time. It may go back inside that file: readers want sizes before bytes."""

    parti = 0

    def tell(self) -> int:
        return self.parti + super().tell()

    def seek(self, position: int, depuis: int = io.SEEK_SET, /) -> int:
        return super().seek(position - self.parti if depuis == io.SEEK_SET else position, depuis)

    def vider(self) -> bytes:
        """Return what was written since the last time, and forget it."""
        octets = self.getvalue()
        self.parti += len(octets)
        super().seek(0)
        self.truncate()
        return octets


def repondre_en_zip(requete: HttpRequest, page: Any, variante: str, pdf: bytes, texte: str) -> StreamingHttpResponse:
    """Answer with the press zip of a release, or of one of its regional versions.

    Args:
        requete: public, or through a signed link (`requete.partage`).
        page: the release, as it stands in memory.
        variante: the code of the region; empty for the whole of Québec.
        pdf: its PDF.
        texte: its plain text.
    """
    nom = f"{page.slug}-{variante}" if variante else page.slug
    pieces = [
        Piece(f"{nom}.pdf", lambda: pdf, (_("Le texte, mis en page."),)),
        Piece(f"{nom}.txt", texte.encode, (_("Le texte seul, pour les salles de nouvelles."),)),
        *_photos(page),
    ]
    partage = getattr(requete, "partage", None)
    cle = "" if partage or not page.live else _cle(page, variante)
    contenu = _ecrire(pieces, _entete(page, partage), page.last_published_at or maintenant(), cle)
    reponse = StreamingHttpResponse(contenu, content_type="application/zip")
    reponse["Content-Disposition"] = content_disposition_header(True, f"{nom}.zip") or ""
    # No cache keeps it: what is taken down is not given again.
    reponse["Cache-Control"] = "no-store" if cle else "private, no-store"
    return reponse


def sans_condition(requete: HttpRequest) -> HttpRequest:
    """Return the same request, whose « unless I have it already » is left out: it was asked of the zip."""
    nue = copy(requete)
    nue.META = {nom: valeur for nom, valeur in requete.META.items() if not nom.startswith("HTTP_IF_")}
    return nue


def taille(page: Any, variante: str) -> int | None:
    """Return how many bytes the last zip of this published version had, when one was made of late."""
    octets: int | None = cache.get(_cle(page, variante))
    return octets


def _cle(page: Any, variante: str) -> str:
    return f"presse_zip:{page.pk}:{page.live_revision_id}:{variante}"


def _photos(page: Any) -> Iterator[Piece]:
    for rang, photo in enumerate(page.photographies, 1):
        try:
            grande = photo.image.get_rendition(GRANDE)
        except (OSError, SourceImageIOError, InvalidFilterSpecError):
            journal.warning("image %s: no copy for the press", photo.image_id)
            continue
        paires = (
            (_("Légende"), typographier(photo.legende)),
            (_("Texte de remplacement"), photo.image.default_alt_text),
            (_("Crédit"), photo.image.credit),
            (_("Dimensions"), f"{grande.width} × {grande.height} px"),
        )
        dites = tuple(intitule(quoi, dit) for quoi, dit in paires if dit)
        yield Piece(f"photos/photo-{rang}.jpg", _lecteur(grande.file), dites)


def _lecteur(fichier: Any) -> Callable[[], bytes]:
    def lire() -> bytes:
        with fichier.storage.open(fichier.name) as flux:
            octets: bytes = flux.read()
        return octets

    return lire


def _entete(page: Any, partage: Any) -> list[str]:
    """Return what the manifest says first: what must not be done with it, then what it is."""
    reserves = partage.dites if partage else []
    adresse = page.full_url or "" if page.live else ""
    return [dite for dite in (*reserves, typographier(page.title), page.mention_de_diffusion, adresse) if dite]


def _ecrire(pieces: list[Piece], entete: list[str], date: Any, cle: str) -> Iterator[bytes]:
    """Yield a zip, file by file, its manifest last: it tells what truly went out."""
    tampon, langue, lignes = _Tampon(), get_language(), list(entete)
    quand = localtime(date).timetuple()[:6]
    with zipfile.ZipFile(tampon, "w") as archive:
        for piece in pieces:
            try:
                octets = piece.lire()
            except OSError:
                journal.warning("a photograph of the press is not in the storage any more: %s", piece.nom)
                continue
            archive.writestr(zipfile.ZipInfo(piece.nom, quand), octets)
            with override(langue):
                lignes += _ligne(piece, octets)
            yield tampon.vider()
        archive.writestr(zipfile.ZipInfo(MANIFESTE, quand), "\n".join(lignes) + "\n")
    yield tampon.vider()
    if cle:
        cache.set(cle, tampon.parti, DUREE_DE_LA_TAILLE)


def _ligne(piece: Piece, octets: bytes) -> list[str]:
    somme = hashlib.sha256(octets).hexdigest()
    mesures = [_("%(nombre)s octets") % {"nombre": len(octets)}, intitule("SHA-256", somme)]
    return ["", piece.nom, *(f"  {dite}" for dite in (*piece.dites, *mesures))]
