"""`/partage/<jeton>/`: what a link shows, to whoever holds it. Nothing is kept of who that is."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from medias.sous_titres import servir_piste_citee
from medias.views import servir_document_cite, servir_image_citee
from medias.vues_enregistrements import servir_enregistrement_cite

from .actions import noter_acces
from .modeles import LienPartage
from .rendu import citees_par, pages_de, partage_de, rendre, version_partagee


def _sous_jeton(vue: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give a view its link instead of a token; everything that does not open answers the same."""

    @require_safe
    @wraps(vue)
    def enveloppe(requete: HttpRequest, jeton: str, **kwargs: Any) -> HttpResponseBase:
        lien = LienPartage.objects.trouver(jeton)
        try:
            reponse = vue(requete, lien, **kwargs) if lien else _introuvable(requete)
        except Http404:
            reponse = _introuvable(requete)
        reponse["Cache-Control"] = "private, no-store"
        reponse["Referrer-Policy"] = "no-referrer"
        reponse["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return reponse

    return enveloppe


def _introuvable(requete: HttpRequest) -> HttpResponse:
    # A link that opens says no more than another of what it does not lend.
    requete.partage, requete.is_preview = None, False  # type: ignore[attr-defined]  # ours, and Wagtail's
    return render(requete, "pages/partage/introuvable.html", status=404)


@_sous_jeton
def montrer(requete: HttpRequest, lien: LienPartage, *, page_id: int | None = None, reste: str = "") -> HttpResponse:
    """Show the page of a link, or one of its pages, or the list of them.

    Raises:
        Http404: the link was not signed for that page.
    """
    jeton = requete.resolver_match.kwargs["jeton"]  # type: ignore[union-attr]  # resolved: we are in its view
    pages = pages_de(lien)
    page = _choisie(pages, page_id)
    noter_acces(lien, page)
    if page is None:
        versions = [version_partagee(autre) for autre in pages]
        requete.partage = partage_de(lien, *versions)  # type: ignore[attr-defined]  # ours
        return render(requete, "pages/partage/liste.html", {"jeton": jeton, "pages": versions})
    objet = version_partagee(page)
    requete.partage = partage_de(lien, objet)  # type: ignore[attr-defined]  # ours
    return rendre(requete, objet, reste, jeton, autres=[autre for autre in pages if autre.pk != objet.pk])


def _choisie(pages: list[Page], page_id: int | None) -> Page | None:
    if page_id is None:
        if not pages:
            raise Http404
        return pages[0] if len(pages) == 1 else None
    choisies = [page for page in pages if page.pk == page_id]
    if not choisies:
        raise Http404
    return choisies[0]


@_sous_jeton
def image(requete: HttpRequest, lien: LienPartage, *, chemin: str) -> HttpResponseBase:
    """Show an image of the pages of a link."""
    return servir_image_citee(requete, chemin, citees_par(lien))


@_sous_jeton
def document(requete: HttpRequest, lien: LienPartage, *, document_id: int, nom: str) -> HttpResponseBase:
    """Give a document of the pages of a link."""
    return servir_document_cite(requete, document_id, nom, citees_par(lien))


@_sous_jeton
def enregistrement(requete: HttpRequest, lien: LienPartage, *, dossier: str, nom: str) -> HttpResponseBase:
    """Give a recording of the pages of a link, or the picture that stands for it."""
    return servir_enregistrement_cite(requete, dossier, nom, citees_par(lien))


@_sous_jeton
def piste(requete: HttpRequest, lien: LienPartage, *, enregistrement_id: int, langue: str) -> HttpResponseBase:
    """Give the captions of a recording of the pages of a link."""
    return servir_piste_citee(requete, enregistrement_id, langue, citees_par(lien))
