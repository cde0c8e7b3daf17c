"""Which answers may be kept, and under what: a list of what is public. What is not in it is never kept."""

import hashlib
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from pages.views.servir import servir

# Views whose answer is the same for all, by name; `servir` shows every page, and what hangs under its address.
VUES: Final = {
    "accessibilite", "carte", "carte_d_une_parole", "fils", "plan", "plans", "robots", "temoignages:parole",
}  # fmt: skip
# The filters and ranks of our lists. Words that someone typed (« q », « texte », « commune ») are in no cache: the
# web server's holds the whole address.
PARAMETRES: Final = {
    "accessible", "annee", "apres", "comparer", "edition", "genre", "gratuit", "page", "phrase", "region", "ressource",
    "theme",
}  # fmt: skip
# What an answer may depend on beside its address. A request that has a cookie is not ours.
VARIE: Final = {"accept-encoding", "cookie", ""}
FERMES: Final = ("no-store", "private")
# Kept in the application: text. Images and archives have caches of their own, or are made to be sent once.
TEXTES: Final = ("text/", "application/xml", "application/json", "application/rss+xml", "application/atom+xml")
POIDS: Final = 512 * 1024  # bytes; over it, memory is worth more than the time it takes to make the answer again

Gardee = tuple[bytes, list[tuple[str, str]], dict[str, Any]]


def est_anonyme(requete: HttpRequest) -> bool:
    """Say whether a request reads, as nobody, an address that anyone may have typed."""
    return (
        requete.method in {"GET", "HEAD"}
        and not requete.COOKIES
        and "Authorization" not in requete.headers
        and "Range" not in requete.headers
        and not any(getattr(requete, signe, False) for signe in ("is_dummy", "is_preview", "partage"))
        and PARAMETRES.issuperset(requete.GET)
    )


def est_gardable(requete: HttpRequest, reponse: HttpResponseBase) -> bool:
    """Say whether an answer to such a request is a public page, as it is for everyone."""
    trouvee = requete.resolver_match
    return (
        trouvee is not None
        and (trouvee.func is servir or trouvee.view_name in VUES)
        and reponse.status_code == 200  # noqa: PLR2004 - OK
        and not reponse.streaming
        and not reponse.cookies
        and not any(getattr(requete, signe, False) for signe in ("is_preview", "partage"))
        and not any(mot in reponse.get("Cache-Control", "") for mot in FERMES)
        and {nom.strip().lower() for nom in reponse.get("Vary", "").split(",")} <= VARIE
    )


def cle_de(requete: HttpRequest, etat: str) -> str:
    """Return where an answer is kept: the state of the public side, the whole address, the known parameters."""
    question = sorted((nom, valeurs) for nom, valeurs in requete.GET.lists())
    langue = getattr(requete, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    parts = (etat, requete.scheme, requete.get_host(), requete.path_info, langue, question)
    return f"page:{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def etiquette_de(contenu: bytes) -> str:
    """Return the tag of a body. Of its bytes alone: a text that was withdrawn matches nothing any more."""
    return f'W/"{hashlib.blake2b(contenu, digest_size=16).hexdigest()}"'


def plier(reponse: HttpResponse) -> Gardee | None:
    """Return an answer as it is kept; nothing when it is too heavy, or not text."""
    if len(reponse.content) > POIDS or not reponse.get("Content-Type", "").startswith(TEXTES):
        return None
    politique = {nom: valeur for nom, valeur in vars(reponse).items() if nom.startswith("_csp_")}
    return reponse.content, list(reponse.items()), politique


def deplier(gardee: Gardee) -> HttpResponse:
    """Return an answer that was kept, with what its view said of its content policy."""
    contenu, entetes, politique = gardee
    reponse = HttpResponse(contenu)
    for nom, valeur in entetes:
        reponse[nom] = valeur
    vars(reponse).update(politique)
    return reponse
