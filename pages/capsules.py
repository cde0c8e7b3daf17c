"""What the lists of capsules show, and what a capsule says of itself to search engines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.rich_text import get_text_for_indexing

from medias.durees import duree_iso

from .json_ld import ecrire_json_ld
from .presentation import date_courte


class Serie(NamedTuple):
    """A series, and how many of its capsules may be seen."""

    page: Any
    nombre: int


class Vignette(NamedTuple):
    """A capsule in a list; `serie` is the title of its series, empty where the list says it already."""

    capsule: Any
    serie: str = ""


def compter(series: Iterable[Any], capsules: Any) -> list[Serie]:
    """Return the series with their counts, in one query; one whose capsules are all withheld says zero."""
    longueurs = {len(serie.path) for serie in series}
    comptes = Counter(chemin[:longueur] for chemin in capsules.values_list("path", flat=True) for longueur in longueurs)
    return [Serie(serie, comptes[serie.path]) for serie in series]


def vignettes(capsules: Iterable[Any], series: Sequence[Any] = ()) -> list[Vignette]:
    """Return the capsules of a list, each with the title of its series when it stands in one of these."""
    titres = {serie.path: serie.title for serie in series}
    return [
        Vignette(capsule, next((titre for chemin, titre in titres.items() if capsule.path.startswith(chemin)), ""))
        for capsule in capsules
    ]


def faits_de(page: Any, *, complets: bool) -> list[tuple[str, str]]:
    """Return what is known of a capsule beside its people and its place, as (name, value).

    Args:
        page: the capsule.
        complets: also what the player of a video of the site says itself.
    """
    du_lecteur = [(_("Durée"), page.duree_en_mots), (_("Audiodescription"), _audiodescription(page))]
    dits = [
        *(du_lecteur if complets or page.video is None else ()),
        (_("Langue parlée"), str(page.langue_parlee.label)),
        (_("Sous-titres"), _sous_titres(page)),
        (_("Édition"), str(page.edition or "")),
    ]
    return [(nom, valeur) for nom, valeur in dits if valeur]


def _sous_titres(page: Any) -> str:
    if page.video is not None:
        return ", ".join(str(piste.get_langue_display()) for piste in page.video.pistes_relues)
    if page.sous_titres_verifies_le is None:
        return ""
    jour = date_courte(page.sous_titres_verifies_le)
    return _("sur l’autre site; nous les avons vérifiés le %(jour)s") % {"jour": jour}


def _audiodescription(page: Any) -> str:
    video = page.video
    if video is None:
        return str(page.audiodescription)
    return _("une version à part") if _est_decrite(video) else str(video.sans_audiodescription)


def _est_decrite(video: Any) -> bool:
    return video is not None and video.audiodescription is not None and bool(video.audiodescription.est_montrable)


def json_ld_de(page: Any, requete: HttpRequest) -> SafeString:
    """Return a capsule as a schema.org VideoObject. Addresses are whole; what is empty is left out.

    A video of another platform has no `contentUrl`: its page there is not its file.
    """
    video, adresse = page.video, requete.build_absolute_uri(page.get_url(requete))
    pistes = video.pistes_relues if video is not None else []
    transcription = pistes[0].texte if pistes else "" if video else get_text_for_indexing(page.transcription).strip()
    moyens = {
        "captions": bool(pistes or page.sous_titres_verifies_le),
        "transcript": bool(transcription),
        "audioDescription": _est_decrite(video),
    }
    publiee = page.first_published_at
    return ecrire_json_ld(
        {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": page.title,
            "description": page.chapeau,
            "url": adresse,
            "thumbnailUrl": urljoin(adresse, page.adresse_de_l_affiche) if page.adresse_de_l_affiche else "",
            "uploadDate": publiee.isoformat() if publiee else "",
            "duration": duree_iso(page.duree_s),
            "contentUrl": urljoin(adresse, video.url) if video is not None and video.url else "",
            "sameAs": page.lien_externe if video is None else "",
            "inLanguage": page.langue_parlee.value,
            "transcript": transcription,
            "accessibilityFeature": [nom for nom, present in moyens.items() if present],
            "isAccessibleForFree": True,
        }
    )
