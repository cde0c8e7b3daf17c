"""A publication as plain text, from its outline: what a news agency, an e-mail or a phone reads. No mark of HTML."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _

from .publication.sortie import (
    Bloc,
    Chiffre,
    Citation,
    Document,
    Encadre,
    Figure,
    Ligne,
    Lignes,
    Liste,
    Note,
    Paragraphe,
    Tableau,
    Titre,
)

LARGEUR: Final = 72
INSECABLE: Final = "\u00a0"


def ecrire_texte(document: Document) -> str:
    """Return the whole document, wrapped, one empty line between two paragraphs, ended by a line feed."""
    parts = [
        *(mention.upper() for mention in document.mentions),
        *(_ecrire(preambule) for preambule in document.preambule),
        document.genre,
        document.titre,
        document.chapeau,
        *_blocs(document.blocs),
        *(_note(note) for note in document.notes),
        *(_ecrire(fin) for fin in document.fin),
    ]
    return "\n\n".join(_plier(part) for part in parts if part.strip()) + "\n"


def _plier(part: str) -> str:
    """Wrap each line of a part; what follows a mark hangs under its words; no address is cut."""
    pliees = []
    for ligne in part.split("\n"):
        puce = re.match(r"\s*(?:-|\d+\.|[\w.]+\))\s", ligne)
        retrait = " " * len(puce[0]) if puce else re.match(r"\s*", ligne)[0]  # type: ignore[index]  # always matches
        pliees.append(
            textwrap.fill(ligne, LARGEUR, subsequent_indent=retrait, break_long_words=False, break_on_hyphens=False)
        )
    return "\n".join(pliees)


def _ecrire(contenu: Ligne) -> str:
    """Return the words of a line, each call of a note between brackets, each link followed by where it leads."""
    morceaux = []
    for rang, fragment in enumerate(contenu):
        if fragment.note is not None:
            morceaux.append(f"[{fragment.note}]")
            continue
        morceaux.append(fragment.texte)
        suivant = contenu[rang + 1].lien if rang + 1 < len(contenu) else ""
        if fragment.lien and not fragment.lien.startswith("#") and fragment.lien != suivant:
            adresse = re.sub(r"\A(?:mailto|tel):", "", fragment.lien)
            dits = "".join(autre.texte for autre in contenu if autre.lien == fragment.lien)
            morceaux.append("" if adresse in dits else f" ({adresse})")
    return re.sub(r"[ \t]+", " ", "".join(morceaux)).strip()


def _note(note: Note) -> str:
    return f"[{note.numero}] {_ecrire(note.contenu)}"


def _blocs(blocs: Sequence[Bloc]) -> Iterator[str]:
    for bloc in blocs:
        yield from _bloc(bloc)


def _bloc(bloc: Bloc) -> Iterator[str]:  # noqa: C901 - one case a kind of block, and nothing else
    match bloc:
        case Titre():
            yield f"{bloc.numero} {bloc.texte}".strip()
        case Paragraphe():
            yield _ecrire(bloc.contenu)
        case Liste():
            yield "\n".join(_elements(bloc))
        case Citation():
            dit = "\n".join(_blocs(bloc.blocs))
            source = f"\n– {_ecrire(bloc.source)}" if bloc.source else ""
            yield f"«{INSECABLE}{dit}{INSECABLE}»{source}"
        case Encadre():
            yield bloc.titre
            yield from _blocs(bloc.blocs)
        case Figure():
            yield _("[Image : %(alternative)s]") % {"alternative": bloc.alternative}
            yield " ".join(filter(None, [bloc.legende, bloc.credit]))
        case Chiffre():
            yield f"{bloc.valeur} {bloc.libelle}" + (f" ({bloc.precision})" if bloc.precision else "")
        case Tableau():
            yield bloc.legende
            for rangee in bloc.rangees:
                paires = zip(bloc.entetes, rangee, strict=False)
                yield "\n".join(f"{entete}{INSECABLE}: {_ecrire(cellule)}" for entete, cellule in paires)
        case Lignes():
            yield "\n".join("_" * LARGEUR for _rang in range(bloc.nombre))


def _elements(liste: Liste) -> Iterator[str]:
    for rang, element in enumerate(liste.elements, 1):
        marque = element.marque or (f"{rang}." if liste.ordonnee else "-")
        contenu = "\n".join(_blocs(element.blocs)).replace("\n", "\n" + " " * (len(marque) + 1))
        yield f"{marque} {contenu}"


def lignes_de(blocs: Sequence[Bloc]) -> Iterator[Ligne]:
    """Yield running text as lines: what stands after the end of a document (« à propos », sources)."""
    for bloc in blocs:
        match bloc:
            case Paragraphe():
                yield bloc.contenu
            case Liste():
                for element in bloc.elements:
                    yield from lignes_de(element.blocs)
