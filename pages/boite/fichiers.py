"""The files of a tool, as a page says them. Only what everyone may have is here: nothing else is named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from medias.durees import duree_en_mots
from medias.langues import Langue
from medias.models import Enregistrement
from medias.niveaux import Niveau
from medias.visibilite import lire_les_restrictions

from .etats import Format, format_de

# Where the page of a tool plays a recording: followed by its number.
ANCRE: Final = "#enregistrement-"


@dataclass(frozen=True, slots=True)
class Fichier:
    """A document, a recording or a link. `adresse` starts from that of its tool, unless it is whole."""

    nom: str
    note: str
    details: str
    adresse: str
    langue: str
    format: Format
    est_accessible: bool
    document: Any = None
    enregistrement: Any = None
    # The same content for a screen reader, when this one is not.
    accessible: "Fichier | None" = None

    @property
    def versions(self) -> list[Any]:
        """What the document was before, the latest first."""
        return list(self.document.versions.all()) if self.document and self.document.numero > 1 else []

    @property
    def est_dehors(self) -> bool:
        """Whether it is on another site."""
        return self.document is None and self.enregistrement is None


def fichiers_de(outil: Any) -> Iterator[Fichier]:
    """Yield what a tool gives, in its order; a document that is not public, or a recording withdrawn, is left out."""
    rangees = list(outil.fichiers.all())
    prefetch_related_objects(rangees, "document__version_accessible", "enregistrement__pistes")
    lire_les_restrictions(documents_cites(rangees))
    for rangee in rangees:
        if est_public(rangee.document):
            yield _document(rangee)
        elif rangee.enregistrement and rangee.enregistrement.est_montrable:
            yield _enregistrement(rangee)
        elif rangee.adresse and not (rangee.document_id or rangee.enregistrement_id):
            yield _lien(rangee)


def en_ligne(fichier: Fichier) -> dict[str, Any]:
    """Return what a list says of a file, as the index keeps it: a list then costs no query for its files."""
    return {
        "nom": fichier.nom,
        "details": fichier.details,
        "adresse": fichier.adresse,
        "langue": fichier.langue,
        "est_dehors": fichier.est_dehors,
    }


def enregistrements_dits(lignes: Iterable[dict[str, Any]]) -> set[int]:
    """Return the numbers of the recordings that the index names among the files of a tool."""
    adresses = (ligne["adresse"] for ligne in lignes)
    return {int(adresse.removeprefix(ANCRE)) for adresse in adresses if adresse.startswith(ANCRE)}


def sans_retenus(outils: Iterable[Any]) -> list[Any]:
    """Take from the files that a list names the recordings that may not be shown today, and return its tools.

    A permission ends at midnight, and the index only knows it once it is written again. One query, if one is named.
    """
    outils = list(outils)
    dits = enregistrements_dits(ligne for outil in outils for ligne in outil.fiche.fichiers)
    if not dits:
        return outils
    tus = dits - set(Enregistrement.objects.montrables().filter(pk__in=dits).values_list("pk", flat=True))
    for outil in outils:
        outil.fiche.fichiers = [ligne for ligne in outil.fiche.fichiers if not enregistrements_dits([ligne]) & tus]
    return outils


def documents_de(outil: Any) -> Iterator[Any]:
    """Yield the documents that a tool gives, each followed by its accessible version."""
    for fichier in fichiers_de(outil):
        if fichier.document:
            yield fichier.document
        if fichier.accessible:
            yield fichier.accessible.document


def documents_cites(rangees: Iterable[Any]) -> Iterator[Any]:
    """Yield the documents of rows, public or not, and their accessible versions."""
    for document in (rangee.document for rangee in rangees):
        if document:
            yield from filter(None, (document, document.version_accessible))


def est_public(document: Any) -> bool:
    """Say whether there is a document, and whether everyone may have it: none that a private collection holds."""
    return document is not None and document.confidentialite == Niveau.PUBLIC and not document.est_restreint


def _document(rangee: Any) -> Fichier:
    document = rangee.document
    jumeau = document.version_accessible
    accessible = None
    if est_public(jumeau):
        accessible = Fichier(
            nom=_("Version accessible"),
            note="",
            details=jumeau.precisions,
            adresse=f"fichiers/{jumeau.pk}/",
            langue=jumeau.langue,
            format=format_de(jumeau.filename),
            est_accessible=True,
            document=jumeau,
        )
    return Fichier(
        nom=rangee.libelle,
        note=rangee.note,
        details=document.precisions,
        adresse=f"fichiers/{document.pk}/",
        langue=document.langue,
        format=format_de(document.filename),
        est_accessible=rangee.est_accessible or accessible is not None,
        document=document,
        accessible=accessible,
    )


def _enregistrement(rangee: Any) -> Fichier:
    enregistrement = rangee.enregistrement
    format_ = Format.VIDEO if enregistrement.est_video else Format.SON
    sous_titres = _("avec transcription") if enregistrement.a_une_transcription else ""
    dits = (
        str(format_.label),
        duree_en_mots(enregistrement.duration or 0),
        sous_titres,
        _langue(enregistrement.langue),
    )
    return Fichier(
        nom=rangee.libelle,
        note=rangee.note,
        details=", ".join(filter(None, dits)),
        adresse=f"{ANCRE}{enregistrement.pk}",
        langue=enregistrement.langue,
        format=format_,
        est_accessible=rangee.est_accessible or enregistrement.a_une_transcription,
        enregistrement=enregistrement,
    )


def _lien(rangee: Any) -> Fichier:
    details = ", ".join(filter(None, (_("autre site"), _langue(rangee.langue))))
    return Fichier(
        rangee.libelle, rangee.note, details, rangee.adresse, rangee.langue, Format.LIEN, rangee.est_accessible
    )


def parue_le(document: Any) -> datetime:
    """Return when the latest version of a document came."""
    derniere = document.versions.first() if document.numero > 1 else None
    quand: datetime = derniere.remplacee_le if derniere else document.created_at
    return quand


def _langue(code: str) -> str:
    """Return the name of a language, when it is not that of the page."""
    return str(Langue(code).label) if code in Langue.values and code != Langue.FRANCAIS else ""
