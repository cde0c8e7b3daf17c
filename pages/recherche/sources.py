"""What may be found: for each source, what the public may see today, and what its index entry says."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, Site

from medias.models import Enregistrement
from reseau.models import Ressource
from temoignages.models import Temoignage

from ..evenements.presentation import ou
from ..models import AgendaPage, CapsulePage, EpisodePage, Evenement, RepertoirePage
from .contenu import annee_de, enregistrement_de, sorte_de, textes_de
from .etats import Sorte, Source
from .modeles import EntreeRecherche


@dataclass(frozen=True, slots=True)
class Fiche:
    """What the index is told of one thing, in plain words. `texte`: what a list shows of it; empty for a testimony."""

    source: Source
    cle: str
    sorte: Sorte
    titre: str
    corps: str
    langue: str = "fr"
    region: str = ""
    annee: int | None = None
    texte: str = ""
    enregistrement: int | None = None


def pages_visibles() -> "QuerySet[Any]":
    """Return the pages that answer to anyone today: live, open, below the home page, their recording heard."""
    muettes = CapsulePage.objects.live().exclude(pk__in=CapsulePage.objects.montrables().values("pk"))
    tues = EpisodePage.objects.live().exclude(pk__in=EpisodePage.objects.diffusables().order_by().values("pk"))
    visibles = Page.objects.live().public().filter(depth__gt=1)
    if (site := Site.objects.filter(is_default_site=True).select_related("root_page").first()) is not None:
        visibles = visibles.descendant_of(site.root_page, inclusive=True)
    return visibles.exclude(pk__in=muettes.values("pk")).exclude(pk__in=tues.values("pk"))


def _fiche_de_page(page: Any) -> Fiche:
    texte = " ".join(textes_de(page))
    entendu = enregistrement_de(page)
    return Fiche(
        Source.PAGE,
        str(page.pk),
        sorte_de(page),
        titre=page.title,
        corps=texte,
        langue=page.locale.language_code,
        annee=annee_de(page),
        texte=texte,
        enregistrement=entendu.pk if entendu else None,
    )


def _fiche_de_parole(temoignage: Temoignage) -> Fiche:
    """The sentence completed, and its theme; who speaks only as far as it is shown."""
    nom = temoignage.ressource.nom if temoignage.ressource else ""
    return Fiche(
        Source.PAROLE,
        temoignage.pk,
        Sorte.PAROLE,
        titre="",
        corps=" ".join(filter(None, [temoignage.phrase, nom])),
        region=temoignage.region_montree,
        annee=temoignage.edition,
    )


def _fiche_d_evenement(evenement: Evenement) -> Fiche:
    lieu = " ".join(evenement.adresse_publique)
    dit = f"{evenement.get_genre_display()} – {evenement.ressource.nom}, {ou(evenement)}. {evenement.description}"
    return Fiche(
        Source.EVENEMENT,
        str(evenement.pk),
        Sorte.EVENEMENT,
        titre=evenement.titre,
        corps=f"{dit} {lieu}",
        region=evenement.region,
        annee=evenement.annee,
        texte=dit,
    )


def _fiche_de_ressource(ressource: Ressource) -> Fiche:
    region = ressource.region_objet
    alias = " ".join(alias.nom for alias in ressource.alias.all())
    lieu = ", ".join(dict.fromkeys(filter(None, [ressource.municipalite, region.nom if region else ""])))
    dit = f"{lieu}. {ressource.description}"
    return Fiche(
        Source.RESSOURCE,
        str(ressource.pk),
        Sorte.RESSOURCE,
        titre=f"{ressource.nom} {alias}",
        corps=f"{ressource.get_genre_display()} {dit}",
        region=ressource.region,
        texte=dit,
    )


# For each source, what may be seen today, and how an entry is written.
VISIBLES: Final[dict[Source, Callable[[], "QuerySet[Any]"]]] = {
    Source.PAGE: pages_visibles,
    Source.PAROLE: Temoignage.objects.publies,
    # Their pages stand under the agenda and the directory: none without these.
    Source.EVENEMENT: lambda: (
        Evenement.objects.publies().filter(Exists(AgendaPage.objects.live())).select_related("ressource")
    ),
    Source.RESSOURCE: lambda: (
        Ressource.objects.actives().filter(Exists(RepertoirePage.objects.live())).prefetch_related("alias")
    ),
}
_FICHES: Final[dict[Source, Callable[[Any], Fiche]]] = {
    Source.PAGE: _fiche_de_page,
    Source.PAROLE: _fiche_de_parole,
    Source.EVENEMENT: _fiche_d_evenement,
    Source.RESSOURCE: _fiche_de_ressource,
}


def fiches(source: Source, cles: Iterable[Any]) -> Iterator[Fiche]:
    """Yield what the index is told of the things of a source that may be seen today, among those of `cles`."""
    visibles: Any = VISIBLES[source]().filter(pk__in=list(cles))
    if source == Source.PAGE:
        visibles = visibles.specific()
    yield from map(_FICHES[source], visibles)


def visibles(*champs: str, parmi: Collection[int] | None = None) -> "QuerySet[Any, tuple[Any, ...]]":
    """Read the entries of what the public may see right now: asked of each source, whatever the index believes.

    Args:
        champs: the columns to read.
        parmi: the keys of the only entries that matter; all of them otherwise.
    """
    entendus = Enregistrement.objects.montrables().filter(pk=OuterRef("enregistrement"))
    muettes = ~Q(enregistrement=None) & ~Exists(entendus)
    lues = []
    for source, lire in VISIBLES.items():
        chose = lire().order_by().filter(pk=OuterRef("cle" if source == Source.PAROLE else "numero"))
        entrees = EntreeRecherche.objects.filter(Exists(chose), source=source)
        entrees = entrees.exclude(muettes) if source == Source.PAGE else entrees
        entrees = entrees if parmi is None else entrees.filter(pk__in=parmi)
        lues.append(entrees.order_by().values_list(*champs))
    return lues[0].union(*lues[1:], all=True)
