"""The HTTP answers that give a PDF, or plain text."""

import hashlib
import json
import logging
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.utils.text import slugify
from wagtail.models import Site

from reseau.horloge import maintenant

from ..publication.sortie import Document
from ..texte_brut import ecrire_texte
from . import gardees
from .composition import CompositionImpossible, composer, empreinte_du_modele
from .donnees import donnees_de
from .errata import avec_errata
from .images import Illustration, images_de

LONGUEUR_DU_NOM: Final = 80
journal = logging.getLogger(__name__)


def repondre_en_pdf(requete: HttpRequest, page: Any, document: Document, variante: str = "") -> HttpResponse:
    """Answer with the PDF of a page, or with nothing new.

    Args:
        requete: public, or through a signed link (`requete.partage`).
        page: whose document it is, as it stands in memory.
        document: its outline.
        variante: a part of the file's name, for one of several documents of the page; these are not kept.
    """
    est_publique = _est_publique(requete, page, document)
    document = _completer(requete, page, document)
    images = images_de(document.blocs)
    date = _date(page, est_publique=est_publique)
    donnees = donnees_de(document, images, _organisme(requete), date)
    empreinte = _empreinte(donnees)
    etiquette = f'"{empreinte[:32]}"'
    reponse = get_conditional_response(requete, etag=etiquette) if est_publique else None
    if reponse is None:
        octets = gardees.trouver(page.pk, empreinte) if est_publique and not variante else None
        if octets is None:
            octets = _composer(page, document, donnees, images, date)
            if est_publique and not variante:
                gardees.garder(page.pk, empreinte, octets)
        reponse = HttpResponse(octets, content_type="application/pdf")
        reponse["Content-Length"] = str(len(octets))
        nom = _nom(document, variante)
        reponse["Content-Disposition"] = content_disposition_header(False, nom) or ""
    return _dater(reponse, etiquette if est_publique else "", date)


def repondre_en_texte(requete: HttpRequest, page: Any, document: Document) -> HttpResponse:
    """Answer with plain text, or with nothing new: made in a moment, it is never kept (see `repondre_en_pdf`)."""
    est_publique = _est_publique(requete, page, document)
    octets = texte_pour(requete, page, document).encode()
    etiquette = f'"{hashlib.sha256(octets).hexdigest()[:32]}"'
    reponse = get_conditional_response(requete, etag=etiquette) if est_publique else None
    reponse = reponse or HttpResponse(octets, content_type="text/plain; charset=utf-8")
    return _dater(reponse, etiquette if est_publique else "", _date(page, est_publique=est_publique))


def texte_pour(requete: HttpRequest, page: Any, document: Document) -> str:
    """Return an outline of a page as plain text, with its errata, marked for the recipient of a signed link."""
    return ecrire_texte(_completer(requete, page, document))


def _completer(requete: HttpRequest, page: Any, document: Document) -> Document:
    """Return a document with what the outline of a page does not know: its corrections, its site, who reads it."""
    site = Site.find_for_request(requete)
    # A link from the document of a page that is not public starts from the site.
    adresse = document.adresse if page.live and not getattr(requete, "partage", None) else ""
    complet = replace(avec_errata(page, document), site=site.root_url if site else "", adresse=adresse)
    return _mentionner(requete, complet)


def _date(page: Any, *, est_publique: bool) -> datetime:
    """Return when what is given was written."""
    quand: datetime | None = page.last_published_at if est_publique else None
    return quand or page.latest_revision_created_at or maintenant()


def _dater(reponse: HttpResponse, etiquette: str, date: datetime) -> HttpResponse:
    """Return an answer that nobody keeps, or that is asked again each time: what is withdrawn is never given again."""
    if not etiquette:
        reponse["Cache-Control"] = "private, no-store"
        return reponse
    reponse["Cache-Control"] = "no-cache"  # as cheap as a hash
    reponse["ETag"] = etiquette
    reponse["Last-Modified"] = http_date(date.timestamp())
    return reponse


def _est_publique(requete: HttpRequest, page: Any, document: Document) -> bool:
    apercu = getattr(requete, "is_preview", False) or getattr(requete, "partage", None)
    return bool(page.live and not apercu and not document.mentions)


def _mentionner(requete: HttpRequest, document: Document) -> Document:
    """Return a document marked for the recipient of a signed link."""
    partage = getattr(requete, "partage", None)
    if partage is None:
        return document
    return replace(document, mentions=tuple(partage.dites))


def _organisme(requete: HttpRequest) -> str:
    site = Site.find_for_request(requete)
    return site.site_name or site.hostname if site else ""


def _empreinte(donnees: dict[str, Any]) -> str:
    suite = json.dumps(donnees, sort_keys=True, ensure_ascii=False) + empreinte_du_modele()
    return hashlib.sha256(suite.encode(errors="surrogatepass")).hexdigest()


def _composer(
    page: Any, document: Document, donnees: dict[str, Any], images: dict[int, Illustration], date: datetime
) -> bytes:
    try:
        octets = composer(donnees, images.values(), date)
    except (CompositionImpossible, OSError) as refus:
        if not images:
            raise
        # An image that no one can read must not keep the words from being read.
        journal.warning("page %s: PDF made without its images (%s)", page.pk, type(refus).__name__)
        octets = composer(donnees_de(document, {}, donnees["organisme"], date), (), date)
    return octets


def _nom(document: Document, variante: str) -> str:
    """Return the name of the file: « plateforme-2026.pdf »."""
    nom = slugify(f"{document.titre} {variante}")[:LONGUEUR_DU_NOM].strip("-") or slugify(document.genre)
    return f"{nom or 'document'}.pdf"
