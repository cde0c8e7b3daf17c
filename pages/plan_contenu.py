"""A page of content, and an edition, as outlines: what their PDF is made from."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reseau.typographie import typographier
from temoignages.models import Temoignage

from .paroles_imprimees import citer
from .plan_enregistrement import lire_enregistrement
from .plan_page import document_de, fait
from .publication.sortie import (
    Bloc,
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
    genre = capfirst(str(page._meta.verbose_name))
    return document_de(page, genre, lire_corps(page.corps), chapeau=page.chapeau)


def plan_de_l_edition(page: "EditionPage") -> Document:
    """Return the outline of an edition: when, what it says, what was said there."""
    genre = _("%(ordinal)s Journée de l’alternative en santé mentale") % {"ordinal": page.ordinal}
    faits = ((_("Quand"), page.date_longue), (_("Thème"), page.theme), (_("Slogan"), page.slogan))
    blocs: list[Bloc] = [fait(nom, valeur) for nom, valeur in faits if valeur]
    blocs += lire_html(page.introduction)
    blocs += _sous_un_titre(_("Ce qu’on y a dit"), page.temoignages_vedettes)
    return document_de(page, genre, (*blocs, *lire_corps(page.corps)))


def lire_corps(flux: Any) -> Iterator[Bloc]:
    """Yield the outline of a body made of the usual blocks (`blocs.corps`)."""
    for bloc in flux:
        yield from _du_bloc(bloc.block_type, bloc.value)


def _du_bloc(genre: str, valeur: Any) -> Iterator[Bloc]:  # noqa: C901 - one case a kind of block, and nothing else
    match genre:
        case "texte":
            yield from lire_html(valeur.source)
        case "image" if valeur["image"] and valeur["image"].est_montrable:
            yield Figure(valeur["image"].pk, valeur.remplacement, typographier(valeur["legende"] or ""), valeur.mention)
        case "enregistrement" if valeur["enregistrement"] and valeur["enregistrement"].est_montrable:
            yield from lire_enregistrement(valeur["enregistrement"], valeur.nom)
        case "citation":
            yield from citer([valeur.publie])
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
    if citations := list(citer(temoignages)):
        yield Titre(1, titre)
        yield from citations
