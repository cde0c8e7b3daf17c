"""The command: one JSON line in, one JSON line out, nothing anywhere else."""

import io
import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from reseau.models import AliasRessource
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db


def lancer(monkeypatch: pytest.MonkeyPatch, entree: bytes, *arguments: str) -> tuple[list[dict[str, Any]], int]:
    """Run the command on the bytes of standard input; return its answers and its exit code."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(entree)))
    sortie, code = io.StringIO(), 0
    try:
        call_command("detecter_identifiants", *arguments, stdout=sortie)
    except SystemExit as fin:
        code = int(fin.code or 0)
    return [json.loads(ligne) for ligne in sortie.getvalue().splitlines()], code


def ligne(identifiant: object, texte: object) -> bytes:
    """Return a line of input."""
    return json.dumps({"id": identifiant, "text": texte}).encode() + b"\n"


def test_chaque_texte_recoit_ses_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    texte = "Merci à Tuvaaluk, 514 555-0199."
    reponses, code = lancer(monkeypatch, ligne("a", texte) + b"\n" + ligne(2, "Rien à dire."))
    assert code == 0
    assert [reponse["id"] for reponse in reponses] == ["a", 2]
    assert [texte[s["start"] : s["end"]] for s in reponses[0]["spans"]] == ["Tuvaaluk", "514 555-0199"]
    assert set(reponses[0]["spans"][0]) == {"start", "end", "type", "level", "reason", "suggestion"}
    assert reponses[1]["spans"] == []


@pytest.mark.parametrize(
    ("mauvaise", "identifiant"),
    [
        (b"pas du json\n", None),
        (b"[1, 2]\n", None),
        (b'{"text": "sans id"}\n', None),
        (b'{"id": "x"}\n', "x"),
        (b'{"id": "x", "text": 3}\n', "x"),
        (b'{"id": {}, "text": "a"}\n', None),
        (b"\xff\xfe\n", None),
        (b"[" * 100_000 + b"\n", None),
    ],
)
def test_une_ligne_illisible_a_son_erreur_et_n_arrete_pas_les_autres(
    monkeypatch: pytest.MonkeyPatch, mauvaise: bytes, identifiant: object
) -> None:
    reponses, code = lancer(monkeypatch, mauvaise + ligne("ok", "Merci à Tuvaaluk."))
    assert code == 1
    assert reponses[0]["id"] == identifiant
    assert reponses[0]["error"]
    assert len(reponses[1]["spans"]) == 1


def test_un_demi_caractere_recoit_une_reponse(monkeypatch: pytest.MonkeyPatch) -> None:
    reponses, code = lancer(monkeypatch, b'{"id": "\\ud800", "text": "Merci \\ud800 Ginette."}\n')
    assert code == 0
    assert len(reponses[0]["spans"]) == 1


def test_les_ressources_leurs_alias_et_les_regions_sont_permis(monkeypatch: pytest.MonkeyPatch) -> None:
    ressource = RessourceFactory.create(nom="Le Zéphyrin")
    AliasRessource.objects.create(ressource=ressource, nom="Zéphyrou")
    texte = "Au Zéphyrin, au Zéphyrou, en Montérégie."
    assert lancer(monkeypatch, ligne(1, texte)) == ([{"id": 1, "spans": []}], 0)


def test_une_ressource_qui_n_est_plus_membre_n_est_pas_permise(monkeypatch: pytest.MonkeyPatch) -> None:
    RessourceFactory.create(nom="Le Zéphyrin", active=False)
    assert len(lancer(monkeypatch, ligne(1, "Merci au Zéphyrin."))[0][0]["spans"]) == 1


def test_le_fichier_des_permis_s_ajoute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fichier = tmp_path / "permis.txt"
    fichier.write_text("Tuvaaluk\n\n", encoding="utf-8")
    reponses, _ = lancer(monkeypatch, ligne(1, "Merci à Tuvaaluk."), "--permis", str(fichier))
    assert reponses[0]["spans"] == []


def test_un_fichier_de_permis_introuvable_est_refuse(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="introuvable"):
        call_command("detecter_identifiants", "--permis", str(tmp_path / "absent"))


def test_rien_n_est_journalise_ni_ecrit_ailleurs(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    lancer(monkeypatch, ligne(1, "Merci à Tuvaaluk.") + b"pas du JSON, Tuvaaluk\n")
    assert "Tuvaaluk" not in caplog.text
    assert "Tuvaaluk" not in "".join(capsys.readouterr())
