"""An XLSX workbook as people make them, and as nobody should."""

import datetime
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from medias.classeurs import DEPLIE_MAX, FICHIERS_MAX
from medias.tableaux import LIGNES_MAX, FeuilleIllisible, lire_tableau, ranger

COLONNES = {"texte": ("texte",), "personne": ("personne",)}
TITRES = ["Phrase à compléter", "Texte", "Ressource", "Attribution", "Personne"]


def classeur(*lignes: list[Any], autres: tuple[str, ...] = ()) -> bytes:
    """Return a workbook."""
    livre = openpyxl.Workbook()
    assert livre.active is not None
    livre.active.title = "Atelier"
    for ligne in lignes:
        livre.active.append(ligne)
    for nom in autres:
        livre.create_sheet(nom).append(["autre", "chose"])
    sortie = io.BytesIO()
    livre.save(sortie)
    return sortie.getvalue()


def textes(octets: bytes) -> dict[int, str]:
    """Return the cells under « texte », by line."""
    return {numero: cases["texte"] for numero, cases in ranger(lire_tableau(octets).lignes, COLONNES, ["texte"])}


def archive(**fichiers: bytes) -> bytes:
    """Return a zip archive."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as zippe:
        for nom, contenu in fichiers.items():
            zippe.writestr(nom, contenu)
    return sortie.getvalue()


def test_la_premiere_feuille_se_lit_comme_un_csv() -> None:
    tableau = lire_tableau(classeur(TITRES, ["Ici…", "l’été à Noël", "L’Escabeau", "région", "b"]))
    assert ranger(tableau.lignes, COLONNES, ["texte"]) == [(2, {"texte": "l’été à Noël", "personne": "b"})]
    assert (tableau.encodage, tableau.remarque) == ("XLSX", "")


def test_les_autres_feuilles_sont_signalees() -> None:
    octets = classeur(["texte"], ["mots"], autres=("Brouillon", "Noms"))
    assert textes(octets) == {2: "mots"}
    remarque = lire_tableau(octets).remarque
    assert "3 feuilles" in remarque
    assert "Atelier" in remarque


@pytest.mark.parametrize(
    ("valeur", "lue"),
    [
        (12, "12"),
        (12.0, "12"),
        (1.5, "1.5"),
        (True, "True"),
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (datetime.datetime(2026, 3, 1, 9, 30), "2026-03-01 09:30"),  # noqa: DTZ001 - a spreadsheet knows no zone
        ("=1+1", "=1+1"),
        ('=HYPERLINK("https://exemple.org")', '=HYPERLINK("https://exemple.org")'),
        ("  deux\nlignes ", "deux\nlignes"),
    ],
)
def test_une_case_se_lit_comme_elle_est_ecrite(valeur: Any, lue: str) -> None:
    assert textes(classeur(["texte"], [valeur])) == {2: lue}


def test_les_numeros_de_ligne_sont_ceux_du_tableur() -> None:
    assert textes(classeur(["texte"], ["a"], [None], [None], ["b"])) == {2: "a", 5: "b"}


def test_une_feuille_qui_ment_sur_sa_taille_est_lue_quand_meme() -> None:
    octets = io.BytesIO(classeur(["texte"], ["a"], ["b"]))
    sortie = io.BytesIO()
    with zipfile.ZipFile(octets) as lu, zipfile.ZipFile(sortie, "w") as ecrit:
        for entree in lu.infolist():
            ecrit.writestr(entree.filename, lu.read(entree).replace(b'ref="A1:A3"', b'ref="A1"'))
    assert len(textes(sortie.getvalue())) == 2


def test_trop_de_lignes_est_refuse() -> None:
    with pytest.raises(FeuilleIllisible, match=r"plus de 2\s000 lignes"):
        textes(classeur(["texte"], *([f"m{rang}"] for rang in range(LIGNES_MAX + 1))))


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice"),
        (archive(**{"bombe.xml": bytes(DEPLIE_MAX + 1)}), "trop gros"),
        (archive(**{f"f{rang}": b"" for rang in range(FICHIERS_MAX + 1)}), "trop gros"),
        (archive(**{"[Content_Types].xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "ne peut pas être lu"),
        (archive(), "ne peut pas être lu"),
        (classeur(["texte"], ["mots"])[:-200], "ne peut pas être lu"),
        (b"PK\x03\x04" + b"\xff" * 500, "ne peut pas être lu"),
        (classeur(), "n’a que la ligne des titres|Il manque des colonnes"),
    ],
    ids=["ODS", "bombe", "trop de fichiers", "entités", "archive vide", "tronqué", "abîmé", "feuille vide"],
)
def test_un_classeur_impossible_dit_pourquoi(octets: bytes, message: str) -> None:
    with pytest.raises(FeuilleIllisible, match=message):
        textes(octets)
