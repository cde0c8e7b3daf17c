"""The command: its report, its exit."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from reseau.models import Ressource

pytestmark = pytest.mark.django_db


def lancer(dossier: Path, contenu: str, *options: str, encodage: str = "utf-8") -> str:
    fichier = dossier / "ressources.csv"
    fichier.write_text(contenu, encoding=encodage)
    sortie = StringIO()
    call_command("importer_ressources", str(fichier), *options, stdout=sortie)
    return sortie.getvalue()


def test_le_rapport_dit_chaque_ligne(tmp_path: Path) -> None:
    dit = lancer(tmp_path, "nom,région\nL’Envol,Estrie\n", encodage="cp1252")
    assert "Windows-1252" in dit
    assert "Ligne 2, L’Envol" in dit
    assert "créée" in dit
    assert "inchangée" in lancer(tmp_path, "nom,région\nL’Envol,Estrie\n")


def test_l_apercu_ne_change_rien(tmp_path: Path) -> None:
    assert "Rien n’a changé" in lancer(tmp_path, "nom;region\nL’Envol;05\n", "--apercu")
    assert not Ressource.objects.exists()


def test_une_ligne_refusee_fait_echouer_la_commande_mais_garde_les_autres(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Lignes refusées\u00a0: 1"):
        lancer(tmp_path, "nom;region\nL’Envol;05\nLe Phare;Ontario\n")
    assert [ressource.nom for ressource in Ressource.objects.all()] == ["L’Envol"]


@pytest.mark.parametrize(("contenu", "message"), [("", "vide"), ("a;b\n1;2\n", "Il manque des colonnes")])
def test_un_fichier_illisible_est_dit(tmp_path: Path, contenu: str, message: str) -> None:
    with pytest.raises(CommandError, match=message):
        lancer(tmp_path, contenu)


def test_un_fichier_absent_est_dit(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ne peut pas être ouvert"):
        call_command("importer_ressources", str(tmp_path / "rien.csv"))
