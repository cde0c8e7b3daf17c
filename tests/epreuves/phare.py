"""Lighthouse, on a telephone and a slow network as it simulates them: four notes, and what took points away."""

import json
import os
import subprocess
from dataclasses import dataclass
from statistics import median
from typing import Any

from .outils import chromium, commande, paquet_npm

CLI = "lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
OPTIONS_DE_CHROMIUM = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# A first note under the bar may be this machine's mood: the median of three decides.
TOURS_AU_PLUS = 3


@dataclass(frozen=True)
class Notes:
    """Notes from 0 to 100 by category, in the order of `CATEGORIES`; `lcp` in seconds; `pertes`: audits under 100."""

    notes: tuple[int, ...]
    lcp: float
    pertes: tuple[str, ...]
    tours: int = 1


def noter(adresse: str, barre: int) -> Notes:
    """Return the notes of a page: of one run when it reaches `barre`, otherwise the medians of three."""
    tours = [un_tour(adresse)]
    while min(tours[0].notes) < barre and len(tours) < TOURS_AU_PLUS:
        tours.append(un_tour(adresse))
    notes = tuple(round(median(colonne)) for colonne in zip(*(tour.notes for tour in tours), strict=True))
    return Notes(notes, median(tour.lcp for tour in tours), tours[-1].pertes, len(tours))


def un_tour(adresse: str) -> Notes:
    """Run Lighthouse once."""
    ordre = [commande("node", "nodejs"), str(paquet_npm(CLI)), adresse, "--quiet", "--output", "json"]
    options = [f"--chrome-flags={OPTIONS_DE_CHROMIUM}", f"--only-categories={','.join(CATEGORIES)}"]
    environnement = os.environ | {"CHROME_PATH": chromium()}
    sortie = subprocess.run([*ordre, *options], env=environnement, capture_output=True, check=True, timeout=180).stdout
    rapport = json.loads(sortie)
    notes = tuple(round(100 * rapport["categories"][categorie]["score"]) for categorie in CATEGORIES)
    return Notes(notes, rapport["audits"]["largest-contentful-paint"]["numericValue"] / 1000, tuple(pertes(rapport)))


def pertes(rapport: dict[str, Any]) -> list[str]:
    """Return the audits that weigh in a note and are not perfect."""
    poids = {renvoi["id"] for c in rapport["categories"].values() for renvoi in c["auditRefs"] if renvoi["weight"] > 0}
    audits = {nom: rapport["audits"][nom]["score"] for nom in sorted(poids)}
    return [nom for nom, note in audits.items() if note is not None and note < 1]
