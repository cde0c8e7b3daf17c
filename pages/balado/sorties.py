"""An episode and a series for machines: plain text, chapters, schema.org."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _

from ..json_ld import ecrire_json_ld

VERSION_DES_CHAPITRES = "1.2.0"


def adresse_entiere(page: Any, request: HttpRequest) -> str:
    """Return the whole address of a page, on the host that was asked: those of a feed never mix two."""
    return request.build_absolute_uri(page.get_url(request) or "/")


def mention_de_prudence(page: Any) -> str:
    """Return what is said before listening; nothing when there is nothing to say."""
    if not page.sujet_sensible:
        return ""
    return _("Cet épisode parle de : %(sujet)s.") % {"sujet": page.sujet_sensible}


def texte_de(page: Any) -> str:
    """Return an episode as plain text: its title, its summary, its transcript in the spoken language."""
    pistes = page.version.pistes_relues if page.version else []
    parties = [page.title, mention_de_prudence(page), page.chapeau, pistes[0].texte if pistes else ""]
    return "\n\n".join(normalize_newlines(partie).strip() for partie in parties if partie) + "\n"


def chapitres_de(page: Any) -> str:
    """Return the chapters of an episode.

    Format: JSON Chapters 1.2, github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md.
    """
    chapitres = [{"startTime": chapitre.debut, "title": chapitre.titre} for chapitre in page.chapitres_montres]
    dit = {"version": VERSION_DES_CHAPITRES, "title": page.title, "podcastName": page.serie.title}
    return json.dumps({**dit, "chapters": chapitres}, ensure_ascii=False)


def json_ld_de_la_serie(page: Any, request: HttpRequest) -> SafeString:
    """Return a series as schema.org says it."""
    return ecrire_json_ld({"@context": "https://schema.org", **_serie(page, request)})


def json_ld_de_l_episode(page: Any, request: HttpRequest) -> SafeString:
    """Return an episode as schema.org says it, with what may be heard of it today."""
    version = page.version
    entendu = {
        "@type": "VideoObject" if version.est_video else "AudioObject",
        "contentUrl": request.build_absolute_uri(version.url),
        "encodingFormat": version.genre_mime,
        "contentSize": str(version.poids),
    } if version else {}  # fmt: skip
    return ecrire_json_ld(
        {
            "@context": "https://schema.org",
            "@type": "PodcastEpisode",
            "name": page.title,
            "description": page.chapeau,
            "url": adresse_entiere(page, request),
            "identifier": str(page.guid),
            "datePublished": page.first_published_at.date().isoformat() if page.first_published_at else "",
            "inLanguage": version.langue if version else "",
            "timeRequired": f"PT{round(version.duration)}S" if version else "",
            "episodeNumber": page.numero,
            "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": page.saison},
            "partOfSeries": _serie(page.serie, request),
            "associatedMedia": entendu,
        }
    )


def _serie(page: Any, request: HttpRequest) -> dict[str, Any]:
    adresse = adresse_entiere(page, request)
    return {
        "@type": "PodcastSeries",
        "name": page.title,
        "description": page.chapeau,
        "url": adresse,
        "webFeed": f"{adresse}flux.xml",
        "inLanguage": page.langue,
        "author": {"@type": "Organization", "name": page.auteur},
    }
