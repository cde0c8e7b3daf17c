"""What may be found: for each source, what the public may see today, and what its index entry says."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import override
from wagtail.models import Page, Site

from medias.models import Enregistrement
from reseau.models import Ressource
from temoignages.models import Temoignage

from ..evenements.presentation import ou
from ..langues import ETIQUETTES, langue_active
from ..models import AgendaPage, CapsulePage, EpisodePage, Evenement, RepertoirePage
from ..ouvertes import ouvertes
from .contenu import annee_de, enregistrement_de, sorte_de, textes_ailleurs, textes_de
from .etats import Sorte, Source
from .modeles import EntreeRecherche


@dataclass(frozen=True, slots=True)
class Fiche:
    """What the index is told of one thing, in plain words.

    `texte`: what a list shows of it, in its language; empty for a testimony. `autrement`: more of its words, each with
    its language: the approved translation of a testimony, a transcript, what the site says of it in the other language.
    """

    source: Source
    cle: str
    sorte: Sorte
    titre: str
    corps: str
    langue: str = "fr"
    region: str = ""
    annee: int | None = None
    texte: str = ""
    autrement: tuple[tuple[str, str], ...] = ()
    enregistrement: int | None = None


def pages_visibles() -> "QuerySet[Any]":
    """Return the pages that answer to anyone today: live, open, below a public home page, their recording heard."""
    muettes = CapsulePage.objects.live().exclude(pk__in=CapsulePage.objects.montrables().values("pk"))
    tues = EpisodePage.objects.live().exclude(pk__in=EpisodePage.objects.diffusables().order_by().values("pk"))
    visibles = Page.objects.live().public().filter(depth__gt=1)
    # As long as a language has no public home page, nothing below it answers.
    du_site = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    accueils = Page.objects.filter(translation_key__in=du_site).filter(
        Q(live=True) | Q(sites_rooted_here__is_default_site=True)
    )
    if chemins := set(accueils.values_list("path", flat=True)):
        visibles = visibles.filter(reduce(or_, (Q(path__startswith=chemin) for chemin in sorted(chemins))))
    return visibles.exclude(pk__in=muettes.values("pk")).exclude(pk__in=tues.values("pk"))


def _dans_une_langue(pages: "QuerySet[Any]", langue: str) -> "QuerySet[Any]":
    """Return the pages of a language, and those that no public twin says in it."""
    jumelles = pages.filter(translation_key=OuterRef("translation_key"), locale__language_code=langue)
    return pages.filter(Q(locale__language_code=langue) | ~Exists(jumelles))


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
        autrement=tuple(textes_ailleurs(page)),
        enregistrement=entendu.pk if entendu else None,
    )


def _fiche_de_parole(temoignage: Temoignage) -> Fiche:
    """The sentence completed, as it was given and as its approved translation says it; who speaks only as shown."""
    nom = temoignage.ressource.nom if temoignage.ressource else ""
    traduites = [
        (traduction.texte, traduction.langue)
        for traduction in temoignage.traductions.all()
        if traduction.est_approuvee and temoignage.a_pour_source(traduction.empreinte_source)
    ]
    amorces = [(temoignage.amorce.texte_en, "en")] if temoignage.amorce else []
    return Fiche(
        Source.PAROLE,
        temoignage.pk,
        Sorte.PAROLE,
        titre="",
        corps=" ".join(filter(None, [temoignage.phrase, nom])),
        langue=temoignage.langue,
        region=temoignage.region_montree,
        annee=temoignage.edition,
        autrement=(*traduites, *amorces),
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
        langue=evenement.langue,
        region=evenement.region,
        annee=evenement.annee,
        texte=dit,
        autrement=tuple(_genre_ailleurs(evenement)),
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
        autrement=tuple(_genre_ailleurs(ressource)),
    )


def _genre_ailleurs(chose: Any) -> Iterator[tuple[str, str]]:
    """Yield what the site calls a thing in its other languages."""
    for langue in ETIQUETTES:
        if langue != langue_active():
            with override(langue):
                genre = str(chose.get_genre_display())
            yield genre, langue


# For each source, what may be seen today, and how an entry is written.
VISIBLES: Final[dict[Source, Callable[[], "QuerySet[Any]"]]] = {
    Source.PAGE: pages_visibles,
    Source.PAROLE: Temoignage.objects.publies,
    # Their pages stand under the agenda and the directory: none without these.
    Source.EVENEMENT: lambda: (
        Evenement.objects.publies().filter(Exists(ouvertes(AgendaPage.objects.all()))).select_related("ressource")
    ),
    Source.RESSOURCE: lambda: (
        Ressource.objects.actives().filter(Exists(ouvertes(RepertoirePage.objects.all()))).prefetch_related("alias")
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
    elif source == Source.PAROLE:
        visibles = visibles.prefetch_related("traductions")
    for chose in visibles:
        with override(_langue_de(source, chose)):  # what the site says of it is said in its language
            fiche = _FICHES[source](chose)
        yield fiche


def _langue_de(source: Source, chose: Any) -> str:
    langue = chose.locale.language_code if source == Source.PAGE else getattr(chose, "langue", "")
    return langue if langue in ETIQUETTES else settings.LANGUAGE_CODE


def visibles(*champs: str, parmi: Collection[int] | None = None, langue: str = "") -> "QuerySet[Any, tuple[Any, ...]]":
    """Read the entries of what the public may see right now: asked of each source, whatever the index believes.

    Args:
        champs: the columns to read.
        parmi: the keys of the only entries that matter; all of them otherwise.
        langue: that of the reader, who is not told twice of a page: its twin in another language is left out. Every
            language otherwise.
    """
    entendus = Enregistrement.objects.montrables().filter(pk=OuterRef("enregistrement"))
    muettes = ~Q(enregistrement=None) & ~Exists(entendus)
    lues = []
    for source, lire in VISIBLES.items():
        choses: Any = lire()
        if langue and source == Source.PAGE:
            choses = _dans_une_langue(choses, langue)
        chose = choses.order_by().filter(pk=OuterRef("cle" if source == Source.PAROLE else "numero"))
        entrees = EntreeRecherche.objects.filter(Exists(chose), source=source)
        entrees = entrees.exclude(muettes) if source == Source.PAGE else entrees
        entrees = entrees if parmi is None else entrees.filter(pk__in=parmi)
        lues.append(entrees.order_by().values_list(*champs))
    return lues[0].union(*lues[1:], all=True)
