"""Read a workshop's CSV: bytes in, rows out, whatever spreadsheet wrote it. Pure: no database."""

import csv
import io
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

TAILLE_MAX = 2 * 1024 * 1024
LIGNES_MAX = 2000
SEPARATEURS = ";,\t"
# Each column, and the headings people type for it (compared without case or accents).
COLONNES = {
    "amorce": ("amorce", "phrase", "debut", "phrase a completer"),
    "texte": ("texte", "suite", "completion", "reponse"),
    "ressource": ("ressource", "organisme", "groupe"),
    "attribution": ("attribution", "niveau"),
}


class FeuilleIllisible(Exception):
    """The file cannot be read as a table; the message is a French sentence for its owner."""


@dataclass(frozen=True)
class Rangee:
    """One line as typed. `numero` counts as a spreadsheet does: the headings are line 1."""

    numero: int
    amorce: str
    texte: str
    ressource: str
    attribution: str


@dataclass(frozen=True)
class Feuille:
    """A table, and how it was read."""

    rangees: tuple[Rangee, ...]
    encodage: str


def lire_feuille(octets: bytes) -> Feuille:
    """Return the rows of a CSV in UTF-8 or Windows-1252. Raises `FeuilleIllisible`."""
    if not octets.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FeuilleIllisible(_("Le fichier est vide."))
    if len(octets) > TAILLE_MAX:
        raise FeuilleIllisible(_("Le fichier dépasse 2 Mo. Coupez-le en plusieurs fichiers."))
    if b"\0" in octets:
        raise FeuilleIllisible(_("Ce n’est pas un fichier CSV. Dans votre tableur : Enregistrer sous, CSV UTF-8."))
    texte, encodage = _decoder(octets)
    try:
        lignes = list(csv.reader(io.StringIO(texte, newline=None), delimiter=_separateur(texte)))
    except csv.Error as erreur:
        raise FeuilleIllisible(_("Un guillemet ouvert n’est jamais fermé. Vérifiez le fichier.")) from erreur
    places = _places(lignes[0] if lignes else [])
    rangees = tuple(
        Rangee(numero, **{colonne: _case(ligne, place) for colonne, place in places.items()})
        for numero, ligne in enumerate(lignes[1:], start=2)
        if any(case.strip() for case in ligne)
    )
    if len(rangees) > LIGNES_MAX:
        raise FeuilleIllisible(_("Le fichier dépasse 2 000 lignes. Coupez-le en plusieurs fichiers."))
    if not rangees:
        raise FeuilleIllisible(_("Le fichier n’a que la ligne des titres."))
    return Feuille(rangees, encodage)


def _decoder(octets: bytes) -> tuple[str, str]:
    try:
        return octets.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return octets.decode("cp1252", errors="replace"), "Windows-1252"


def _separateur(texte: str) -> str:
    titres = texte.partition("\n")[0]
    return max(SEPARATEURS, key=titres.count)


def _places(titres: list[str]) -> dict[str, int]:
    vus = [plat(titre) for titre in titres]
    places = {colonne: next((vus.index(nom) for nom in noms if nom in vus), -1) for colonne, noms in COLONNES.items()}
    manquantes = [colonne for colonne, place in places.items() if place < 0]
    if manquantes:
        message = _("Il manque des colonnes : %(noms)s. La première ligne doit les nommer.")
        raise FeuilleIllisible(str(message) % {"noms": ", ".join(manquantes)})
    return places


def _case(ligne: list[str], place: int) -> str:
    return ligne[place].strip() if place < len(ligne) else ""


def plat(texte: str) -> str:
    """Return a heading without case, accents, outer spaces or final dots."""
    decompose = unicodedata.normalize("NFKD", texte.strip().casefold().replace("’", "'"))
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).rstrip(".… ").split())
