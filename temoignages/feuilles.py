"""Read a workshop's table: bytes or pasted lines in, rows out, whatever spreadsheet wrote them. Pure: no database."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from medias.tableaux import (
    LIGNES_MAX,
    TAILLE_MAX,
    TROP_LONG,
    FeuilleIllisible,
    Ligne,
    lire_lignes,
    lire_tableau,
    plat,
    ranger,
)

# Each column, and the headings people type for it (compared without case or accents).
COLONNES = {
    "amorce": ("amorce", "phrase", "debut", "phrase a completer"),
    "texte": ("texte", "suite", "completion", "reponse"),
    "ressource": ("ressource", "organisme", "groupe"),
    "attribution": ("attribution", "niveau", "signature"),
    "personne": ("personne", "auteur", "autrice"),
}
# What a file of several resources must say of each line, and what a resource's own file must.
DU_PERSONNEL = ("amorce", "texte", "ressource", "attribution")
D_UNE_RESSOURCE = ("texte",)

# One letter, one number, or both: enough to tell people apart, too little to name one.
_PERSONNE = re.compile(r"([A-Z]?)([0-9]{0,3})")


@dataclass(frozen=True)
class Rangee:
    """One line as typed. `numero` counts as a spreadsheet does: the headings are line 1."""

    numero: int
    amorce: str = ""
    texte: str = ""
    ressource: str = ""
    attribution: str = ""
    personne: str = ""


@dataclass(frozen=True)
class Feuille:
    """A table, how it was read, and what its owner should know of that."""

    rangees: tuple[Rangee, ...]
    encodage: str
    remarque: str = ""


def lire_feuille(octets: bytes, exigees: Sequence[str] = DU_PERSONNEL) -> Feuille:
    """Return the rows of a CSV (UTF-8 or Windows-1252) or of an XLSX. Raises `FeuilleIllisible`."""
    tableau = lire_tableau(octets)
    return feuille_de(tableau.lignes, exigees, tableau.encodage, tableau.remarque)


def lire_collage(texte: str) -> Feuille:
    """Return the rows of pasted lines: a table copied from a spreadsheet when its first line names the columns.

    Otherwise each line that is not blank is a text, numbered as in the text area. Raises `FeuilleIllisible`.
    """
    if len(texte.encode("utf-8", "replace")) > TAILLE_MAX:
        raise FeuilleIllisible(_("C’est trop long pour un seul envoi. Collez-le en plusieurs fois."))
    titres = texte.lstrip("\r\n").partition("\n")[0]
    if "\t" in titres:
        lignes = lire_lignes(texte.lstrip("\r\n"), "\t")
        if not {plat(titre) for titre in lignes[0][1]} & set(COLONNES["texte"]):
            raise FeuilleIllisible(
                _("Ces lignes ont plusieurs colonnes. Collez aussi la ligne des titres : phrase, texte, personne.")
            )
        return feuille_de(lignes, D_UNE_RESSOURCE, str(_("tableau collé")))
    lignes_seules = enumerate(re.split(r"\r\n|\r|\n", texte), start=1)
    return bornee([Rangee(numero, texte=ligne.strip()) for numero, ligne in lignes_seules], str(_("lignes collées")))


def feuille_de(lignes: Sequence[Ligne], exigees: Sequence[str], encodage: str, remarque: str = "") -> Feuille:
    """Return the rows under a line of headings. Raises `FeuilleIllisible` when one of `exigees` is missing."""
    rangees = [Rangee(numero, **cases) for numero, cases in ranger(lignes, COLONNES, exigees)]
    return bornee(rangees, encodage, remarque, garder_les_vides=True)


def bornee(rangees: Iterable[Rangee], encodage: str, remarque: str = "", *, garder_les_vides: bool = False) -> Feuille:
    """Return a table of at most 2,000 rows, without its blank lines. Raises `FeuilleIllisible`."""
    gardees = tuple(rangee for rangee in rangees if garder_les_vides or rangee.texte)
    if len(gardees) > LIGNES_MAX:
        raise FeuilleIllisible(TROP_LONG)
    if not gardees:
        raise FeuilleIllisible(_("Il n’y a aucune ligne à lire."))
    return Feuille(gardees, encodage, remarque)


def cle_de_personne(saisie: str) -> str | None:
    """Return what tells a person of the file apart (« a », « 07 » → « A », « 7 »); None for what could name them."""
    trouvee = _PERSONNE.fullmatch(saisie.strip().upper().removesuffix(".0"))
    if not trouvee:
        return None
    lettre, nombre = trouvee.groups()
    return f"{lettre}{int(nombre)}" if nombre else lettre
