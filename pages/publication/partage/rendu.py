"""A page as its recipient sees it: the latest revision, marked, with its own files under the same link."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, ReferenceIndex

from medias.views import Citees

from ..confidentialite import mentions, moment
from .modeles import LienPartage


@dataclass(frozen=True, slots=True)
class Partage:
    """What a rendering must say: `requete.partage` holds it for HTML, PDF and plain text alike."""

    destinataire: str
    mentions: tuple[str, ...]
    version: str


def pages_de(lien: LienPartage) -> list[Any]:
    """Return the pages of a link, as their own types, by title."""
    return list(Page.objects.filter(pk__in=lien.pages.all()).order_by("title", "pk").specific())


def version_partagee(page: Page) -> Any:
    """Return the page as its latest revision has it."""
    return page.get_latest_revision_as_object()


def partage_de(lien: LienPartage, *objets: Any) -> Partage:
    """Return what must be written on a page lent by a link, or on the list of several."""
    dites = dict.fromkeys(dite for objet in objets for dite in _mentions(objet))
    return Partage(lien.destinataire, tuple(dites), _version(objets[0]) if len(objets) == 1 else "")


def _mentions(objet: Any) -> list[str]:
    return mentions(objet) or ([] if objet.live else [_("Version pas encore publiée – ne pas diffuser")])


def _version(objet: Any) -> str:
    if not objet.latest_revision_created_at:
        return ""
    if objet.approved_schedule:
        etat = _("approuvée")
    elif objet.workflow_in_progress:
        etat = _("en relecture")
    else:
        etat = _("ébauche") if objet.has_unpublished_changes or not objet.live else _("publiée")
    return _("Version du %(moment)s (%(etat)s)") % {"moment": moment(objet.latest_revision_created_at), "etat": etat}


def rendre(requete: HttpRequest, objet: Any, reste: str, jeton: str) -> HttpResponse:
    """Answer as the page would: at its address, or at one of its routes (`pdf/`, `texte/`).

    Raises:
        Http404: the page has no such route.
    """
    requete.is_preview, requete.preview_mode = True, objet.default_preview_mode  # type: ignore[attr-defined]  # Wagtail's
    if reste:
        if not isinstance(objet, RoutablePageMixin):
            raise Http404
        vue, args, kwargs = objet.resolve_subpage(f"/{reste}")
        reponse = vue(requete, *args, **kwargs)
    else:
        reponse = objet.serve_preview(requete, objet.default_preview_mode)
    if isinstance(reponse, SimpleTemplateResponse):
        reponse.render()
    if not reponse.streaming and reponse.get("Content-Type", "").startswith("text/html"):
        reponse.content = _sous_le_lien(reponse.content, jeton)
    return reponse


def _sous_le_lien(html: bytes, jeton: str) -> bytes:
    """Return a page whose files are asked for under its link: at their own address, they are not there yet."""
    racine = reverse("partage:page", args=[jeton]).encode()
    fichiers = re.escape(settings.MEDIA_URL.lstrip("/").encode()) + rb"images/|documents/"
    return re.sub(rb'(?<=["\s,(])/(?=' + fichiers + rb")", racine, html)


def citees_par(lien: LienPartage) -> Citees:
    """Return the images and documents to which the pages of a link refer, as they stand now."""
    # As Wagtail's index reads a row that is saved: the same rule for a draft as for a live page.
    extraire = ReferenceIndex._extract_references_from_object
    objets = [version_partagee(page) for page in pages_de(lien)]
    return frozenset((genre, str(cle)) for objet in objets for genre, cle, _modele, _chemin in extraire(objet))
