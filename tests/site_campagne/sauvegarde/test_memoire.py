"""300 MB of files go by in a process that keeps a few."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.coherence.arbre import RACINE

MESURE = """
import resource, sys
import django
django.setup()
from pathlib import Path
from unittest.mock import patch
from django.conf import settings
from django.core.files.storage import default_storage
from site_campagne.sauvegarde import archive, fichiers
from site_campagne.sauvegarde.lieux import Dossier
chez = Dossier(Path(sys.argv[1]))
def tour(noms):
    with patch.object(fichiers, "noms_connus", lambda: noms), chez.ecrire("a") as sortie:
        ecriture = archive.Ecriture(sortie, "site", "2026-11-22T17:00:00+00:00", archive.sans_progres)
        fichiers.ajouter_les_fichiers(ecriture)
        ecriture.finir()
    return archive.verifier(chez, "a")[1]
tour(["petit"])
avant = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
manifeste = tour([f"gros-{rang}" for rang in range(3)])
assert sum(taille for taille, _somme in manifeste.membres.values()) == 300 * 1024 * 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - avant)
"""


@pytest.mark.epreuve
def test_la_memoire_ne_suit_pas_la_taille_des_fichiers(tmp_path: Path) -> None:
    media = tmp_path / "media"
    media.mkdir()
    (media / "petit").write_bytes(b"p" * 1000)
    for rang in range(3):
        with (media / f"gros-{rang}").open("wb") as fichier:
            fichier.truncate(100 * 1024 * 1024)
    ici = {"DJANGO_SETTINGS_MODULE": "site_campagne.settings.dev", "DOSSIER_DONNEES": str(tmp_path)}
    commande = [sys.executable, "-c", MESURE, str(tmp_path / "archives")]
    fini = subprocess.run(commande, cwd=RACINE, env=os.environ | ici, capture_output=True, text=True, check=False)

    assert fini.returncode == 0, fini.stderr
    assert int(fini.stdout) < 20 * 1024, "kilobytes"
