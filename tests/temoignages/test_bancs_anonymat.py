"""The bench itself: verdicts, what it prints and keeps, its exit code, and the peer that may not be there."""

import math
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from temoignages.anonymat import detecter
from tests.bancs import anonymat
from tests.bancs.annotation import annoter
from tests.bancs.cibles import CIBLES, Exigence
from tests.bancs.corpus import CORPUS, RACINE
from tests.bancs.empreinte import Empreinte, empreinte
from tests.bancs.pair import demander
from tests.bancs.rapport import cibles_manquees, rapport
from tests.bancs.releve import Pair, Releve, relever_pair
from tests.bancs.score import Score, noter
from tests.bancs.tableau import nombre, pourcentage, tableau
from tests.bancs.vitesse import textes_par_seconde

LUC = annoter("⟦PERSON:Luc⟧ a ⟦AGE:30 ans⟧.")
NEUTRE = annoter("Rien, non, oui")
PARFAIT = noter([(LUC, [(0, 3), (6, 12)]), (NEUTRE, [])])
NUL = noter([(LUC, [(4, 5)]), (NEUTRE, [(0, 4), (6, 9), (11, 14)])])
JOUR = date(2026, 11, 22)


def releve(score: Score, pair: Pair | None = None) -> Releve:
    """Return a reading where every corpus has the same score."""
    return Releve(dict.fromkeys(CORPUS, score), 2000.0, Empreinte(80.0, 0.5), 1.0, pair)


def test_une_exigence_dit_ce_qui_n_est_pas_tenu() -> None:
    cible = Exigence(direct=0.98, fuites=0.02, quasi=0.85, faux=0.5, precision=0.75)
    assert cible.manquees(PARFAIT) == {}
    assert cible.manquees(NUL) == {"direct": 0, "fuites": 1, "quasi": 0, "faux": 3, "precision": 0}


def test_ce_qui_n_a_pas_ete_mesure_n_est_pas_tenu() -> None:
    sans_neutre = noter([(LUC, [(0, 3), (6, 12)])])
    assert list(CIBLES["reserve_courts"].manquees(sans_neutre)) == ["faux"]


def test_le_rapport_dit_chaque_cible_manquee() -> None:
    assert "Toutes les cibles sont atteintes." in rapport(releve(PARFAIT), JOUR)
    texte = rapport(releve(NUL), JOUR)
    assert texte.count("MANQUÉE") == 10
    assert texte.count("\n- ") == 10
    lent = replace(releve(PARFAIT), par_seconde=999.0, empreinte=Empreinte(math.nan, 1.0))
    assert cibles_manquees(lent) == ["textes courts par seconde de processeur", "mémoire ajoutée (Mo)"]


def test_le_rapport_met_le_pair_a_cote_quand_il_est_la() -> None:
    pair = Pair(dict.fromkeys(CORPUS, NUL), 1500.0, "2.2")
    assert "Presidio 2.2" in rapport(releve(PARFAIT, pair), JOUR)
    assert "Presidio n’est pas installé" in rapport(releve(PARFAIT), JOUR)


def test_le_rapport_ne_nomme_pas_la_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "ordi-de-lou")
    texte = rapport(releve(PARFAIT), JOUR)
    assert "ordi-de-lou" not in texte
    assert str(RACINE) not in texte


@pytest.mark.parametrize(
    ("score", "options", "code"), [(PARFAIT, ["--exiger"], 0), (NUL, ["--exiger"], 1), (NUL, [], 0)]
)
def test_une_cible_manquee_ne_fait_echouer_que_si_on_l_exige(
    score: Score, options: list[str], code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(anonymat, "relever", lambda: releve(score))
    assert anonymat.main(options, tmp_path) == code
    assert list(tmp_path.iterdir()) == []


def test_le_releve_est_garde_sous_sa_date(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(anonymat, "relever", lambda: releve(PARFAIT))
    anonymat.main(["--ecrire"], tmp_path / "mesures")
    [fichier] = (tmp_path / "mesures").iterdir()
    assert re.fullmatch(r"anonymat-\d{4}-\d\d-\d\d\.md", fichier.name)
    assert fichier.read_text() == capsys.readouterr().out


def test_ce_qui_echappe_ne_se_montre_que_dans_les_textes_de_reglage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as sortie:
        anonymat.main(["--montrer", "reserve_courts"])
    assert sortie.value.code == 2
    assert anonymat.main(["--montrer", "reglage_courts"]) == 0
    assert all(ligne.count("\t") == 4 for ligne in capsys.readouterr().out.splitlines())


def test_sans_presidio_il_n_y_a_pas_de_pair(tmp_path: Path) -> None:
    assert demander(["Luc"], tmp_path / "python") is None


def test_les_reponses_du_pair_sont_notees_texte_par_texte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\ncat >/dev/null\n"
        """echo '{"passages": [[[0, 3]], [], [[0, 4]]], "secondes": [0.5, 0.25, 8], "version": "1"}'\n"""
    )
    python.chmod(0o755)
    monkeypatch.setattr("tests.bancs.releve.demander", lambda textes: demander(textes, python))
    pair = relever_pair({"dev": [LUC], "reglage_courts": [NEUTRE], "reserve_courts": [], "reglage_recits": [NEUTRE]})
    assert pair is not None
    assert pair.scores["dev"].rappel("direct").valeur == 1
    assert pair.scores["reglage_courts"].faux.valeur == 0
    assert pair.scores["reglage_recits"].faux.valeur == 1
    assert pair.par_seconde == pytest.approx(2 / 0.75)


def test_le_detecteur_tient_dans_sa_memoire() -> None:
    mesure = empreinte()
    assert math.isnan(mesure.memoire_mo) or 10 < mesure.memoire_mo <= 150
    assert mesure.secondes > 0


def test_la_vitesse_se_compte_en_textes_par_seconde() -> None:
    detecter("")
    assert 10 < textes_par_seconde(["Rien."] * 50, (), tours=3) < 1e6


def test_un_tableau_est_aligne() -> None:
    assert tableau(("type", "n"), 1, [("a", "1"), ("long nom", "23")]).splitlines() == [
        "| type     |  n |",
        "| -------- | -: |",
        "| a        |  1 |",
        "| long nom | 23 |",
    ]


def test_les_nombres_s_ecrivent_a_la_quebecoise() -> None:
    assert [pourcentage(0.9765), nombre(0.333, 2), nombre(math.nan, 2)] == ["97,7\u00a0%", "0,33", "—"]
