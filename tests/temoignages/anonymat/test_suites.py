"""The net under the shapes: strings of signs that no word is made of, and those that every story may hold."""

import pytest

from temoignages.anonymat import detecter
from temoignages.anonymat.suites import SUITES, chercher_suites


@pytest.mark.parametrize(
    ("texte", "regle"),
    [
        ("mon numéro c’est 20 41 77 35", "suite-de-chiffres"),
        ("y m’ont donné le 4471.22.908", "suite-de-chiffres"),
        ("sur ma carte c’est écrit BZX-4410", "code"),
        ("écris à michou@chezmichou", "arrondi"),
        ("michou arrobas chez nous point ca", "arobase"),
        ("tout est sur mon-jardin.blog depuis hier", "domaine"),
        ("on était au 45 de la vieille rue Principale", "adresse-large"),
        ("passe me voir à l’appart 12", "adresse-large"),
        ("C’est M.-J. qui a fait la soupe", "initiale"),
        ("écrivez à marius et aurele (arobase) poste (point) example", "arobase"),
        ("jerem point t a hotmail point com", "arobase"),
        ("sur discord c’est groschat#0417", "compte"),
        ("ajoute moi petite.etoile.filante", "compte"),
        ("on m’a donné le numéro 6-1147", "numero"),
        ("un soir, au 56 Principale", "adresse-large"),
        ("on logeait douze rue des Pins", "adresse-large"),
        ("je vis avec B. depuis longtemps", "initiale"),
    ],
)
def test_une_suite_de_signes_est_reperee(texte: str, regle: str) -> None:
    assert regle in {constat.regle for constat in chercher_suites(texte)}
    assert any(constat.niveau == "direct" for constat in detecter(texte))


@pytest.mark.parametrize(
    "texte",
    [
        "de 2019 à 2024, pis en 2025, 2026",
        "ça coûte 20 000 000 $ par année",
        "appelle le 1 866 277-3553, le 811 ou le 911",
        "la P-38, la COVID-19, le H1N1 et la loi C-22",
        "rencontre le 2026-10-10 à 13 h 30",
        "la place est à nous autres, en route pour 12 ans",
        "on a marché 120 000 pas",
    ],
)
def test_ce_que_toute_histoire_peut_dire_n_est_pas_repere(texte: str) -> None:
    assert list(chercher_suites(texte)) == []


def test_chaque_suite_dit_pourquoi_et_propose_autre_chose() -> None:
    assert all(suite.raison.endswith(".") and suite.suggestion for suite in SUITES)
    assert len({suite.regle for suite in SUITES}) == len(SUITES)
