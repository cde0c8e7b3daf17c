"""Read the first sheet of an XLSX workbook as typed: values only, nothing computed, nothing followed, bounded."""

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from .tableaux import LIGNES_MAX, FeuilleIllisible

# What an archive may hold once unpacked (a small file can be made to swell a thousand times), and a sheet at most.
DEPLIE_MAX = 20 * 1024 * 1024
FICHIERS_MAX = 500
RANGEES_MAX = 1_048_576
COLONNES_MAX = 30
MIMETYPE_ODS = b"application/vnd.oasis.opendocument"
ILLISIBLE = _("Ce classeur ne peut pas être lu. Dans votre tableur : Enregistrer sous, XLSX ou CSV UTF-8.")
TROP_GROS = _("Ce classeur est trop gros une fois ouvert. Copiez les lignes utiles dans un classeur neuf.")


def lire_classeur(octets: bytes) -> tuple[list[tuple[int, list[str]]], str]:
    """Return the lines of the first sheet that are not blank, with their numbers, and a remark when there are others.

    A formula is its own text. Raises `FeuilleIllisible`.
    """
    _verifier(octets)
    try:
        classeur = load_workbook(io.BytesIO(octets), read_only=True, data_only=False, keep_links=False)
        premiere, noms = classeur.worksheets[0], [feuille.title for feuille in classeur.worksheets]
        premiere.reset_dimensions()  # what the file says of its own size is not believed
        lignes = _lignes(premiere.iter_rows(max_col=COLONNES_MAX, values_only=True))
        classeur.close()
    except Exception as erreur:  # a hand-made archive can fail anywhere in the library: never a 500
        raise FeuilleIllisible(ILLISIBLE) from erreur
    if len(noms) == 1:
        return lignes, ""
    remarque = _("Ce classeur a %(nombre)s feuilles : seule la première a été lue, « %(nom)s ».")
    return lignes, str(remarque) % {"nombre": len(noms), "nom": noms[0][:60]}


def _lignes(rangees: Iterable[Sequence[Any]]) -> list[tuple[int, list[str]]]:
    lignes: list[tuple[int, list[str]]] = []
    for numero, rangee in enumerate(islice(rangees, RANGEES_MAX), start=1):
        cases = [_texte(valeur) for valeur in rangee]
        if any(case.strip() for case in cases):
            lignes.append((numero, cases))
        if len(lignes) > LIGNES_MAX + 1:  # the headings, and one line too many: enough to refuse
            break
    return lignes


def _verifier(octets: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            contenus = archive.infolist()
            if len(contenus) > FICHIERS_MAX or sum(contenu.file_size for contenu in contenus) > DEPLIE_MAX:
                raise FeuilleIllisible(TROP_GROS)
            genre = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as erreur:
        raise FeuilleIllisible(ILLISIBLE) from erreur
    if genre.startswith(MIMETYPE_ODS):
        raise FeuilleIllisible(
            _("C’est un classeur LibreOffice (ODS). Enregistrez-le en XLSX ou en CSV, puis revenez.")
        )


def _texte(valeur: Any) -> str:
    if valeur is None:
        return ""
    if isinstance(valeur, datetime.datetime):
        return valeur.date().isoformat() if valeur.time() == datetime.time() else valeur.isoformat(" ", "minutes")
    if isinstance(valeur, float) and valeur.is_integer():
        return str(int(valeur))
    return str(valeur)
