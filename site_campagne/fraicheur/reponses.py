"""Which answers may be kept, and under what: a list of what is public. What is not in it is never kept."""

import gzip
import hashlib
import re
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import ResolverMatch

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
# Where no answer is ever kept: nobody reads the state for them.
A_PART: Final = ("/admin/", "/espace/", "/media/", "/partage/", "/sante/")
# Kept in the application: text. Images and archives have caches of their own, or are made to be sent once.
TEXTES: Final = ("text/", "application/xml", "application/json", "application/rss+xml", "application/atom+xml")
POIDS: Final = 512 * 1024  # bytes; over it, memory is worth more than the time it takes to make the answer again
# Compressed once, when it is made, rather than at each reader's request; under this, it would not be shorter.
COMPRIME_DES: Final = 1024  # bytes
NIVEAU: Final = 6  # gzip's own
_GZIP: Final = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)

# The name of the shape below: two versions of the site that share a server of caches do not read each other's.
FORME: Final = "page-2"
# Its bytes, whether they are compressed, its headers, what its view said of its content policy.
Gardee = tuple[bytes, bool, list[tuple[str, str]], dict[str, Any]]


def est_un_essai(requete: HttpRequest) -> bool:
    """Say whether a request shows what is not public: a preview, a link that lends a draft."""
    return any(getattr(requete, signe, False) for signe in ("is_dummy", "is_preview", "partage"))


def est_anonyme(requete: HttpRequest) -> bool:
    """Say whether a request reads, as nobody, an address that anyone may have typed."""
    return (
        requete.method in {"GET", "HEAD"}
        and not requete.COOKIES
        and "Authorization" not in requete.headers
        and "Range" not in requete.headers
        and not est_un_essai(requete)
        and not requete.path_info.startswith(A_PART)
        and PARAMETRES.issuperset(requete.GET)
    )


def est_une_page(trouvee: ResolverMatch | None) -> bool:
    """Say whether a view answers the same to all, by what its address leads to."""
    return trouvee is not None and (trouvee.func is servir or trouvee.view_name in VUES)


def est_gardable(requete: HttpRequest, reponse: HttpResponseBase) -> bool:
    """Say whether an answer to such a request is a public page, as it is for everyone."""
    est_bonne = reponse.status_code == 200  # noqa: PLR2004 - OK
    return est_bonne and est_une_page(requete.resolver_match) and not est_un_essai(requete) and est_pour_tous(reponse)


def est_pour_tous(reponse: HttpResponseBase) -> bool:
    """Say whether an answer is the same for everyone, as far as it says."""
    return (
        not reponse.streaming
        and not reponse.cookies
        and not any(mot in reponse.get("Cache-Control", "") for mot in FERMES)
        and {nom.strip().lower() for nom in reponse.get("Vary", "").split(",")} <= VARIE
    )


def cle_de(requete: HttpRequest, etat: str) -> str:
    """Return where an answer is kept: the state of the public side, the whole address, the known parameters."""
    question = sorted((nom, valeurs) for nom, valeurs in requete.GET.lists())
    langue = getattr(requete, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    parts = (etat, requete.scheme, requete.get_host(), requete.path_info, langue, question)
    return f"{FORME}:{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def etiquette_de(contenu: bytes) -> str:
    """Return the tag of a body. Of its bytes alone: a text that was withdrawn matches nothing any more."""
    return f'W/"{hashlib.blake2b(contenu, digest_size=16).hexdigest()}"'


def plier(reponse: HttpResponse) -> Gardee | None:
    """Return an answer as it is kept; nothing when it is too heavy, or not text."""
    contenu = reponse.content
    genre = reponse.get("Content-Type", "")
    if len(contenu) > POIDS or not genre.startswith(TEXTES) or "Content-Encoding" in reponse:
        return None
    comprime = len(contenu) >= COMPRIME_DES
    octets = gzip.compress(contenu, NIVEAU, mtime=0) if comprime else contenu
    politique = {nom: valeur for nom, valeur in vars(reponse).items() if nom.startswith("_csp_")}
    entetes = [(nom, valeur) for nom, valeur in reponse.items() if nom != "Content-Length"]
    return octets, comprime, entetes, politique


def deplier(gardee: Gardee, requete: HttpRequest) -> HttpResponse:
    """Return an answer that was kept, as who asks for it can read it."""
    octets, comprime, entetes, politique = gardee
    tel_quel = comprime and _GZIP.search(requete.headers.get("Accept-Encoding", "")) is not None
    reponse = HttpResponse(octets if tel_quel or not comprime else gzip.decompress(octets))
    for nom, valeur in entetes:
        reponse[nom] = valeur
    if tel_quel:
        reponse["Content-Encoding"] = "gzip"
    reponse["Content-Length"] = str(len(reponse.content))
    vars(reponse).update(politique)
    return reponse
