"""What pages say of themselves in the words of schema.org, beside what a type already says (events, tools, media).

Nobody is named: an organisation publishes, a person never does. A testimony is a page, and nothing more.
"""

from typing import Any, Final

from django.http import HttpRequest

from ..langues import ETIQUETTES, racine_de
from ..models import AccueilPage, CommuniquePage, ContenuPage
from .apercu import Apercu

CONTEXTE: Final = "https://schema.org"
Fiche = dict[str, Any]


def graphe_de(requete: HttpRequest, apercu: Apercu, page: Any, fil: list[tuple[str, str]]) -> Fiche:
    """Return the whole of it, as one graph.

    Args:
        requete: what is answered.
        apercu: the page seen from elsewhere.
        page: the page that is shown, if it is one.
        fil: its breadcrumb, as (title, address), itself last.
    """
    est_l_accueil = isinstance(page, AccueilPage)
    noeuds = _site(requete, apercu) if est_l_accueil else [_page(requete, apercu, page), *_fil(requete, apercu, fil)]
    pleins = [{nom: valeur for nom, valeur in noeud.items() if valeur} for noeud in noeuds]
    return {"@context": CONTEXTE, "@graph": pleins}


def _racine(requete: HttpRequest) -> str:
    racine = racine_de(requete)
    return requete.build_absolute_uri(racine.get_url(requete) if racine else "/")


def _editeur(requete: HttpRequest, apercu: Apercu) -> Fiche:
    return {"@type": "Organization", "@id": f"{_racine(requete)}#organisation", "name": apercu.site}


def _site(requete: HttpRequest, apercu: Apercu) -> list[Fiche]:
    racine = _racine(requete)
    site = {
        "@type": "WebSite",
        "@id": f"{racine}#site",
        "name": apercu.site,
        "url": racine,
        "description": apercu.description,
        "inLanguage": ETIQUETTES[apercu.langue],
        "publisher": {"@id": f"{racine}#organisation"},
    }
    return [site, _editeur(requete, apercu) | {"url": racine}]


def _page(requete: HttpRequest, apercu: Apercu, page: Any) -> Fiche:
    fiche: Fiche = {
        "@type": "WebPage",
        "url": apercu.url,
        "name": apercu.titre,
        "inLanguage": ETIQUETTES[apercu.langue],
        "isPartOf": {"@id": f"{_racine(requete)}#site"},
    }
    if apercu.est_une_parole:
        return fiche
    fiche["description"] = apercu.description
    if not isinstance(page, CommuniquePage | ContenuPage):
        return fiche
    publiee = page.date if isinstance(page, CommuniquePage) else page.first_published_at
    revue = page.last_published_at
    editeur = _editeur(requete, apercu)
    return fiche | {
        "@type": "NewsArticle" if isinstance(page, CommuniquePage) else "Article",
        "headline": apercu.titre,
        "datePublished": publiee.isoformat() if publiee else "",
        "dateModified": revue.isoformat() if revue else "",
        "image": apercu.image,
        "author": editeur,
        "publisher": editeur,
    }


def _fil(requete: HttpRequest, apercu: Apercu, fil: list[tuple[str, str]]) -> list[Fiche]:
    if len(fil) < 2:  # noqa: PLR2004 - a page alone is on no way
        return []
    rangs = []
    for rang, (titre, url) in enumerate(fil, start=1):
        entiere = requete.build_absolute_uri(url) if url else apercu.url
        rangs.append({"@type": "ListItem", "position": rang, "name": titre, "item": entiere})
    return [{"@type": "BreadcrumbList", "itemListElement": rangs}]
