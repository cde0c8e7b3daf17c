"""The part of schema.org that the site uses, and a reader of JSON-LD that refuses what is not in it.

From the vocabulary at https://schema.org/version/latest/ (CC BY-SA 3.0): for each class its parent, and the properties
that it adds. A property is allowed on a class and below it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

CLASSES: dict[str, tuple[str, str]] = {
    "Thing": ("", "name url description image identifier sameAs alternateName"),
    "CreativeWork": (
        "Thing",
        """
        about accessibilityFeature associatedMedia audience author contentUrl copyrightYear creditText dateModified
        datePublished encoding headline inLanguage isAccessibleForFree isPartOf learningResourceType license publisher
        thumbnailUrl timeRequired transcript
        """,
    ),
    "WebSite": ("CreativeWork", ""),
    "WebPage": ("CreativeWork", "breadcrumb"),
    "Article": ("CreativeWork", "articleBody"),
    "NewsArticle": ("Article", "dateline"),
    "LearningResource": ("CreativeWork", ""),
    "CreativeWorkSeries": ("CreativeWork", ""),
    "CreativeWorkSeason": ("CreativeWork", "seasonNumber"),
    "PodcastSeries": ("CreativeWorkSeries", "webFeed"),
    "PodcastSeason": ("CreativeWorkSeason", ""),
    "Episode": ("CreativeWork", "episodeNumber partOfSeason partOfSeries"),
    "PodcastEpisode": ("Episode", ""),
    "MediaObject": ("CreativeWork", "contentSize contentUrl duration encodingFormat uploadDate"),
    "VideoObject": ("MediaObject", ""),
    "AudioObject": ("MediaObject", ""),
    "Organization": ("Thing", "address areaServed email telephone"),
    "Audience": ("Thing", "audienceType"),
    "Event": (
        "Thing",
        "endDate eventAttendanceMode eventStatus inLanguage isAccessibleForFree location offers organizer startDate",
    ),
    "Place": ("Thing", "address"),
    "VirtualLocation": ("Thing", ""),
    "PostalAddress": ("Thing", "addressCountry addressLocality addressRegion streetAddress"),
    "Offer": ("Thing", "price priceCurrency"),
    "ItemList": ("Thing", "itemListElement"),
    "BreadcrumbList": ("ItemList", ""),
    "ListItem": ("Thing", "item position"),
}
# Without these, a reader of the data has nothing to show.
EXIGEES = {
    "NewsArticle": {"headline", "datePublished", "image", "publisher", "inLanguage"},
    "Article": {"headline", "datePublished", "image", "publisher", "inLanguage"},
    "Event": {"name", "startDate", "location", "eventStatus"},
    "VideoObject": {"name", "uploadDate"},  # that of another site has no file of ours
    "PodcastSeries": {"name", "webFeed"},
    "PodcastEpisode": {"name", "partOfSeries", "url"},
    "LearningResource": {"name", "url", "description"},
    "BreadcrumbList": {"itemListElement"},
    "WebSite": {"name", "url", "inLanguage"},
    "WebPage": {"url", "name", "inLanguage"},
}
# The class of people, and what schema.org says of them alone, or of works by way of them.
PERSONNES = {"Person", "creator", "contributor", "actor", "givenName", "familyName", "additionalName", "jobTitle"}
_JETON = re.compile(r'"(?:https?://schema\.org/|schema:)?(\w+)"')
_BLOC = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def noeuds(html: str) -> Iterator[dict[str, Any]]:
    """Yield the nodes that a page says of itself, in each of its blocks of data."""
    for bloc in _BLOC.findall(html):
        dit = json.loads(bloc)
        assert dit.pop("@context") == "https://schema.org"
        yield from dit.get("@graph", [dit])


def personnes(noeud: Any) -> set[str]:
    """Return what a node says of people, at any depth: a class or a property, never a word of a sentence."""
    return PERSONNES & set(_JETON.findall(json.dumps(noeud)))


def fautes(noeud: Any, ou: str = "") -> Iterator[str]:
    """Yield what a node says that schema.org does not know, or lacks, in it and below it."""
    if isinstance(noeud, list):
        for element in noeud:
            yield from fautes(element, ou)
        return
    if not isinstance(noeud, dict):
        if noeud in {"", None}:
            yield f"{ou}: empty"
        return
    genre = noeud.get("@type")
    if genre is None:
        if set(noeud) != {"@id"}:
            yield f"{ou}: no type"
        return
    if genre not in CLASSES:
        yield f"{ou}: unknown type {genre}"
        return
    dites = {nom for nom in noeud if not nom.startswith("@")}
    permises = _proprietes(genre)
    yield from (f"{genre}.{nom}: unknown" for nom in sorted(dites - permises))
    yield from (f"{genre}.{nom}: missing" for nom in sorted(EXIGEES.get(genre, set()) - dites if not ou else set()))
    for nom in dites:
        yield from fautes(noeud[nom], f"{ou}{genre}.{nom}")


def _proprietes(genre: str) -> set[str]:
    parent, siennes = CLASSES[genre]
    return set(siennes.split()) | (_proprietes(parent) if parent else set())
