"""The documents of several tools in one zip, with a manifest. Made as it goes out, a block at a time; never kept.

Its entries are « deflate » blocks that nothing compresses: a PDF already is, every reader knows where each entry ends
even while it arrives, and the bytes go out as they are stored. The same documents give the same bytes.
"""

import hashlib
import json
import logging
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import prefetch_related_objects
from django.utils.timezone import localtime
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from medias.ponctuation import intitule
from reseau.typographie import typographier

from .fichiers import documents_de, parue_le

TEXTE: Final = "MANIFESTE.txt"
DONNEES: Final = "manifeste.json"
BLOC: Final = 64 * 1024
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of a tool, and its name in the zip."""

    nom: str
    outil: Any
    document: Any


@dataclass(slots=True)
class Ligne:
    """What the manifest says of a piece. A file that is gone from the storage has neither size nor hash."""

    fichier: str
    titre: str
    outil: str
    adresse: str
    version: int
    langue: str
    licence: str
    credit: str
    date: str
    taille: int | None = None
    sha256: str = ""


class _Tampon:
    """Where `zipfile` writes; what it wrote is taken away at once, so that it can never go back."""

    def __init__(self) -> None:
        self._morceaux: list[bytes] = []

    def write(self, octets: bytes) -> int:
        self._morceaux.append(bytes(octets))
        return len(octets)

    def flush(self) -> None:
        pass

    def vider(self) -> bytes:
        octets = b"".join(self._morceaux)
        self._morceaux.clear()
        return octets


def pieces_de(outils: Iterable[Any], *, en_dossiers: bool) -> list[Piece]:
    """Return the public documents of tools, in order, each under a name of its own; one folder a tool if asked."""
    pieces: list[Piece] = []
    for rang, outil in enumerate(outils, 1):
        dossier = f"{rang:02}-{outil.slug}/" if en_dossiers else ""
        pris: set[str] = set()
        for document in documents_de(outil):
            nom = document.filename
            if nom in pris:
                nom = f"{document.pk}-{nom}"
            pris.add(nom)
            pieces.append(Piece(f"{dossier}{nom}", outil, document))
    prefetch_related_objects([piece.document for piece in pieces], "versions")
    return pieces


def ecrire(page: Any, pieces: list[Piece]) -> Iterator[bytes]:
    """Yield a zip, block by block, its manifest last: it tells what truly went out."""
    tampon, langue = _Tampon(), get_language()
    quand = page.last_published_at or page.latest_revision_created_at
    lignes: list[Ligne] = []
    with zipfile.ZipFile(tampon, "w") as archive:  # type: ignore[call-overload]  # it asks for `tell` only when it has it
        for piece in pieces:
            ligne = _ligne(piece)
            lignes.append(ligne)
            yield from _copier(archive, tampon, piece, ligne)
        with override(langue):
            texte, donnees = _en_texte(page, lignes), _en_donnees(page, lignes)
        for nom, contenu in ((TEXTE, texte), (DONNEES, donnees)):
            archive.writestr(_entree(nom, quand), contenu)
    yield tampon.vider()


def _copier(archive: zipfile.ZipFile, tampon: _Tampon, piece: Piece, ligne: Ligne) -> Iterator[bytes]:
    fichier = piece.document.file
    try:
        source = fichier.storage.open(fichier.name)
    except OSError:
        journal.warning("document %s is not in the storage any more", piece.document.pk)
        return
    somme, taille = hashlib.sha256(), 0
    with source, archive.open(_entree(piece.nom, parue_le(piece.document)), "w", force_zip64=True) as entree:
        while bloc := source.read(BLOC):
            somme.update(bloc)
            taille += len(bloc)
            entree.write(bloc)
            if octets := tampon.vider():
                yield octets
    ligne.taille, ligne.sha256 = taille, somme.hexdigest()


def _entree(nom: str, quand: datetime | None) -> zipfile.ZipInfo:
    entree = zipfile.ZipInfo(nom, localtime(quand).timetuple()[:6] if quand else (1980, 1, 1, 0, 0, 0))
    entree.compress_type = zipfile.ZIP_DEFLATED
    entree._compresslevel = 0  # type: ignore[attr-defined]  # its only place, for an entry that is streamed
    return entree


def _ligne(piece: Piece) -> Ligne:
    outil, document = piece.outil, piece.document
    return Ligne(
        fichier=piece.nom,
        titre=document.title,
        outil=outil.title,
        adresse=outil.full_url or "" if outil.live else "",
        version=document.numero,
        langue=document.langue,
        licence=str(outil.get_licence_display()),
        credit=outil.attribution,
        date=localtime(parue_le(document)).date().isoformat(),
    )


def _en_donnees(page: Any, lignes: list[Ligne]) -> str:
    dit = {"titre": page.title, "adresse": page.full_url or "" if page.live else "", "fichiers": [*map(asdict, lignes)]}
    return json.dumps(dit, ensure_ascii=False, indent=2) + "\n"


def _en_texte(page: Any, lignes: list[Ligne]) -> str:
    dites = [typographier(page.title), page.full_url or "" if page.live else ""]
    for ligne in lignes:
        dites += ["", ligne.fichier, *(f"  {dite}" for dite in _phrases(ligne))]
    return "\n".join(dites) + "\n"


def _phrases(ligne: Ligne) -> Iterator[str]:
    paires = (
        (_("Titre"), typographier(ligne.titre)),
        (_("Outil"), typographier(ligne.outil)),
        (_("Adresse"), ligne.adresse),
        (_("Version"), f"{ligne.version}, {ligne.date}"),
        (_("Langue"), ligne.langue),
        (_("Licence"), ligne.licence),
        (_("À créditer ainsi"), typographier(ligne.credit)),
    )
    yield from (intitule(nom, valeur) for nom, valeur in paires if valeur)
    if ligne.taille is None:
        yield _("Ce fichier manque : il n’a pas pu être lu. Écrivez-nous.")
    else:
        yield _("%(nombre)s octets") % {"nombre": ligne.taille}
        yield intitule("SHA-256", ligne.sha256)
