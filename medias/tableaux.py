"""Read a table: bytes in, cells out, whatever spreadsheet wrote them. Pure: no database."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

TAILLE_MAX = 2 * 1024 * 1024
LIGNES_MAX = 2000
SEPARATEURS = ";,\t"

TROP_LOURD = _("Le fichier dépasse 2 Mo. Coupez-le en plusieurs fichiers.")
TROP_LONG = _("Il y a plus de 2 000 lignes. Envoyez-les en plusieurs fois.")
# What other files begin with, and what to say of them.
ETRANGERS = (
    (b"%PDF", _("C’est un PDF : on ne peut pas y lire de lignes. Enregistrez le tableau en CSV ou en XLSX.")),
    (b"\xd0\xcf\x11\xe0", _("C’est un ancien classeur (XLS). Dans votre tableur : Enregistrer sous, XLSX ou CSV.")),
)

Ligne = tuple[int, list[str]]  # its number, as a spreadsheet counts, and its cells


class FeuilleIllisible(Exception):
    """The file cannot be read as a table; the message is a French sentence for its owner."""


@dataclass(frozen=True)
class Tableau:
    """The lines of a file, headings first, how it was read, and what its owner should know of that."""

    lignes: list[Ligne]
    encodage: str
    remarque: str = ""


def lire_tableau(octets: bytes) -> Tableau:
    """Return the lines of a CSV (UTF-8 or Windows-1252) or of an XLSX. Raises `FeuilleIllisible`."""
    if not octets.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FeuilleIllisible(_("Le fichier est vide."))
    if len(octets) > TAILLE_MAX:
        raise FeuilleIllisible(TROP_LOURD)
    for debut, message in ETRANGERS:
        if octets.startswith(debut):
            raise FeuilleIllisible(message)
    if octets.startswith(b"PK"):
        from .classeurs import lire_classeur  # noqa: PLC0415 - openpyxl is heavy, and most files are not workbooks

        lignes, remarque = lire_classeur(octets)
        return Tableau(lignes, "XLSX", remarque)
    if b"\0" in octets:
        raise FeuilleIllisible(_("Ce n’est pas un fichier CSV. Dans votre tableur : Enregistrer sous, CSV UTF-8."))
    texte, encodage = _decoder(octets)
    return Tableau(lire_lignes(texte, _separateur(texte)), encodage)


def lire_lignes(texte: str, separateur: str) -> list[Ligne]:
    """Return the lines of delimited text. Raises `FeuilleIllisible`."""
    try:
        return list(enumerate(csv.reader(io.StringIO(texte, newline=None), delimiter=separateur), start=1))
    except csv.Error as erreur:
        raise FeuilleIllisible(_("Un guillemet ouvert n’est jamais fermé. Vérifiez le fichier.")) from erreur


def ranger(
    lignes: Sequence[Ligne], colonnes: Mapping[str, Sequence[str]], exigees: Sequence[str]
) -> list[tuple[int, dict[str, str]]]:
    """Return the cells of each line that is not blank, by column, under a line of headings.

    Args:
        lignes: the headings, then the rest.
        colonnes: each column, and the headings that people type for it, as `plat` gives them.
        exigees: the columns that must be there.

    Raises:
        FeuilleIllisible: a column is missing, or nothing stands under the headings, or far too much.
    """
    places = _places(lignes[0][1] if lignes else [], colonnes, exigees)
    rangees = [
        (numero, {colonne: _case(ligne, place) for colonne, place in places.items() if place >= 0})
        for numero, ligne in lignes[1:]
        if any(case.strip() for case in ligne)
    ]
    if not rangees:
        raise FeuilleIllisible(_("Le fichier n’a que la ligne des titres."))
    if len(rangees) > LIGNES_MAX:
        raise FeuilleIllisible(TROP_LONG)
    return rangees


@dataclass(frozen=True)
class Rangee:
    """One line as typed: its number, headings being line 1, and its cells by column."""

    numero: int
    cases: Mapping[str, str]


@dataclass(frozen=True)
class Feuille:
    """A file under known headings, how it was read, and what its owner should know of that."""

    rangees: list[Rangee]
    encodage: str
    remarque: str = ""


def lire_feuille(octets: bytes, colonnes: Mapping[str, Sequence[str]], exigees: Sequence[str]) -> Feuille:
    """Return the rows of a CSV or an XLSX, by column (see `ranger`). Raises `FeuilleIllisible`."""
    tableau = lire_tableau(octets)
    rangees = [Rangee(*ligne) for ligne in ranger(tableau.lignes, colonnes, exigees)]
    return Feuille(rangees, tableau.encodage, tableau.remarque)


def plat(texte: str) -> str:
    """Return a heading without case, accents, outer spaces or final dots."""
    decompose = unicodedata.normalize("NFKD", texte.strip().casefold().replace("’", "'"))
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).rstrip(".… ").split())


def _decoder(octets: bytes) -> tuple[str, str]:
    try:
        return octets.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return octets.decode("cp1252", errors="replace"), "Windows-1252"


def _separateur(texte: str) -> str:
    titres = texte.partition("\n")[0]
    return max(SEPARATEURS, key=titres.count)


def _places(titres: Sequence[str], colonnes: Mapping[str, Sequence[str]], exigees: Sequence[str]) -> dict[str, int]:
    vus = [plat(titre) for titre in titres]
    places = {colonne: next((vus.index(nom) for nom in noms if nom in vus), -1) for colonne, noms in colonnes.items()}
    manquantes = [colonne for colonne in exigees if places[colonne] < 0]
    if manquantes:
        message = _("Il manque des colonnes : %(noms)s. La première ligne doit les nommer.")
        raise FeuilleIllisible(str(message) % {"noms": ", ".join(manquantes)})
    return places


def _case(ligne: Sequence[str], place: int) -> str:
    return ligne[place].strip() if 0 <= place < len(ligne) else ""
