"""A publication as plain text, from its outline: what a news agency, an e-mail or a phone reads. No mark of HTML.

Safe for the wire: composed characters, no control, no invisible mark, no space other than the plain one. No-break
spaces do their work while lines are wrapped, then become plain: agencies' systems and old e-mail readers spoil them.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from medias.ponctuation import entre_guillemets, intitule
from reseau.langue.typographie import INSECABLE

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
REGLE: Final = 60  # a line to write on, under the words of an item
# « - », « 1. », « 1.2 », « a) », « [1] »: what follows hangs under its words.
_MARQUE: Final = re.compile(r" *(?:-|\d+\.\d*|\w\)|\[\d+\]) ")
_INVISIBLES: Final = {"Cc", "Cf", "Co", "Cs", "Cn"}


def ecrire_texte(document: Document) -> str:
    """Return the whole document, wrapped, one empty line between two paragraphs, ended by a line feed."""
    with override(document.langue.split("-")[0]):
        parts = [_plier(_assainir(part)) for part in _Ecriture(document).parts()]
    return "\n\n".join(filter(None, parts)).replace(INSECABLE, " ") + "\n"


def _assainir(part: str) -> str:
    """Return words in composed form, without what is not seen; every space is the plain or the no-break one."""
    return "".join(_signe(signe) for signe in unicodedata.normalize("NFC", part))


def _signe(signe: str) -> str:
    if signe in {"\n", " ", INSECABLE}:
        return signe
    categorie = unicodedata.category(signe)
    if categorie in {"Zl", "Zp"}:
        return "\n"
    if categorie == "Zs":
        return INSECABLE
    if signe in {"\t", "\r"}:
        return " "
    return "" if categorie in _INVISIBLES else signe


def _plier(part: str) -> str:
    """Wrap each line of a part; no address is cut."""
    pliees = []
    for ligne in part.strip().split("\n"):
        marque = _MARQUE.match(ligne)
        retrait = len(marque[0]) if marque else len(ligne) - len(ligne.lstrip(" "))
        pliees.append(
            textwrap.fill(
                ligne, LARGEUR, subsequent_indent=" " * retrait, break_long_words=False, break_on_hyphens=False
            )
        )
    return "\n".join(pliees)


class _Ecriture:
    """Writes one document: its links start from its address."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def parts(self) -> Iterator[str]:
        """Yield what an empty line separates, in reading order."""
        document = self.document
        yield from (mention.upper() for mention in document.mentions)
        yield from (self._ligne(preambule) for preambule in document.preambule)
        yield from (document.genre, document.titre, document.chapeau)
        yield from self._blocs(document.blocs)
        if document.notes:
            yield _("Notes").upper()
        yield from (self._note(note) for note in document.notes)
        yield from self._blocs(document.fin)

    def _ligne(self, contenu: Ligne) -> str:
        """Return the words of a line, each call of a note between brackets, each link followed by where it leads."""
        morceaux = []
        for rang, fragment in enumerate(contenu):
            if fragment.note is not None:
                morceaux.append(f"[{fragment.note}]")
                continue
            morceaux.append(fragment.texte)
            suivant = contenu[rang + 1].lien if rang + 1 < len(contenu) else ""
            if fragment.lien and fragment.lien != suivant:
                dits = "".join(autre.texte for autre in contenu if autre.lien == fragment.lien)
                morceaux.append(self._adresse(fragment.lien, dits))
        return re.sub(r"[ \t]+", " ", "".join(morceaux)).strip()

    def _adresse(self, lien: str, dits: str) -> str:
        """Return where a link leads, between parentheses, unless its words say it."""
        adresse = re.sub(r"\A(?:mailto|tel):", "", self.document.cible(lien))
        return "" if not adresse or adresse in dits else f" ({adresse})"

    def _note(self, note: Note) -> str:
        return f"[{note.numero}] {self._ligne(note.contenu)}"

    def _blocs(self, blocs: Sequence[Bloc]) -> Iterator[str]:
        for bloc in blocs:
            yield from self._bloc(bloc)

    def _bloc(self, bloc: Bloc) -> Iterator[str]:  # noqa: C901 - one case a kind of block, and nothing else
        match bloc:
            case Titre():
                titre = f"{bloc.numero} {bloc.texte}".strip()
                yield titre.upper() if bloc.niveau <= 1 else titre
            case Paragraphe():
                yield self._ligne(bloc.contenu)
            case Liste():
                yield "\n".join(self._elements(bloc))
            case Citation():
                dit = "\n".join(self._blocs(bloc.blocs))
                source = f"\n– {self._ligne(bloc.source)}" if bloc.source else ""
                yield entre_guillemets(dit) + source
            case Encadre():
                yield bloc.titre
                yield from self._blocs(bloc.blocs)
            case Figure():
                if bloc.alternative:
                    yield _("[Image : %(alternative)s]") % {"alternative": bloc.alternative}
                yield " – ".join(filter(None, [bloc.legende, bloc.credit]))
            case Chiffre():
                yield f"{bloc.valeur} {bloc.libelle}" + (f" ({bloc.precision})" if bloc.precision else "")
            case Tableau():
                yield bloc.legende
                yield from self._rangees(bloc)
            case Lignes():
                yield "\n".join("_" * REGLE for _rang in range(bloc.nombre))

    def _rangees(self, tableau: Tableau) -> Iterator[str]:
        for rangee in tableau.rangees:
            paires = zip(tableau.entetes, rangee, strict=False)
            yield "\n".join(intitule(entete, self._ligne(cellule)) for entete, cellule in paires)

    def _elements(self, liste: Liste) -> Iterator[str]:
        for rang, element in enumerate(liste.elements, 1):
            marque = element.marque or (f"{rang}." if liste.ordonnee else "-")
            contenu = "\n".join(filter(None, self._blocs(element.blocs)))
            yield f"{marque} {contenu}".replace("\n", "\n" + " " * (len(marque) + 1))
