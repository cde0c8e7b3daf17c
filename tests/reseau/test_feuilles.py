"""A file of resources: its columns, and how a cell is read."""

import pytest

from medias.tableaux import FeuilleIllisible
from reseau.etats import Genre, TrancheMembres
from reseau.feuilles import COLONNES, CaseIllisible, lire_ressources, valeurs_de
from reseau.models import Ressource


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252"])
def test_une_feuille_se_lit_dans_ses_deux_encodages(encodage: str) -> None:
    feuille = lire_ressources("Nom;Région;Téléphone public\nL’Envol;Montérégie;450 555-0100\n".encode(encodage))
    (rangee,) = feuille.rangees
    assert rangee.numero == 2
    assert rangee.cases == {"nom": "L’Envol", "region": "Montérégie", "telephone_public": "450 555-0100"}


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (b"", "vide"),
        (b"nom;ville\nx;y\n", "Il manque des colonnes : region"),
        (b"nom;region\n", "ligne des titres"),
        (b"%PDF-1.7", "PDF"),
        ("nom;région\n".encode() + b"a;05\n" * 2001, "2\\s000 lignes"),
        (b"nom;region\n" + b"a" * 3_000_000, "2 Mo"),
    ],
)
def test_un_fichier_illisible_dit_pourquoi(octets: bytes, message: str) -> None:
    with pytest.raises(FeuilleIllisible, match=message):
        lire_ressources(octets)


@pytest.mark.parametrize(
    ("colonne", "typee", "valeur"),
    [
        ("region", "estrie", "05"),
        ("region", "l'Outaouais", "07"),
        ("region", "5", "05"),
        ("genre", "Groupe d'entraide", Genre.ENTRAIDE),
        ("genre", "crise", Genre.CRISE),
        ("tranche_membres", "19", TrancheMembres.MOINS_DE_20),
        ("tranche_membres", "20", TrancheMembres.DE_20_A_49),
        ("tranche_membres", "99", TrancheMembres.DE_50_A_99),
        ("tranche_membres", "450", TrancheMembres.CENT_ET_PLUS),
        ("tranche_membres", "20 à 49", TrancheMembres.DE_20_A_49),
        ("lieu_masque", "Oui", True),
        ("active", "non", False),
        ("site_web", "exemple.org", "https://exemple.org"),
        ("site_web", "http://exemple.org", "http://exemple.org"),
        ("alias", "ENV | L’Envolée |", ("ENV", "L’Envolée")),
        ("telephone_public", "–", ""),
        ("telephone_public", "+1 418 555-0100", "+1 418 555-0100"),
    ],
)
def test_une_case_se_lit_comme_les_gens_l_ecrivent(colonne: str, typee: str, valeur: object) -> None:
    assert valeurs_de({colonne: typee}) == {colonne: valeur}


def test_une_case_vide_ne_demande_rien() -> None:
    assert valeurs_de({"genre": "", "telephone_public": ""}) == {}


@pytest.mark.parametrize(
    ("colonne", "typee", "message"),
    [
        ("region", "Ontario", "17 régions"),
        ("genre", "club", "Choisissez\u00a0: groupe d’entraide"),
        ("tranche_membres", "beaucoup", "ne se lit pas"),
        ("tranche_membres", "²", "ne se lit pas"),
        ("lieu_masque", "peut-être", "oui ou non"),
        ("nom", "=HYPERLINK(1)", "formule"),
        ("description", "@SUM(A1)", "formule"),
    ],
)
def test_une_case_impossible_dit_pourquoi(colonne: str, typee: str, message: str) -> None:
    with pytest.raises(CaseIllisible, match=message):
        valeurs_de({colonne: typee})


def test_chaque_colonne_est_un_champ_de_la_ressource() -> None:
    champs = {champ.name for champ in Ressource._meta.get_fields()}
    assert set(COLONNES) <= champs
