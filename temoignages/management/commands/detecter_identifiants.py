"""`manage.py detecter_identifiants`: what identifies a person, one JSON line in, one JSON line out."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from temoignages.actions.caviarder import noms_permis
from temoignages.anonymat import detecter


class LigneInvalideError(ValueError):
    """A line that cannot be read; holds the identifier when it could be."""

    def __init__(self, message: str, identifiant: object = None) -> None:
        """Keep the reason in French and the identifier, None when unknown."""
        super().__init__(message)
        self.identifiant = identifiant


class Command(BaseCommand):
    help = (
        "Lit des lignes JSON {« id », « text »} sur l’entrée standard et écrit pour chacune les passages qui peuvent "
        "identifier quelqu’un. Une ligne illisible donne « error » et un code de sortie différent de zéro."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file of allowed names."""
        parser.add_argument("--permis", type=Path, metavar="FICHIER", help="noms permis, un par ligne")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer each line as it comes, in constant memory; write nothing else anywhere."""
        permis = (*_noms_de_la_base(), *_lire_permis(options["permis"]))
        rate = False
        for ligne in tqdm(_entree(), unit=" textes", disable=None, file=sys.stderr):
            try:
                reponse = repondre(ligne, permis)
            except LigneInvalideError as erreur:
                rate = True
                reponse = {"id": erreur.identifiant, "error": str(erreur)}
            self.stdout.write(json.dumps(reponse))
        if rate:
            sys.exit(1)


def repondre(ligne: bytes, permis: Iterable[str]) -> dict[str, object]:
    """Return the answer to one line; raises ``LigneInvalideError`` when it is not a JSON object with a text."""
    try:
        demande = json.loads(ligne.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise LigneInvalideError("La ligne n’est pas en UTF-8.") from None
    except (ValueError, RecursionError):
        raise LigneInvalideError("La ligne n’est pas du JSON valide.") from None
    if not isinstance(demande, dict):
        raise LigneInvalideError("La ligne n’est pas un objet JSON.")
    identifiant = demande.get("id")
    if not isinstance(identifiant, str | int) or isinstance(identifiant, bool):
        raise LigneInvalideError("« id » manque ou n’est ni un texte ni un nombre entier.")
    if not isinstance(demande.get("text"), str):
        raise LigneInvalideError("« text » manque ou n’est pas un texte.", identifiant)
    spans = [
        {
            "start": constat.debut,
            "end": constat.fin,
            "type": constat.type,
            "level": constat.niveau,
            "reason": constat.raison,
            "suggestion": constat.suggestion,
        }
        for constat in detecter(demande["text"], tuple(permis))
    ]
    return {"id": identifiant, "spans": spans}


def _noms_de_la_base() -> tuple[str, ...]:
    """Return the names that the database allows; none, and a word about it, before the first migration."""
    try:
        return noms_permis()
    except DatabaseError:
        sys.stderr.write("La base n’est pas prête (manage.py migrate) : aucun nom de ressource n’est permis.\n")
        return ()


def _lire_permis(fichier: Path | None) -> list[str]:
    if fichier is None:
        return []
    try:
        return [nom.strip() for nom in fichier.read_text(encoding="utf-8-sig").splitlines() if nom.strip()]
    except (OSError, UnicodeDecodeError):
        raise CommandError(f"Le fichier {fichier} est introuvable ou n’est pas en UTF-8.") from None


def _entree() -> Iterator[bytes]:
    """Yield the lines of standard input that are not empty, as bytes: each is decoded, or refused, on its own."""
    return (ligne for ligne in sys.stdin.buffer if ligne.strip())
