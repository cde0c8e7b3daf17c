"""Every address that a page or a redirect answers at, under one state of the public side: what is unknown is in none.

It only ever says that nothing is there; what may be there is left to the site, which asks who may read it.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlparse

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import Resolver404, is_valid_path, resolve
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site, get_page_models

from medias.convertisseurs import CHIFFRES
from medias.models import DocumentCampagne, Piste
from pages.models import AgendaPage, CommuniquePage, Evenement, OutilPage, RepertoirePage, VarianteRegionale
from pages.views.servir import servir
from reseau.models import AncienneAdresse, Ressource
from temoignages.models import Temoignage

from .etat import Cherchee, Lieux

CARTE: Final = "carte.png"


def _lieu(modele: Any, champ: str) -> tuple[str, str]:
    return modele._meta.db_table, modele._meta.get_field(champ).column


# Addresses that name a row, whatever the pages are: by which key, in which tables.
FIXES: Final[tuple[tuple[re.Pattern[str], Lieux], ...]] = (
    (re.compile(r"^(?:/en)?/paroles/([-\w]+)/(?:carte\.png)?$"), (_lieu(Temoignage, "id"),)),
    (re.compile(rf"^/documents/([0-9]{{1,{CHIFFRES}}})/"), (_lieu(DocumentCampagne, "id"),)),
    (re.compile(rf"^/media/pistes/([0-9]{{1,{CHIFFRES}}})-"), (_lieu(Piste, "enregistrement"),)),
)
# What hangs under the page of a type: the argument of its routes that names a row, and in which tables.
SOUS: Final[dict[Any, tuple[str, Lieux]]] = {
    AgendaPage: ("slug", (_lieu(Evenement, "slug"),)),
    CommuniquePage: ("code", (_lieu(VarianteRegionale, "region"),)),
    OutilPage: ("cle", (_lieu(DocumentCampagne, "id"),)),
    RepertoirePage: ("slug", (_lieu(Ressource, "slug"), _lieu(AncienneAdresse, "slug"))),
}


@dataclass(frozen=True, slots=True)
class Annuaire:
    """The addresses under one state.

    Attributes:
        etat: the name of that state.
        adresses: of public pages, as requests say them, in each language, with the type of each and its key.
        routes: those of pages that answer below their own address too, with the type of each; `Page`: at anything.
        renvois: what redirects start from, as Wagtail writes it.
        lu_a: when they were read, as `time.monotonic` counts.
    """

    etat: str
    adresses: dict[str, tuple[Any, int]]
    routes: dict[str, Any]
    renvois: frozenset[str]
    lu_a: float = field(default_factory=time.monotonic)

    def page_a(self, chemin: str) -> tuple[Any, int] | None:
        """Return the type and the key of the page at an address; nothing when only routing can say which."""
        trouvee = self.adresses.get(chemin)
        return None if trouvee is None or trouvee[0] is Page or self._est_routee(chemin) else trouvee

    def cherchee(self, chemin: str) -> Cherchee | None:
        """Return what must be in a table for an address to lead anywhere; nothing when no table says."""
        for motif, lieux in FIXES:
            if trouvee := motif.match(chemin):
                return Cherchee(trouvee[1], lieux)
        if chemin not in self.adresses:
            for genre, reste in self._au_dessus(chemin.removesuffix(CARTE)):
                argument, lieux = SOUS.get(genre, ("", ()))
                if argument and (cle := _arguments(genre, reste).get(argument)):
                    return Cherchee(str(cle), lieux)
        return None

    def ne_mene_a_rien(self, requete: HttpRequest) -> bool:
        """Say whether nothing at all answers at an address: no view, no page, no route of a page, no redirect."""
        chemin = requete.path_info
        return chemin not in self.adresses and self._est_vide(chemin) and not self.est_renvoyee(requete)

    def est_renvoyee(self, requete: HttpRequest) -> bool:
        """Say whether a redirect starts there, as Wagtail looks for it: with the query, then without."""
        if not self.renvois:
            return False
        entier = Redirect.normalise_path(requete.get_full_path(), decode_unicode=False)
        dites = {entier, urlparse(entier).path}
        return not self.renvois.isdisjoint(dites | {uri_to_iri(dite) for dite in dites})

    def _est_vide(self, chemin: str) -> bool:
        try:
            trouvee = resolve(chemin)
        except Resolver404:
            return chemin.endswith("/") or not is_valid_path(f"{chemin}/")  # the site adds the last stroke itself
        if trouvee.view_name == "carte":
            chemin = chemin.removesuffix(CARTE)
        elif trouvee.func is not servir:
            return False
        return chemin not in self.adresses and not self._est_routee(chemin)

    def _est_routee(self, chemin: str) -> bool:
        """Say whether a page above an address may answer at it."""
        return any(_accepte(genre, reste) for genre, reste in self._au_dessus(chemin))

    def _au_dessus(self, chemin: str) -> Iterator[tuple[Any, str]]:
        """Yield the type of each page above an address that has routes, and what the address says after its own."""
        fin = chemin.rstrip("/").rfind("/") + 1
        while fin > 0:
            if genre := self.routes.get(chemin[:fin]):
                yield genre, f"{chemin[fin:].strip('/')}/"
            fin = chemin.rfind("/", 0, fin - 1) + 1


def lire_l_annuaire(etat: str) -> Annuaire:
    """Read all the addresses, in five queries; of pages, none where several sites share the tables: they may be any.

    `etat` was read before: what is read here is of that state, or newer.
    """
    renvois = frozenset(Redirect.objects.values_list("old_path", flat=True))
    adresses: dict[str, tuple[Any, int]] = {}
    routes: dict[str, Any] = {}
    sites = list(Site.objects.select_related("root_page")[:2])
    if not sites:
        return Annuaire(etat, adresses, {"/": Page}, renvois)
    racine, *autres = sites
    genres = {ligne.pk: genre for genre, ligne in ContentType.objects.get_for_models(*get_page_models()).items()}
    pages = list(Page.objects.live().values_list("url_path", "content_type_id", "translation_key", "locale_id", "pk"))
    for devant, dessous in _racines(racine.root_page, pages):
        if autres:
            routes[devant] = Page
            adresses[devant] = Page, racine.root_page_id
        for chemin, cle, _traduction, _langue, numero in [] if autres else pages:
            if chemin.startswith(dessous):
                adresse = f"{devant}{chemin.removeprefix(dessous)}"
                genre = genres.get(cle, Page)
                adresses[adresse] = genre, numero
                if genre is Page or genre.route is not Page.route:
                    routes[adresse] = genre
    return Annuaire(etat, adresses, routes, renvois)


def _racines(racine: Page, pages: list[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what addresses begin with in each language, and the root that they are below: as `servir` does."""
    jumelles = {locale: chemin for chemin, _genre, cle, locale, _pk in pages if cle == racine.translation_key}
    for numero, langue in Locale.objects.values_list("pk", "language_code"):
        if langue == settings.LANGUAGE_CODE:
            yield "/", racine.url_path
        else:
            yield f"/{langue}/", jumelles.get(numero, racine.url_path)


def _arguments(genre: Any, reste: str) -> dict[str, Any]:
    try:
        arguments: dict[str, Any] = genre.get_resolver().resolve(f"/{reste}").kwargs
    except Resolver404:
        return {}
    return arguments


def _accepte(genre: Any, reste: str) -> bool:
    """Say whether a page of this type may answer at what follows its address."""
    if (propre := getattr(genre, "route_propre", None)) and re.match(propre, reste):
        return True
    try:
        genre.get_resolver().resolve(f"/{reste}")
    except Resolver404:
        return False
    except AttributeError:  # `Page`: only routing can say
        return True
    return True
