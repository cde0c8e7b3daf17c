"""What the page of results shows: each thing read from its own row, its passage marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.core.paginator import Page as Tranche
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medias.langues import autre_langue
from reseau.langue.extrait import Fragment, extraire, marquer
from reseau.langue.racines import LANGUES

from ..facettes import Facette
from ..langues import de_la_langue, langue_active
from ..models import AgendaPage, CapsulePage, EpisodePage, RepertoirePage
from ..nombres import ecrire_nombre
from .demande import Demande
from .etats import Sorte, Source
from .facettes import Tri
from .modeles import EntreeRecherche
from .sources import VISIBLES
from .trouvailles import Trouvee, trouver

PAR_PAGE: Final = 20
# Pages that may warn of what they hold.
AVERTIES: Final[dict[Sorte, Any]] = {Sorte.CAPSULE: CapsulePage, Sorte.EPISODE: EpisodePage}


@dataclass(frozen=True, slots=True)
class Resultat:
    """One line: where it leads, its title and its passage in pieces, what it is, where and when.

    `lang_du_titre` and `lang`: what `lang` must say of the title and of the passage; empty in the reader's language.
    `hreflang`: the same of the page that it leads to.
    """

    url: str
    titre: list[Fragment]
    extrait: list[Fragment]
    sorte: str
    precision: str
    lang_du_titre: str = ""
    lang: str = ""
    hreflang: str = ""
    avertissement: str = ""


@dataclass(frozen=True, slots=True)
class _Dit:
    """What is read of a thing before it is cut and marked; each of its words with its language."""

    titre: str
    texte: str
    url: str
    langue: str
    langue_du_titre: str


class Resultats:
    """The results of a query. What the template does not read costs no query."""

    def __init__(self, demande: Demande, page: str | None, requete: HttpRequest) -> None:
        """Keep what is asked for; `page` is the number typed in the address, whatever it is."""
        self.demande = demande
        self.trouvailles = trouver(demande.mots)
        self.tri = Tri(self.trouvailles.liste, demande)
        self._page = page
        self._requete = requete

    @property
    def facettes(self) -> list[Facette]:
        """What narrows the results."""
        return self.tri.facettes

    @cached_property
    def tranche(self) -> "Tranche[Any]":
        """The page that is asked for, each result ready to be shown."""
        tranche: Tranche[Any] = Paginator(self.tri.retenues, PAR_PAGE).get_page(self._page)
        tranche.object_list = list(self._montrer(list(tranche.object_list)))
        return tranche

    @property
    def resume(self) -> str:
        """« 12 résultats », « Aucun résultat »."""
        total = len(self.tri.retenues)
        if not total:
            return _("Aucun résultat")
        return ngettext("%(nombre)s résultat", "%(nombre)s résultats", total) % {"nombre": ecrire_nombre(total)}

    @property
    def base(self) -> str:
        """The query of an address, up to the number of a page."""
        return f"{self.demande.requete}&"

    @property
    def partout(self) -> str:
        """The query of the same words, without anything that narrows them."""
        return Demande(self.demande.texte).requete

    @property
    def correction(self) -> Demande | None:
        """The same search, a slip put right; nothing when there was none."""
        corrigee = self.trouvailles.corrigee
        return self.demande.sur(texte=corrigee) if corrigee else None

    def _montrer(self, trouvees: Sequence[Trouvee]) -> Iterable[Resultat]:
        entrees = EntreeRecherche.objects.in_bulk([trouvee.cle for trouvee in trouvees])
        choses = {source: self._lire(source, entrees.values()) for source in Source}
        sujets = dict(self._sujets(entrees.values()))
        for trouvee in trouvees:
            entree = entrees.get(trouvee.cle)
            chose = choses[Source(trouvee.source)].get(entree.cle) if entree else None
            if entree is not None and chose is not None:
                yield self._resultat(entree, chose, sujets)

    @staticmethod
    def _lire(source: Source, entrees: Iterable[EntreeRecherche]) -> Mapping[str, Any]:
        """Read again, by the queryset of their own page, the things that are about to be shown."""
        cles = [entree.cle for entree in entrees if entree.source == source]
        return {str(chose.pk): chose for chose in VISIBLES[source]().filter(pk__in=cles)} if cles else {}

    @staticmethod
    def _sujets(entrees: Iterable[EntreeRecherche]) -> Iterator[tuple[str, str]]:
        """Yield the key of each capsule and episode that warns, and of what: read as pages, they do not say it."""
        for sorte, genre in AVERTIES.items():
            if cles := [entree.numero for entree in entrees if entree.sorte == sorte]:
                pages = genre.objects.filter(pk__in=cles)
                yield from ((str(page.pk), page.sujet_sensible) for page in pages if page.sujet_sensible)

    def _resultat(self, entree: EntreeRecherche, chose: Any, sujets: Mapping[str, str]) -> Resultat:
        dit = self._dire(entree, chose)
        racines = self.trouvailles.racines
        est_parole = entree.source == Source.PAROLE
        avertissement = sujets.get(entree.cle, "") if entree.source == Source.PAGE else ""
        if est_parole and chose.avertissement:
            avertissement = chose.get_avertissement_display()
        return Resultat(
            url=dit.url,
            titre=[Fragment(dit.titre)] if est_parole else marquer(dit.titre, racines, dit.langue_du_titre),
            extrait=extraire(dit.texte, racines, dit.langue) if dit.texte and not avertissement else [],
            sorte=Sorte(entree.sorte).au_singulier,
            precision=self._precision(entree, chose),
            lang_du_titre=_lang(dit.langue_du_titre),
            lang=_lang(dit.langue),
            hreflang=_lang(entree.langue) if entree.source == Source.PAGE else "",
            avertissement=avertissement,
        )

    def _dire(self, entree: EntreeRecherche, chose: Any) -> _Dit:
        langue = entree.langue
        match entree.source:
            case Source.PAROLE:
                titre = chose.attribution_texte  # made for the reader
                mots = chose.mots
                return _Dit(f"{titre[:1].upper()}{titre[1:]}", mots.phrase, chose.url, mots.langue, langue_active())
            case Source.EVENEMENT:
                return _Dit(chose.titre, entree.texte, f"{self._adresse(AgendaPage)}{chose.slug}/", langue, langue)
            case Source.RESSOURCE:
                return _Dit(chose.nom, entree.texte, f"{self._adresse(RepertoirePage)}{chose.slug}/", langue, langue)
            case _:
                return _Dit(chose.title, entree.texte, chose.get_url(self._requete) or "", langue, langue)

    @staticmethod
    def _precision(entree: EntreeRecherche, chose: Any) -> str:
        match entree.source:
            case Source.EVENEMENT:
                return _("%(quand)s (annulé)") % {"quand": chose.moment} if chose.est_annule else chose.moment
            case Source.RESSOURCE:
                return str(chose.get_region_display())
            case _:
                return str(entree.annee or "")

    def _adresse(self, genre: Any) -> str:
        return self._adresses.get(genre, "")

    @cached_property
    def _adresses(self) -> dict[Any, str]:
        pages = [de_la_langue(AgendaPage), de_la_langue(RepertoirePage)]
        return {type(page): page.get_url(self._requete) or "" for page in pages if page}


def _lang(langue: str) -> str:
    """Return what `lang` must say: nothing in the reader's language, nor of words in more than one."""
    return autre_langue(langue) if langue in LANGUES else ""
