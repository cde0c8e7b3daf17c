"""The annotated texts: one JSON line each, with the passages that identify someone, marked by hand."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from temoignages.anonymat.constats import Niveau

RACINE = Path(__file__).resolve().parents[2]
DOSSIER = RACINE / "tests" / "temoignages" / "anonymat" / "corpus"
# Tuned on, so that their scores flatter; then written apart, and shown to nobody who tunes. A reserve whose misses have
# been read is burnt: it moves up, and others write another.
DE_REGLAGE = {
    "dev": "dev",
    "reglage_courts": "réglage, courts",
    "reglage_recits": "réglage, récits",
    "reglage_autres_courts": "réglage (première réserve), courts",
    "reglage_autres_recits": "réglage (première réserve), récits",
    "reglage2a_courts": "réglage 2a, courts",
    "reglage2a_recits": "réglage 2a, récits",
    "reglage2b_courts": "réglage 2b, courts",
    "reglage2b_recits": "réglage 2b, récits",
}
EN_RESERVE = {"reserve_courts": "réserve, courts", "reserve_recits": "réserve, récits"}
CORPUS = DE_REGLAGE | EN_RESERVE
COURTS = tuple(nom for nom in CORPUS if nom == "dev" or nom.endswith("_courts"))


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


def presents() -> list[str]:
    """Return the corpora whose file is there: between two reserves there is none, and nothing to judge on."""
    return [nom for nom in CORPUS if nom in DE_REGLAGE or (DOSSIER / f"{nom}.jsonl").exists()]


def lire_permis() -> tuple[str, ...]:
    """Return the names that identify nobody in these texts: invented resources, and regions."""
    return tuple((DOSSIER / "permis.txt").read_text(encoding="utf-8").splitlines())


def _document(champs: dict[str, Any]) -> Document:
    attendus = tuple(Attendu(s["start"], s["end"], s["type"], s["level"]) for s in champs["spans"])
    return Document(champs["id"], champs["text"], attendus)
