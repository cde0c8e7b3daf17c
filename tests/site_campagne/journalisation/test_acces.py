"""gunicorn's lines: a method, a folder, a status, a size, a time; its errors as the site's own."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from site_campagne.journalisation.acces import JournalDAcces

RACINE = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("adresse", "dite"),
    [
        ("/temoigner/suivi/", "/temoigner/…"),
        ("/en/partage/abc/", "/en/partage/…"),
        ("/recherche/", "/recherche/"),
        ("/admin/pages/3/edit/", "/admin/…"),
        ("/", "/"),
        ("/journee/2026/", "/journee/2026/"),
    ],
)
def test_une_requete_se_dit_sans_adresse_ni_recherche(adresse: str, dite: str) -> None:
    requete = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": adresse,
        "QUERY_STRING": "q=Gaetane",
        "RAW_URI": f"{adresse}?q=Gaetane",
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_USER_AGENT": "le mien",
        "HTTP_REFERER": "https://ailleurs.exemple.org/",
    }
    reponse = SimpleNamespace(status="200 OK", sent=12, headers=[])
    atomes = JournalDAcces(Config()).atoms(reponse, None, requete, timedelta(milliseconds=7))
    assert atomes == {"m": "GET", "U": dite, "s": "200", "B": "12", "M": "7"}


def test_gunicorn_lit_ses_reglages_et_les_trouve_bons() -> None:
    commande = [sys.executable, "-m", "gunicorn", "--check-config", "site_campagne.wsgi"]
    fini = subprocess.run(commande, cwd=RACINE, capture_output=True, text=True, check=False)
    assert fini.returncode == 0, fini.stderr
