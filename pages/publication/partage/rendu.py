"""A page as its recipient sees it: the latest revision, marked, with its own files under the same link."""

import re
from collections.abc import Sequence
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

    @property
    def dites(self) -> list[str]:
        """All of it, line by line, for a document without marks."""
        pour = _("Partagé avec : %(destinataire)s") % {"destinataire": self.destinataire}
        return [dite for dite in dict.fromkeys((*self.mentions, pour, self.version)) if dite]


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


def rendre(requete: HttpRequest, objet: Any, reste: str, jeton: str, autres: Sequence[Any] = ()) -> HttpResponse:
    """Answer as the page would: at its address, or at one of its routes (`pdf/`, `texte/`).

    Args:
        requete: marked (`requete.partage`).
        objet: the page, as its latest revision has it.
        reste: the route, empty for the page itself.
        jeton: of the link.
        autres: what else the link lends.

    Raises:
        Http404: the page has no such route.
    """
    requete.is_preview, requete.preview_mode = True, objet.default_preview_mode  # type: ignore[attr-defined]  # Wagtail's
    if reste:
        if not isinstance(objet, RoutablePageMixin):
            raise Http404
        vue, args, kwargs = objet.resolve_subpage(_route(reste))
        reponse = vue(requete, *args, **kwargs)
    else:
        reponse = objet.serve_preview(requete, objet.default_preview_mode)
    if isinstance(reponse, SimpleTemplateResponse):
        reponse.render()
    if "Location" in reponse:
        reponse["Location"] = _fichiers_sous_le_lien(reponse["Location"], jeton)
    if not reponse.streaming and reponse.get("Content-Type", "").startswith("text/html"):
        reponse.content = _sous_le_lien(reponse.content.decode(), jeton, (objet, *autres)).encode()
    return reponse


def _sous_le_lien(html: str, jeton: str, objets: Sequence[Any]) -> str:
    """Return a page that leads to what its link lends under that link: at its own address, it may not be there yet.

    Args:
        html: the page, rendered.
        jeton: of the link.
        objets: the pages of the link.
    """
    html = _fichiers_sous_le_lien(html, jeton)
    adresses = {objet.get_url(): objet for objet in objets}

    def prendre(trouve: re.Match[str]) -> str:
        # An address belongs to the nearest page above it, when that page answers there.
        for adresse in sorted((a for a in adresses if a and trouve[1].startswith(a)), key=len, reverse=True):
            reste = trouve[1].removeprefix(adresse)
            if _repond(adresses[adresse], reste):
                page = reverse("partage:une_page", args=[jeton, adresses[adresse].pk])
                return f'href="{page}{reste}{trouve[2]}"'
        return trouve[0]

    return re.sub(r'(?<=\s)href="(/[^"?#]*)([^"]*)"', prendre, html)


def _fichiers_sous_le_lien(texte: str, jeton: str) -> str:
    """Return a text, or one address, that asks for files under a link."""
    racine = reverse("partage:page", args=[jeton])
    fichiers = re.escape(settings.MEDIA_URL.lstrip("/")) + "(?:images|enregistrements|affiches|pistes)/|documents/"
    return re.sub(rf'(?:^|(?<=["\s,(]))/(?={fichiers})', racine, texte)


def _route(reste: str) -> str:
    """Return a route as pages know it: one that looks like a file (« agenda.ics ») is asked for without its slash."""
    return f"/{reste.strip('/')}/"


def _repond(objet: Any, reste: str) -> bool:
    """Say whether a page has this route below its own address."""
    if not reste:
        return True
    try:
        return isinstance(objet, RoutablePageMixin) and bool(objet.resolve_subpage(_route(reste)))
    except Http404:
        return False


def citees_par(lien: LienPartage) -> Citees:
    """Return the images and documents to which the pages of a link refer, as they stand now."""
    # As Wagtail's index reads a row that is saved: the same rule for a draft as for a live page.
    extraire = ReferenceIndex._extract_references_from_object
    objets = [version_partagee(page) for page in pages_de(lien)]
    return frozenset((genre, str(cle)) for objet in objets for genre, cle, _modele, _chemin in extraire(objet))
