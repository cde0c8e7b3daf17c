"""The feed of the newsroom: the latest public releases, asked for again only when one changed."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _

from medias.langues import etiquette, langue_active

NOMBRE: Final = 20


class FluxDesCommuniques(Feed):  # type: ignore[type-arg]  # not generic at run time
    """Atom, in the language of the address; a title and a standfirst each, the rest is on the page."""

    feed_type = Atom1Feed

    def __init__(self, salle: Any, communiques: Sequence[Any]) -> None:
        """Take the newsroom and its latest releases."""
        self.salle, self.communiques = salle, communiques
        self.language = etiquette(langue_active())

    def title(self) -> str:
        return _("%(titre)s – Journée de l’alternative en santé mentale") % {"titre": self.salle.title}

    def link(self) -> str:
        return str(self.salle.url)

    def feed_url(self) -> str:
        return f"{self.salle.url}flux.xml"

    def subtitle(self) -> str:
        return str(self.salle.chapeau)

    def items(self) -> Sequence[Any]:
        return self.communiques

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.chapeau)

    def item_link(self, item: Any) -> str:
        return str(item.url)

    def item_guid(self, item: Any) -> str:
        # Kept when the slug changes.
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: Any) -> datetime | None:
        publie: datetime | None = item.first_published_at
        return publie

    def item_updateddate(self, item: Any) -> datetime | None:
        change: datetime | None = item.last_published_at
        return change

    def item_categories(self, item: Any) -> list[str]:
        return [str(item.get_genre_display())]


def flux_des_communiques(request: HttpRequest, salle: Any) -> HttpResponse:
    """Answer with the feed of a newsroom, or with 304 when the reader has it already.

    `Last-Modified` is told, and never enough for a 304: a release that was taken down makes it go back, and the reader
    must forget that release. Only the hash knows.
    """
    communiques = list(salle.communiques()[:NOMBRE])
    etats = [f"{c.pk} {c.last_published_at} {c.rectifie_le} {c.url_path}" for c in communiques]
    empreinte = hashlib.sha256("\n".join([str(salle.last_published_at), *etats]).encode()).hexdigest()
    etag = quote_etag(empreinte[:32])
    reponse = get_conditional_response(request, etag) or FluxDesCommuniques(salle, communiques)(request)
    reponse["ETag"] = etag
    reponse["Cache-Control"] = "no-cache"
    if dates := [objet.last_published_at for objet in (salle, *communiques) if objet.last_published_at]:
        reponse["Last-Modified"] = http_date(max(dates).timestamp())
    return reponse
