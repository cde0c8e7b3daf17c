"""The bench of the detector (``make bench SUJET=anonymat``): scores, speed, memory, Presidio beside it if installed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from temoignages.anonymat import detecter

from .corpus import DE_REGLAGE, RACINE, lire_corpus, lire_permis
from .rapport import cibles_manquees, rapport
from .releve import passages, relever
from .score import manques

MESURES = RACINE / "docs" / "mesures"


def main(arguments: Sequence[str] | None = None, dossier: Path = MESURES) -> int:
    """Print the report and return the exit code: 1 when a target is missed and ``--exiger`` was given."""
    options = _options(arguments)
    if options.montrer:
        sys.stdout.writelines(f"{ligne}\n" for ligne in lignes_manquees(options.montrer))
        return 0
    releve = relever()
    jour = datetime.now(UTC).astimezone().date()
    texte = rapport(releve, jour)
    sys.stdout.write(texte)
    if options.ecrire:
        ecrire(texte, jour, dossier)
    return int(options.exiger and bool(cibles_manquees(releve)))


def lignes_manquees(nom: str) -> Iterator[str]:
    """Yield what the detector misses in a tuning corpus, with its text."""
    permis = lire_permis()
    for document in lire_corpus(nom):
        for attendu in manques(document, passages(detecter(document.texte, permis), "direct", "quasi")):
            passage = document.texte[attendu.debut : attendu.fin]
            yield f"{document.id}\t{attendu.niveau}\t{attendu.type}\t{passage}\t{document.texte}"


def ecrire(texte: str, jour: date, dossier: Path) -> None:
    """Keep the report of a day; a second one on the same day replaces the first."""
    dossier.mkdir(parents=True, exist_ok=True)
    (dossier / f"anonymat-{jour.isoformat()}.md").write_text(texte, encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> Namespace:
    analyseur = ArgumentParser(prog="make bench SUJET=anonymat", description="Mesure le détecteur d’identifiants.")
    analyseur.add_argument("--ecrire", action="store_true", help="garder le relevé dans docs/mesures/")
    analyseur.add_argument("--exiger", action="store_true", help="échouer si une cible est manquée")
    # Never a corpus kept in reserve: reading its misses would be tuning on it.
    analyseur.add_argument("--montrer", choices=DE_REGLAGE, help="montrer ce qui échappe dans des textes de réglage")
    return analyseur.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
