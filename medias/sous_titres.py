"""`/media/pistes/<recording>-<language>.vtt`: captions, for whoever may hear the recording that they go with.

The public reads them once someone reviewed them, while something public refers to the recording and while its people
accept; the staff reads drafts too. Made from the words each time: only the words and their times go out.
"""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from .envoi import PRIVE, absent
from .models import Enregistrement, Piste
from .views import Citees, peut_voir
from .visibilite import est_cite_en_public

# The address stays when a word is corrected: a browser asks again after a minute.
PUBLIC = "public, max-age=60"
GENRE = "text/vtt; charset=utf-8"


@require_safe
def servir_piste(requete: HttpRequest, enregistrement_id: int, langue: str) -> HttpResponseBase:
    """Answer with the captions of a recording in a language."""
    return _servir(requete, enregistrement_id, langue, None)


def servir_piste_citee(requete: HttpRequest, enregistrement_id: int, langue: str, citees: Citees) -> HttpResponseBase:
    """Answer with the captions of a recording that is public, or among `citees`; nobody keeps them."""
    return _servir(requete, enregistrement_id, langue, citees)


def _servir(requete: HttpRequest, enregistrement_id: int, langue: str, citees: Citees | None) -> HttpResponseBase:
    piste = _piste(enregistrement_id, langue)
    if piste is None or (citees is not None and not piste.est_relue):
        return absent()
    public = piste.public and piste.est_relue
    if not peut_voir(requete, public, Enregistrement, enregistrement_id, citees):
        return absent()
    if not public or citees is not None:
        return HttpResponse(piste.sous_titres, content_type=GENRE, headers={"Cache-Control": PRIVE})
    etag = f'"{piste.empreinte}"'
    reponse = get_conditional_response(requete, etag=etag) or HttpResponse(piste.sous_titres, content_type=GENRE)
    reponse["Cache-Control"], reponse["ETag"] = PUBLIC, etag
    return reponse


def _piste(enregistrement_id: int, langue: str) -> Any:
    public = est_cite_en_public(Enregistrement, "enregistrement_id")
    montrable = Exists(Enregistrement.objects.montrables().filter(pk=OuterRef("enregistrement_id")))
    pistes = Piste.objects.filter(montrable, enregistrement=enregistrement_id, langue=langue)
    return pistes.annotate(public=public).first()
