"""What the coherence tests look at: the files of the repository, by kind."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]
APPLICATIONS = ("site_campagne", "pages", "temoignages", "reseau", "medias")


def fichiers_suivis() -> list[Path]:
    """Return every file that git keeps or would keep."""
    commande = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    noms = subprocess.run(commande, cwd=RACINE, capture_output=True, check=True, text=True).stdout.split("\0")
    return [RACINE / nom for nom in noms if nom and (RACINE / nom).is_file()]


def sources_python() -> list[Path]:
    """Return the Python files of the applications, written by hand (no migration)."""
    return [
        chemin
        for application in APPLICATIONS
        for chemin in sorted((RACINE / application).rglob("*.py"))
        if "migrations" not in chemin.parts
    ]


def gabarits() -> dict[str, Path]:
    """Return our templates, by the name that Django knows them under."""
    return {
        chemin.relative_to(RACINE / application / "templates").as_posix(): chemin
        for application in APPLICATIONS
        for chemin in sorted((RACINE / application / "templates").rglob("*"))
        if chemin.is_file()
    }


def classes(dossier: Path) -> Iterator[ast.ClassDef]:
    """Yield the classes defined under `dossier`."""
    for chemin in sorted(dossier.rglob("*.py")):
        yield from (noeud for noeud in ast.walk(ast.parse(chemin.read_text())) if isinstance(noeud, ast.ClassDef))


def court(chemin: Path) -> str:
    """Return a path relative to the repository, for messages."""
    return chemin.relative_to(RACINE).as_posix()
