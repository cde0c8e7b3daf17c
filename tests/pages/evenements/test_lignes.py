"""The cells of a file of events, as people type them."""

import pytest

from medias.tableaux import FeuilleIllisible
from pages.evenements.lignes import LigneIllisible, lire_evenements, saisie_de

TITRES = "Ressource;Titre;Genre;Date;Début;Fin"


def test_les_titres_se_lisent_comme_on_les_ecrit() -> None:
    feuille = lire_evenements(f"{TITRES};À qui parler de ses besoins;LSQ\na;b;c;d;e;f;g;h\n".encode("cp1252"))
    assert feuille.encodage == "Windows-1252"
    (rangee,) = feuille.rangees
    assert (rangee.numero, rangee.cases["heure_debut"], rangee.cases["contact_acces"]) == (2, "e", "g")
    assert rangee.cases["langue_signes"] == "h"


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (b"", "vide"),
        (b"ressource;titre\na;b", "Il manque des colonnes.: genre, jour, heure_debut, heure_fin"),
        (TITRES.encode(), "que la ligne des titres"),
        (b"%PDF-1.7", "PDF"),
        ((TITRES + "\na").encode("utf-16"), "pas un fichier CSV"),
    ],
)
def test_un_fichier_illisible_se_dit(octets: bytes, message: str) -> None:
    with pytest.raises(FeuilleIllisible, match=message):
        lire_evenements(octets)


@pytest.mark.parametrize(
    ("colonne", "typee", "lue"),
    [
        ("jour", "10 octobre 2026", "2026-10-10"),
        ("jour", "Samedi 10 octobre 2026", "2026-10-10"),
        ("jour", "1er août 2026", "2026-08-01"),
        ("jour", "2026-10-10", "2026-10-10"),
        ("jour", "bientôt", "bientôt"),
        ("heure_debut", "13:00:00", "13:00"),
        ("heure_debut", "13 h", "13 h"),
        ("genre", "Porte ouverte", "porte_ouverte"),
        ("genre", "marche ou rassemblement", "marche"),
        ("langue", "Bilingue", "fr_en"),
        ("modalite", "En personne", "sur_place"),
        ("modalite", "sur place et en ligne", "les_deux"),
        ("region", "Estrie", "05"),
        ("lieu_masque", "oui", "on"),
        ("lieu_masque", "non", ""),
        ("fauteuil", "X", "oui"),
        ("fauteuil", "non précisé", ""),
    ],
)
def test_une_case_se_lit(colonne: str, typee: str, lue: str) -> None:
    assert saisie_de({colonne: typee}) == {colonne: lue}


def test_une_case_vide_ne_dit_rien() -> None:
    assert saisie_de({"titre": "", "genre": ""}) == {}


def test_chaque_case_illisible_est_dite() -> None:
    cases = {
        "titre": "=1+1",
        "genre": "bingo",
        "jour": "31 février 2026",
        "region": "Ontario",
        "gratuit": "peut-être",
    }
    with pytest.raises(LigneIllisible) as refus:
        saisie_de(cases)
    assert [
        mot in raison
        for mot, raison in zip(
            ("formule", "bingo", "n’existe pas", "17 régions", "non précisé"), refus.value.raisons, strict=True
        )
    ] == [True] * 5
