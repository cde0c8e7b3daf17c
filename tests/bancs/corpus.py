"""The annotated texts: one JSON line each, with the passages that identify someone, marked by hand."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from temoignages.anonymat.constats import Niveau

RACINE = Path(__file__).resolve().parents[2]
DOSSIER = RACINE / "tests" / "temoignages" / "anonymat" / "corpus"
# Tuned on, so that their scores flatter; then written apart, and shown to nobody who tunes.
DE_REGLAGE = {"dev": "dev", "reglage_courts": "réglage, courts", "reglage_recits": "réglage, récits"}
EN_RESERVE = {"reserve_courts": "réserve, courts", "reserve_recits": "réserve, récits"}
CORPUS = DE_REGLAGE | EN_RESERVE
COURTS = ("dev", "reglage_courts", "reserve_courts")


@dataclass(frozen=True, slots=True)
class Attendu:
    """A passage marked by the author, in Python string offsets."""

    debut: int
    fin: int
    type: str
    niveau: Niveau


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text; its words never show in a test report, which may be about a text kept in reserve."""

    id: str
    texte: str = field(repr=False)
    attendus: tuple[Attendu, ...] = field(repr=False)


def lire_corpus(nom: str) -> list[Document]:
    """Return the documents of a corpus of ``CORPUS``; raises ``OSError`` when its file is not there."""
    with (DOSSIER / f"{nom}.jsonl").open(encoding="utf-8") as lignes:
        return [_document(json.loads(ligne)) for ligne in lignes if ligne.strip()]


def lire_permis() -> tuple[str, ...]:
    """Return the names that identify nobody in these texts: invented resources, and regions."""
    return tuple((DOSSIER / "permis.txt").read_text(encoding="utf-8").splitlines())


def _document(champs: dict[str, Any]) -> Document:
    attendus = tuple(Attendu(s["start"], s["end"], s["type"], s["level"]) for s in champs["spans"])
    return Document(champs["id"], champs["text"], attendus)
