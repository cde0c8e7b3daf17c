"""What the tests of backups do again and again."""

import io
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from temoignages.models import Temoignage
from tests.fabriques.temoignages import un_temoignage


def lancer(commande: str, *arguments: str) -> str:
    """Run a command; return what it said, its refusal included."""
    sortie = io.StringIO()
    try:
        call_command(commande, *arguments, stdout=sortie)
    except CommandError as refus:
        return f"{sortie.getvalue()}REFUS : {refus}"
    return sortie.getvalue().strip()


def archives(genre: str = "site") -> list[Path]:
    """Return the archives of a kind, oldest first."""
    dossier = Path(settings.SAUVEGARDES if genre == "site" else settings.SAUVEGARDES_COFFRE)
    return sorted(dossier.glob(f"{genre}-*.sauvegarde"))


def au_registre(genre: str = "") -> list[str]:
    """Return the names of the ledger."""
    return sorted(f.name for f in Path(settings.SAUVEGARDES, "registre").glob(f"{genre}*"))


def une_parole(texte: str) -> Temoignage:
    """Return a published testimony."""
    return un_temoignage(texte)


def residus(texte: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return where a text remains, in the databases, the files, the caches, the mails and the logs."""
    sortie = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(texte.encode())))
    with suppress(SystemExit):
        call_command("chercher_residus", "--sans-incident", stdout=sortie, stderr=sortie)
    return sortie.getvalue()
