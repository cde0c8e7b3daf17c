"""How a file goes out: the headers, and who reads the bytes (Django, the web server in front, or an S3 server)."""

from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from .pannes import StockageIndisponible
from .plages import Extrait, PlageImpossible, plage_demandee

# A file never changes under its name. A shared cache forgets it after a minute: a page taken down takes it down.
PUBLIC = "public, max-age=31536000, s-maxage=60, immutable"
PRIVE = "private, no-store"
# The way to a file of S3 opens for a minute, and is followed again for half of it; a recording, time to be listened to.
DUREE, DUREE_D_ECOUTE, DETOUR = 60, 3600, 30  # seconds
# After S3 was seen down, for how long it is not asked again: readers would wait, and hold the whole site.
REPOS: Final = 10  # seconds
EN_PANNE: Final = "medias-stockage-en-panne"
SUR_PLACE: Final = ("image/", "audio/", "video/", "application/pdf")


def envoyer(
    requete: HttpRequest, fichier: Any, *, public: bool, genre: str = "", disposition: str = ""
) -> HttpResponseBase:
    """Answer with a stored file, or the part of it that is asked for. Who may see it was decided before.

    Args:
        requete: asks for it; a browser that has the public file already gets 304.
        fichier: the stored file of an image, a document or a recording (a `FieldFile`).
        public: whether anyone may keep it; otherwise nobody keeps it.
        genre: its media type, when it is known.
        disposition: the header that says under which name it is kept; by default, its own.

    Raises:
        StockageIndisponible: it cannot be reached for now (503, by the middleware).
    """
    etag = f'"{sha256(fichier.name.encode()).hexdigest()[:20]}"' if public else ""
    if public and (deja_la := get_conditional_response(requete, etag=etag)):
        return _avec(deja_la, PUBLIC, etag)
    genre = genre or guess_type(fichier.name)[0] or "application/octet-stream"
    if not disposition:
        disposition = content_disposition_header(not genre.startswith(SUR_PLACE), PurePath(fichier.name).name) or ""
    if hasattr(fichier.storage, "signer"):
        return _envoyer_ailleurs(requete, fichier, public=public, genre=genre, disposition=disposition)
    if settings.X_ACCEL:
        reponse: HttpResponseBase = HttpResponse(content_type=genre)
        reponse["X-Accel-Redirect"] = settings.X_ACCEL + quote(fichier.name)
    else:
        try:
            reponse = _lire(requete, fichier, genre, etag)
        except FileNotFoundError:
            return absent()
    if reponse.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        return _avec(reponse, PRIVE)  # of this request, not of the file
    reponse["Content-Disposition"] = disposition
    return _avec(reponse, PUBLIC if public else PRIVE, etag)


def _lire(requete: HttpRequest, fichier: Any, genre: str, etag: str) -> HttpResponseBase:
    flux = fichier.storage.open(fichier.name)
    try:
        plage = plage_demandee(requete, flux.size, etag)
    except PlageImpossible:
        flux.close()
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            headers={"Content-Range": f"bytes */{fichier.storage.size(fichier.name)}"},
        )
    if plage is None:
        reponse = FileResponse(flux, content_type=genre)
    else:
        entetes = {"Content-Range": f"bytes {plage.start}-{plage[-1]}/{flux.size}", "Content-Length": str(len(plage))}
        reponse = FileResponse(Extrait(flux, plage), content_type=genre, status=206, headers=entetes)
    reponse["Accept-Ranges"] = "bytes"
    return reponse


def _envoyer_ailleurs(
    requete: HttpRequest, fichier: Any, *, public: bool, genre: str, disposition: str
) -> HttpResponseBase:
    """Show the way to a file of S3, signed. What is opened by itself is looked for first: a page shows its images."""
    if not genre.startswith("image/") and not _est_la(fichier):
        return absent()
    duree = DUREE_D_ECOUTE if genre.startswith(("audio/", "video/")) else DUREE
    entetes = {
        "ResponseContentType": genre,
        "ResponseContentDisposition": disposition,
        "ResponseCacheControl": f"private, max-age={duree}" if public else PRIVE,
    }
    adresse = fichier.storage.signer(fichier.name, methode=requete.method, duree=duree, entetes=entetes)
    return _avec(HttpResponseRedirect(adresse), f"private, max-age={DETOUR}" if public else PRIVE)


def _est_la(fichier: Any) -> bool:
    if cache.get(EN_PANNE):
        raise StockageIndisponible
    try:
        return bool(fichier.storage.exists(fichier.name))
    except StockageIndisponible:
        cache.set(EN_PANNE, True, REPOS)
        raise


def _avec(reponse: HttpResponseBase, cache_control: str, etag: str = "") -> HttpResponseBase:
    reponse["Cache-Control"] = cache_control
    if etag:
        reponse["ETag"] = etag
    return reponse


def absent() -> HttpResponse:
    """Answer the same, to the last header, to what does not exist and to what is not for everyone."""
    reponse = HttpResponse(status=404, headers={"Vary": "Cookie"})
    reponse["Cache-Control"] = PRIVE
    return reponse
