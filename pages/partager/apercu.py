"""What a public page says of itself to those who repeat its address: one place, read by its head and by its links."""

import html
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from django.http import HttpRequest
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import strip_tags

from temoignages.models import Temoignage

from ..alentour import alentour
from ..langues import langue_active
from ..models import AccueilPage, CommuniquePage, ContenuPage
from .cartes import CarteDePage, CarteDeParole
from .paroles import nom_du_site, parole, phrase_du_site
from .sujets import carte_d_evenement, carte_de_page, carte_de_ressource, carte_du_site

LOCALES: Final = {"fr": "fr_CA", "en": "en_CA"}  # as Open Graph writes them
_CANONIQUE: Final = re.compile(r'<link rel="canonical" href="([^"]+)">')
_ROBOTS: Final = re.compile(r'<meta name="robots" content="[^"]*noindex')
_ARTICLES: Final = (CommuniquePage, ContenuPage)


@dataclass(frozen=True, slots=True)
class Apercu:
    """A page seen from elsewhere. `se_partage`: its words may be repeated; otherwise its address alone is offered."""

    titre: str
    description: str
    url: str
    genre: str
    image: str
    alternative: str
    langue: str
    autres_langues: tuple[str, ...]
    est_dite_canonique: bool
    se_partage: bool = True
    est_une_parole: bool = False

    @property
    def site(self) -> str:
        """The name of the site."""
        return nom_du_site()

    @property
    def locale(self) -> str:
        """The language, as Open Graph writes it."""
        return LOCALES[self.langue]

    @property
    def a_ses_mots_en_image(self) -> bool:
        """Whether its image holds the words of a person."""
        return self.est_une_parole and self.se_partage


def apercu_de(context: Context, tete: str) -> Apercu | None:
    """Return how the page that is shown is seen from elsewhere; nothing for what is not public, or not to be found.

    Args:
        context: the template's.
        tete: what the page already says in its head: whether robots may list it, and its own address.
    """
    requete: Any = context.get("request")
    if not isinstance(requete, HttpRequest) or requete.method not in {"GET", "HEAD"} or _ROBOTS.search(tete):
        return None
    page = context.get("page")
    est_prive = getattr(requete, "is_preview", False) or getattr(requete, "partage", None)
    if est_prive or (page is not None and not getattr(page, "live", True)):
        return None
    autour = alentour(requete, page)
    if autour is not None and autour.est_reservee:
        return None
    dite = _CANONIQUE.search(tete)
    url = html.unescape(dite[1]) if dite else requete.build_absolute_uri(requete.path)
    temoignage = context.get("temoignage")
    dehors = parole(temoignage) if isinstance(temoignage, Temoignage) else None
    carte, image = _image(context, page, url, dehors)
    return Apercu(
        titre=dehors.titre if dehors else nom_du_site() if isinstance(page, AccueilPage) else _bloc(context, "titre"),
        description=_bloc(context, "description") or phrase_du_site(),
        url=url,
        genre="article" if dehors or isinstance(page, _ARTICLES) else "website",
        image=image,
        alternative=carte.alternative,
        langue=langue_active(),
        autres_langues=tuple(
            LOCALES[version.langue]
            for version in context.get("les_langues") or ()
            if not version.manque and not version.est_ici
        ),
        est_dite_canonique=dite is not None,
        se_partage=dehors.se_partage if dehors else True,
        est_une_parole=dehors is not None,
    )


def _image(context: Context, page: Any, url: str, dehors: Any) -> tuple[CarteDePage | CarteDeParole, str]:
    """Return what is drawn for what is shown, and its whole address."""
    if dehors is not None:
        chemin = reverse("carte_d_une_parole", args=[dehors.temoignage.pk])
        return dehors.carte(), urljoin(url, chemin)
    if page is None:
        return carte_du_site(), urljoin(url, reverse("carte", kwargs={"chemin": ""}))
    sous = urljoin(url, f"{urlsplit(url).path}carte.png")
    if evenement := context.get("evenement"):
        return carte_d_evenement(evenement), sous
    if ressource := context.get("ressource"):
        return carte_de_ressource(ressource), sous
    return carte_de_page(page), sous


def _bloc(context: Context, nom: str) -> str:
    """Return a block of the template as plain text on one line: what the head says once, it says the same twice."""
    blocs = context.render_context.get(BLOCK_CONTEXT_KEY)
    bloc = blocs.get_block(nom) if blocs else None
    return " ".join(html.unescape(strip_tags(bloc.render(context))).split()) if bloc else ""
