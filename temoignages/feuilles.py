"""Read a workshop's table: bytes or pasted lines in, rows out, whatever spreadsheet wrote them. Pure: no database."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
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
    "attribution": ("attribution", "niveau", "signature"),
    "personne": ("personne", "auteur", "autrice"),
}
# What a file of several resources must say of each line, and what a resource's own file must.
DU_PERSONNEL = ("amorce", "texte", "ressource", "attribution")
D_UNE_RESSOURCE = ("texte",)

TROP_LOURD = _("Le fichier dépasse 2 Mo. Coupez-le en plusieurs fichiers.")
# What other files begin with, and what to say of them.
ETRANGERS = (
    (b"%PDF", _("C’est un PDF : on ne peut pas y lire de lignes. Enregistrez le tableau en CSV ou en XLSX.")),
    (b"\xd0\xcf\x11\xe0", _("C’est un ancien classeur (XLS). Dans votre tableur : Enregistrer sous, XLSX ou CSV.")),
)
# One letter, one number, or both: enough to tell people apart, too little to name one.
_PERSONNE = re.compile(r"([A-Z]?)([0-9]{0,3})")

Ligne = tuple[int, list[str]]  # its number, as a spreadsheet counts, and its cells


class FeuilleIllisible(Exception):
    """The file cannot be read as a table; the message is a French sentence for its owner."""


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
        return feuille_de(lignes, exigees, "XLSX", remarque)
    if b"\0" in octets:
        raise FeuilleIllisible(_("Ce n’est pas un fichier CSV. Dans votre tableur : Enregistrer sous, CSV UTF-8."))
    texte, encodage = _decoder(octets)
    return feuille_de(lire_lignes(texte, _separateur(texte)), exigees, encodage)


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


def lire_lignes(texte: str, separateur: str) -> list[Ligne]:
    """Return the lines of delimited text. Raises `FeuilleIllisible`."""
    try:
        return list(enumerate(csv.reader(io.StringIO(texte, newline=None), delimiter=separateur), start=1))
    except csv.Error as erreur:
        raise FeuilleIllisible(_("Un guillemet ouvert n’est jamais fermé. Vérifiez le fichier.")) from erreur


def feuille_de(lignes: Sequence[Ligne], exigees: Sequence[str], encodage: str, remarque: str = "") -> Feuille:
    """Return the rows under a line of headings. Raises `FeuilleIllisible` when one of `exigees` is missing."""
    places = _places(lignes[0][1] if lignes else [], exigees)
    rangees = [
        Rangee(numero, **{colonne: _case(ligne, place) for colonne, place in places.items()})
        for numero, ligne in lignes[1:]
        if any(case.strip() for case in ligne)
    ]
    if not rangees:
        raise FeuilleIllisible(_("Le fichier n’a que la ligne des titres."))
    return bornee(rangees, encodage, remarque, garder_les_vides=True)


def bornee(rangees: Iterable[Rangee], encodage: str, remarque: str = "", *, garder_les_vides: bool = False) -> Feuille:
    """Return a table of at most 2,000 rows, without its blank lines. Raises `FeuilleIllisible`."""
    gardees = tuple(rangee for rangee in rangees if garder_les_vides or rangee.texte)
    if len(gardees) > LIGNES_MAX:
        raise FeuilleIllisible(_("Il y a plus de 2 000 lignes. Envoyez-les en plusieurs fois."))
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


def _decoder(octets: bytes) -> tuple[str, str]:
    try:
        return octets.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return octets.decode("cp1252", errors="replace"), "Windows-1252"


def _separateur(texte: str) -> str:
    titres = texte.partition("\n")[0]
    return max(SEPARATEURS, key=titres.count)


def _places(titres: Sequence[str], exigees: Sequence[str]) -> dict[str, int]:
    vus = [plat(titre) for titre in titres]
    places = {colonne: next((vus.index(nom) for nom in noms if nom in vus), -1) for colonne, noms in COLONNES.items()}
    manquantes = [colonne for colonne in exigees if places[colonne] < 0]
    if manquantes:
        message = _("Il manque des colonnes : %(noms)s. La première ligne doit les nommer.")
        raise FeuilleIllisible(str(message) % {"noms": ", ".join(manquantes)})
    return places


def _case(ligne: Sequence[str], place: int) -> str:
    return ligne[place].strip() if 0 <= place < len(ligne) else ""


def plat(texte: str) -> str:
    """Return a heading without case, accents, outer spaces or final dots."""
    decompose = unicodedata.normalize("NFKD", texte.strip().casefold().replace("’", "'"))
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).rstrip(".… ").split())
