"""Blocks of a body, bibliography and notes, as parts of an outline (`publication.sortie`)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from reseau.typographie import typographier

from .paroles_imprimees import citer
from .publication.sortie import (
    Bloc,
    Chiffre,
    Citation,
    Element,
    Encadre,
    Figure,
    Fragment,
    Ligne,
    Liste,
    Note,
    Paragraphe,
    Titre,
    ligne,
)
from .references.apparat import Apparat
from .references.lecture import lire_html, lire_ligne


def riche(valeur: Any, apparat: Apparat, niveau: int = 0) -> tuple[Bloc, ...]:
    """Return a rich text, of a field or of a block, as blocks, marked in reading order."""
    valeur = RichText(valeur) if isinstance(valeur, str) else valeur
    return lire_html(apparat.marquer(valeur), niveau) if valeur else ()


def ligne_marquee(valeur: str, apparat: Apparat) -> Ligne:
    """Return a text of one line, marked."""
    return lire_ligne(f"<p>{apparat.marquer(valeur)}</p>") if valeur else ()


def source(valeur: str, apparat: Apparat, suite: str = "") -> Ligne:
    """Return where words come from: in full, then in short; `suite` comes after."""
    return lire_ligne(f"<p>{apparat.source(valeur, suite)}</p>") if valeur else ()


def blocs_du_corps(flux: Any, apparat: Apparat, niveau: int = 0) -> Iterator[Bloc]:
    """Yield the blocks of a body (`CorpsSavantStreamBlock`), one after another."""
    for bloc in flux:
        yield from _du_bloc(bloc.block_type, bloc.value, apparat, niveau)


def _du_bloc(genre: str, valeur: Any, apparat: Apparat, niveau: int) -> Iterator[Bloc]:
    match genre:
        case "texte":
            yield from riche(valeur, apparat, niveau)
        case "encadre":
            yield Encadre(typographier(valeur["titre"]), riche(valeur["texte"], apparat, niveau + 1))
        case "extrait":
            mots = lire_html(str(valeur["texte"].source), niveau)
            yield Citation(mots, source(valeur["source"], apparat))
        case "chiffre" if valeur["valeur"]:
            yield chiffre(valeur)
        case "citation":
            yield from citer([valeur.publie])
        case "citation_nommee" if valeur.personne:
            yield citation_nommee(valeur)
        case "image" if valeur["image"] and valeur["image"].est_montrable:
            yield Figure(valeur["image"].pk, valeur.remplacement, typographier(valeur["legende"] or ""), valeur.mention)


def citation_nommee(valeur: Any) -> Citation:
    """Return the words of a named person: they are hers and keep their spelling."""
    return Citation((Paragraphe(ligne(" ".join(valeur["texte"].split()))),), ligne(str(valeur.personne)))


def chiffre(valeur: Any) -> Chiffre:
    """Return a quoted figure."""
    compte = valeur["valeur"]
    precision = _("%(contexte)s En date du %(date)s. Source : %(source)s.") % {
        "contexte": typographier(valeur["contexte"] or ""),
        "date": compte.date_texte,
        "source": compte.source.removesuffix("."),
    }
    return Chiffre(compte.texte, typographier(compte.serie.libelle), typographier(precision.strip()))


def bibliographie(apparat: Apparat, *, entiere: bool, niveau: int = 1) -> tuple[Bloc, ...]:
    """Return the list of sources: all of them, or those that what was read cites."""
    lignes = apparat.lignes if entiere else apparat.lignes_citees
    elements = tuple(
        Element((Paragraphe(lire_ligne(f"<p>{item.entree.html}</p>")),), ancre=item.entree.ancre) for item in lignes
    )
    titre = Titre(niveau, _("Bibliographie") if entiere else _("Références"), ancre="bibliographie")
    return (titre, Liste(elements)) if elements else ()


def notes_de(apparat: Apparat) -> tuple[Note, ...]:
    """Return the footnotes of what was read."""
    return tuple(Note(note.numero, lire_ligne(f"<p>{note.html}</p>")) for note in apparat.notes)


def gras(texte: str) -> Paragraphe:
    """Return a paragraph of one strong line."""
    return Paragraphe((Fragment(texte, gras=True),))
