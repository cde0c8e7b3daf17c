"""A page of content, and an edition, as outlines: what their PDF is made from."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from reseau.langue.typographie import typographier
from temoignages.models import Temoignage

from .paroles_imprimees import imprimables
from .publication.confidentialite import mentions
from .publication.sortie import (
    Bloc,
    Citation,
    Document,
    Encadre,
    Figure,
    Fragment,
    Paragraphe,
    Titre,
    ligne,
)
from .references.lecture import lire_html

if TYPE_CHECKING:
    from .models.contenu import ContenuPage
    from .models.edition import EditionPage


def plan_du_contenu(page: "ContenuPage") -> Document:
    """Return the outline of a page of content."""
    return _document(page, str(page._meta.verbose_name).capitalize(), page.chapeau, tuple(_du_corps(page.corps)))


def plan_de_l_edition(page: "EditionPage") -> Document:
    """Return the outline of an edition: when, what it says, what was said there."""
    genre = _("%(ordinal)s Journée de l’alternative en santé mentale") % {"ordinal": page.ordinal}
    faits = ((_("Quand"), page.date_longue), (_("Thème"), page.theme), (_("Slogan"), page.slogan))
    blocs: list[Bloc] = [_fait(nom, valeur) for nom, valeur in faits if valeur]
    blocs += lire_html(page.introduction)
    blocs += _sous_un_titre(_("Ce qu’on y a dit"), page.temoignages_vedettes)
    return _document(page, genre, "", (*blocs, *_du_corps(page.corps)))


def _document(page: Any, genre: str, chapeau: str, blocs: tuple[Bloc, ...]) -> Document:
    titre = typographier(page.title)
    return Document(
        titre=titre,
        genre=genre,
        tete_courante=titre,
        chapeau=typographier(chapeau),
        blocs=blocs,
        mentions=tuple(mentions(page)),
        adresse=page.full_url or "" if page.live else "",
    )


def _du_corps(flux: Any) -> Iterator[Bloc]:
    for bloc in flux:
        yield from _du_bloc(bloc.block_type, bloc.value)


def _du_bloc(genre: str, valeur: Any) -> Iterator[Bloc]:
    match genre:
        case "texte":
            yield from lire_html(valeur.source)
        case "image" if valeur["image"]:
            yield Figure(valeur["image"].pk, valeur.remplacement, typographier(valeur["legende"] or ""), valeur.mention)
        case "citation" if valeur.publie:
            yield from _paroles([valeur.publie])
        case "selection":
            yield from _sous_un_titre(typographier(valeur["titre"]), valeur.publies)
        case "mur_extrait":
            yield from _sous_un_titre(typographier(valeur["titre"]), valeur.paroles)
        case "encadre":
            yield Encadre(typographier(valeur["titre"]), lire_html(valeur["texte"].source, 1))
        case "questions":
            yield Titre(1, typographier(valeur["titre"]))
            for item in valeur["questions"]:
                yield Titre(2, typographier(item["question"]))
                yield from lire_html(item["reponse"].source, 2)
        case "appel" if valeur.url:
            bouton = Fragment(typographier(valeur["bouton"]), lien=valeur.url)
            textes = (Paragraphe(ligne(typographier(valeur["texte"]))),) if valeur["texte"] else ()
            yield Encadre(typographier(valeur["titre"]), (*textes, Paragraphe((bouton,))))


def _sous_un_titre(titre: str, temoignages: Iterable[Temoignage]) -> Iterator[Bloc]:
    if citations := list(_paroles(temoignages)):
        yield Titre(1, titre)
        yield from citations


def _paroles(temoignages: Iterable[Temoignage]) -> Iterator[Bloc]:
    """Yield published words as they were written, each after the sentence that it completes."""
    for parole in imprimables(temoignages):
        amorce = (Fragment(f"{parole.amorce_texte} ", gras=True),) if parole.amorce_texte else ()
        yield Citation((Paragraphe((*amorce, Fragment(parole.texte))),), ligne(parole.attribution_texte))


def _fait(nom: str, valeur: str) -> Paragraphe:
    return Paragraphe((Fragment(f"{nom}\u00a0: ", gras=True), Fragment(typographier(valeur))))
