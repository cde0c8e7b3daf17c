"""How a file goes out: the headers, and who reads the bytes (Django, or the web server in front)."""

from hashlib import sha256
from mimetypes import guess_type
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

# A file never changes under its name. A shared cache forgets it after a minute: a page taken down takes it down.
PUBLIC = "public, max-age=31536000, s-maxage=60, immutable"
PRIVE = "private, no-store"


def envoyer(requete: HttpRequest, fichier: Any, *, public: bool, genre: str = "") -> HttpResponseBase:
    """Answer with a stored file. Who may see it was decided before.

    Args:
        requete: asks for it; a browser that has the public file already gets 304.
        fichier: the stored file of an image or a document (a `FieldFile`).
        public: whether anyone may keep it; otherwise nobody keeps it.
        genre: its media type, when it is known.
    """
    etag = f'"{sha256(fichier.name.encode()).hexdigest()[:20]}"'
    if public and (deja_la := get_conditional_response(requete, etag=etag)):
        return _avec(deja_la, PUBLIC, etag)
    genre = genre or guess_type(fichier.name)[0] or "application/octet-stream"
    reponse: HttpResponseBase
    if settings.X_ACCEL:
        reponse = HttpResponse(content_type=genre)
        reponse["X-Accel-Redirect"] = settings.X_ACCEL + quote(fichier.name)
    elif fichier.storage.exists(fichier.name):
        reponse = FileResponse(fichier.storage.open(fichier.name), content_type=genre)
    else:
        return absent()
    return _avec(reponse, PUBLIC, etag) if public else _avec(reponse, PRIVE)


def _avec(reponse: HttpResponseBase, cache: str, etag: str = "") -> HttpResponseBase:
    reponse["Cache-Control"] = cache
    if etag:
        reponse["ETag"] = etag
    return reponse


def absent() -> HttpResponse:
    """Answer the same, to the last header, to what does not exist and to what is not for everyone."""
    reponse = HttpResponse(status=404, headers={"Vary": "Cookie"})
    reponse["Cache-Control"] = PRIVE
    return reponse
