"""What the agenda shows of a choice: a page of its events, day by day, what narrows it and how to undo it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.paginator import Page as Tranche
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from medias.langues import Langue, langue_active
from reseau.horloge import aujourdhui
from reseau.langue.cles import cle
from reseau.langue.regions import region_par_code
from reseau.presentation import de_la_ressource, en_lieu

from ..carte import TuileRegion, tuiles_des_regions
from ..facettes import Lien
from ..models.evenement import Evenement, EvenementQuerySet
from ..presentation import date_longue
from .etats import GenreEvenement
from .filtres import REGIONS, ChoixAgenda, Selection

PAR_PAGE: Final = 30
RIEN: Final = ChoixAgenda()


@dataclass(frozen=True, slots=True)
class Jour:
    """The events that begin on a day. `est_la_journee`: it is the day of an edition."""

    date: date
    est_la_journee: bool
    evenements: list[Evenement]

    @property
    def titre(self) -> str:
        """« samedi 10 octobre 2026 »."""
        return date_longue(self.date)

    @property
    def abrege(self) -> tuple[str, str, str]:
        """« sam. », « 10 », « oct. », for the eye; the title says it whole."""
        nom_du_jour, mois = f"{date_format(self.date, 'D')}.", date_format(self.date, "N")
        if langue_active() == Langue.FRANCAIS:  # capitals in English alone
            nom_du_jour, mois = nom_du_jour.lower(), mois.lower()
        return nom_du_jour, str(self.date.day), mois


def a_montrer(evenements: EvenementQuerySet) -> EvenementQuerySet:
    """Read a slice of events by date, with their resource, and whether the day each begins is the day of an edition.

    The slice is found by its keys first: what is added is computed for its rows alone, not for all that were sorted.
    """
    lus = Evenement.objects.filter(pk__in=evenements.values("pk")).select_related("ressource")
    return lus.annotate(
        jour_lu=TruncDate("debut", tzinfo=ZoneInfo(settings.TIME_ZONE)),
        de_la_journee=Exists(Page.objects.live().filter(editionpage__jour=OuterRef("jour_lu"))),
    ).order_by("debut", "pk")


def par_jour(evenements: Iterable[Any]) -> list[Jour]:
    """Group what `a_montrer` returns, already in order, by the day events begin."""
    groupes = [(jour, list(groupe)) for jour, groupe in groupby(evenements, lambda evenement: evenement.jour)]
    return [Jour(jour, siens[0].de_la_journee, siens) for jour, siens in groupes]


class Liste:
    """The agenda of a choice. What is not read by the template costs no query."""

    def __init__(self, choix: ChoixAgenda, page: str | None) -> None:
        """Keep the choice; `page` is the number typed in the address, whatever it is."""
        self.choix = choix
        self.selection = Selection(choix)
        self._page = page

    @cached_property
    def tranche(self) -> "Tranche[Evenement]":
        """The page of events that is asked for, by date."""
        paginateur = Paginator(self.selection.evenements, PAR_PAGE)
        paginateur.count = self.selection.total  # known from the table of regions and kinds
        tranche = paginateur.get_page(self._page)
        choisis: Any = tranche.object_list
        tranche.object_list = list(a_montrer(choisis))
        return tranche

    @cached_property
    def jours(self) -> list[Jour]:
        """The events of that page, day by day."""
        return par_jour(self.tranche)

    @property
    def resume(self) -> str:
        """« 12 événements à venir en Estrie », « 45 événements en 2026 »."""
        phrase = _("%(compte)s en %(annee)s") if self.choix.edition else _("%(compte)s à venir")
        dite = phrase % {"compte": dire_le_compte(self.selection.total), "annee": self.choix.edition}
        region = region_par_code(self.choix.region) if self.choix.region else None
        return f"{dite} {en_lieu(region)}" if region else dite

    @property
    def regions(self) -> list[tuple[str, str]]:
        """The regions, with how many events each has."""
        comptes = self.selection.comptes("region")
        return [(code, f"{nom} ({comptes[code]})") for code, nom in REGIONS.items()]

    @property
    def genres(self) -> list[tuple[str, str]]:
        """The kinds, with how many events there are of each."""
        comptes = self.selection.comptes("genre")
        return [(genre.value, f"{genre.label} ({comptes[genre.value]})") for genre in GenreEvenement]

    @property
    def ressources(self) -> list[tuple[str, str]]:
        """The resources that have an event, by name, with how many, and the one that is asked for."""
        selection = self.selection
        comptes, noms = selection.comptes("ressource"), selection.noms
        if selection.slug and selection.slug not in noms and selection.ressource:
            noms[selection.slug] = selection.ressource.nom
        montrees = [slug for slug in noms if comptes[slug] or slug == selection.slug]
        return [(slug, f"{noms[slug]} ({comptes[slug]})") for slug in sorted(montrees, key=lambda s: cle(noms[s]))]

    @property
    def annees(self) -> list[int]:
        """The editions to choose from: this year's, the one before, and the one that is asked for."""
        cette_annee = aujourdhui().year
        return sorted({cette_annee, cette_annee - 1, self.choix.edition or cette_annee}, reverse=True)

    @property
    def retraits(self) -> list[Lien]:
        """The filters in use, each with the list without it."""
        choix = self.choix
        ressource = self.selection.noms.get(self.selection.slug) or choix.ressource
        en_place: list[tuple[str, Any, str]] = [
            ("edition", None, _("Édition %(annee)s") % {"annee": choix.edition} if choix.edition else ""),
            ("region", "", REGIONS.get(choix.region, "")),
            ("genre", "", str(GenreEvenement(choix.genre).label) if choix.genre else ""),
            ("ressource", "", ressource),
            ("commune", "", choix.commune),
            ("gratuit", False, _("Gratuit") if choix.gratuit else ""),
            ("accessible", False, _("Accessible en fauteuil roulant") if choix.accessible else ""),
        ]
        return [Lien(texte, f"?{choix.sur(**{axe: rien}).requete}") for axe, rien, texte in en_place if texte]

    @property
    def tuiles(self) -> list[TuileRegion]:
        """The regions on a map. The address of the one that is asked for takes it off."""
        choix = self.choix
        return tuiles_des_regions(
            self.selection.comptes("region"),
            adresse_de=lambda code: f"?{choix.sur(region='' if code == choix.region else code).requete}",
            dire=dire_le_compte,
            courante=choix.region,
        )

    @property
    def base(self) -> str:
        """The query of an address, up to the number of a page."""
        return f"?{self.choix.requete}&" if self.choix.requete else "?"

    @property
    def question(self) -> str:
        """The query of the same choice elsewhere: a calendar, the data; empty for everything."""
        return f"?{self.choix.requete}" if self.choix.requete else ""

    @property
    def est_vide(self) -> bool:
        """Whether nothing narrows it."""
        return self.choix == RIEN

    @property
    def de_qui(self) -> str:
        """« Événements de L’Envol », « Événements en Estrie »: the title of the list in another site."""
        ressource, region = self.selection.ressource, region_par_code(self.choix.region) if self.choix.region else None
        if ressource:
            return _("Événements %(forme)s") % {"forme": de_la_ressource(ressource)}
        return _("Événements %(ou)s") % {"ou": en_lieu(region)} if region else _("Événements de la Journée")

    @cached_property
    def derniere_edition(self) -> Lien | None:
        """The latest year that had an event, to offer when nothing is announced."""
        dernier = Evenement.objects.publies().order_by("-debut").first()
        if dernier is None:
            return None
        return Lien(_("Voir les événements de %(annee)s") % {"annee": dernier.annee}, f"?edition={dernier.annee}")


def dire_le_compte(nombre: int) -> str:
    """« 1 événement », « 12 événements », « aucun événement »."""
    if not nombre:
        return _("aucun événement")
    return ngettext("%(nombre)s événement", "%(nombre)s événements", nombre) % {"nombre": nombre}
