"""The feed of a series: RSS 2.0, with what Apple and the podcast namespace add.

Sources: Apple, « A Podcaster's Guide to RSS »; github.com/Podcastindex-org/podcast-namespace, docs/tags (guid, locked,
medium, transcript, chapters, person, season, episode).
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.http import quote_etag

from .etats import Categorie
from .notes import net, notes_pour_le_flux
from .sorties import adresse_entiere, mention_de_prudence

ESPACES: Final = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
}
# Apple asks for JPEG or PNG, from 1400 to 3000 pixels; a size of ours is in sRGB already.
COUVERTURE: Final = "max-3000x3000|format-jpeg|jpegquality-85"
GENRE: Final = "application/rss+xml; charset=utf-8"


class FluxBalado(Rss201rev2Feed):
    """A series and its episodes; each element that a standard adds is written here, once."""

    content_type = GENRE

    def rss_attributes(self) -> dict[str, Any]:
        """Return the namespaces."""
        return super().rss_attributes() | ESPACES

    def latest_post_date(self) -> datetime:
        """Return when something last changed: never now, or each reading of the same feed would differ."""
        quand: datetime = self.feed["ecrit_le"]
        return quand

    def add_root_elements(self, handler: Any) -> None:
        """Write the series."""
        super().add_root_elements(handler)
        serie = self.feed["serie"]
        self._ecrire_la_couverture(handler, serie)
        principale, *secondaire = Categorie(serie.categorie).niveaux
        handler.startElement("itunes:category", {"text": principale})
        for nom in secondaire:
            handler.addQuickElement("itunes:category", None, {"text": nom})
        handler.endElement("itunes:category")
        handler.addQuickElement("itunes:explicit", _vrai(serie.explicite))
        handler.addQuickElement("itunes:type", "episodic")
        handler.addQuickElement("itunes:author", net(serie.auteur))
        handler.startElement("itunes:owner", {})
        handler.addQuickElement("itunes:name", net(serie.auteur))
        handler.addQuickElement("itunes:email", serie.courriel)
        handler.endElement("itunes:owner")
        handler.addQuickElement("podcast:guid", str(serie.guid))
        handler.addQuickElement("podcast:locked", "yes", {"owner": serie.courriel})
        handler.addQuickElement("podcast:medium", "podcast")

    def _ecrire_la_couverture(self, handler: Any, serie: Any) -> None:
        if not self.feed["couverture"]:
            return
        handler.addQuickElement("itunes:image", None, {"href": self.feed["couverture"]})
        handler.startElement("image", {})
        handler.addQuickElement("url", self.feed["couverture"])
        handler.addQuickElement("title", net(serie.title))
        handler.addQuickElement("link", self.feed["link"])
        handler.endElement("image")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write an episode."""
        super().add_item_elements(handler, item)
        page, version, base = item["page"], item["page"].version, item["link"]
        handler.addQuickElement("content:encoded", item["notes"])
        handler.addQuickElement("itunes:duration", str(round(version.duration or 0)))
        handler.addQuickElement("itunes:episodeType", page.genre)
        handler.addQuickElement("itunes:explicit", _vrai(self.feed["serie"].explicite))
        for espace in ("itunes", "podcast"):
            handler.addQuickElement(f"{espace}:season", str(page.saison))
            if page.numero:
                handler.addQuickElement(f"{espace}:episode", str(page.numero))
        for attributs in item["transcriptions"]:
            handler.addQuickElement("podcast:transcript", None, attributs)
        if page.chapitres_montres:
            chapitres = {"url": f"{base}chapitres.json", "type": "application/json+chapters"}
            handler.addQuickElement("podcast:chapters", None, chapitres)
        for personne in page.voix:
            if personne.nom:  # a person of the namespace has a name
                handler.addQuickElement("podcast:person", net(personne.nom), {"role": personne.role})


def repondre(request: HttpRequest, serie: Any, episodes: Sequence[Any]) -> HttpResponse:
    """Answer with the feed of a series, or with 304 when the reader has these very bytes.

    No date is told, so that none answers 304: an episode whose guest changed her mind leaves no later date behind.

    Args:
        request: from a podcast client.
        serie: the series.
        episodes: those that may be heard today, the latest first.
    """
    octets = _ecrire(request, serie, episodes)
    etag = quote_etag(hashlib.sha256(octets).hexdigest()[:32])
    reponse = get_conditional_response(request, etag) or HttpResponse(octets, content_type=GENRE)
    reponse["ETag"] = etag
    reponse["Cache-Control"] = "no-cache"
    return reponse


def _ecrire(request: HttpRequest, serie: Any, episodes: Sequence[Any]) -> bytes:
    adresse = adresse_entiere(serie, request)
    dates = [objet.last_published_at for objet in (serie, *episodes) if objet.last_published_at]
    flux = FluxBalado(
        title=net(serie.title),
        link=adresse,
        description=net(serie.chapeau),
        language=serie.langue,
        feed_url=f"{adresse}flux.xml",
        serie=serie,
        couverture=_adresse_de_la_couverture(request, serie),
        ecrit_le=max(dates, default=datetime.fromtimestamp(0, UTC)),
    )
    notes = notes_pour_le_flux(episodes, request.build_absolute_uri)
    for page, siennes in zip(episodes, notes, strict=True):
        _ajouter(flux, request, serie, page, siennes)
    return flux.writeString("utf-8").encode()


def _ajouter(flux: FluxBalado, request: HttpRequest, serie: Any, page: Any, notes: str) -> None:
    page.serie = serie  # known: no question for each
    version, adresse = page.version, adresse_entiere(page, request)
    flux.add_item(
        title=net(page.title),
        link=adresse,
        description=net(" ".join(filter(None, [mention_de_prudence(page), page.chapeau]))),
        unique_id=str(page.guid),
        unique_id_is_permalink=False,
        pubdate=page.first_published_at,
        enclosures=[Enclosure(request.build_absolute_uri(version.url), str(version.poids), version.genre_mime)],
        page=page,
        notes=notes,
        transcriptions=_transcriptions(request, version, adresse),
    )


def _transcriptions(request: HttpRequest, version: Any, adresse: str) -> list[dict[str, str]]:
    """Return the attributes of each transcript: captions in every reviewed language, the text in the spoken one."""
    pistes = version.pistes_relues
    sous_titres = [
        {
            "url": request.build_absolute_uri(piste.url),
            "type": "text/vtt",
            "language": piste.langue,
            "rel": "captions",
        }
        for piste in pistes
    ]
    texte = {"url": f"{adresse}texte/", "type": "text/plain", "language": pistes[0].langue} if pistes else None
    return [*sous_titres, texte] if texte else sous_titres


def _adresse_de_la_couverture(request: HttpRequest, serie: Any) -> str:
    image = serie.couverture
    if image is None or not image.est_montrable:
        return ""
    return request.build_absolute_uri(image.get_rendition(COUVERTURE).url)


def _vrai(oui: bool) -> str:
    return "true" if oui else "false"
