"""The locked packages against the advisories that are known of them, by pip-audit. Silence is never a success.

pip-audit ends well when the service knows none of the packages, or when a mirror answers for it: what it left out is
counted here, and said.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

DELAI: Final = 15  # seconds, for one answer
# Advisories that this site lives with for now, each with why and until when: the reason is in the code, not in a head.
ACCEPTES: Final[dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came back. `atteints`: a line an advisory; `verifies`, `muets`: packages with and without an answer."""

    atteints: list[str] = field(default_factory=list)
    verifies: int = 0
    muets: list[str] = field(default_factory=list)

    @property
    def est_complet(self) -> bool:
        """Whether every package had an answer, and there was one at least."""
        return self.verifies > 0 and not self.muets


def lire(rapport: str) -> Verdict:
    """Read pip-audit's JSON; what is not its report is no answer at all."""
    try:
        paquets: list[dict[str, Any]] = json.loads(rapport)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Verdict()
    muets = [paquet["name"] for paquet in paquets if "skip_reason" in paquet]
    atteints = [
        f"{paquet['name']} {paquet['version']} : {avis['id']}, corrigé dans {', '.join(avis['fix_versions']) or '—'}"
        for paquet in paquets
        for avis in paquet.get("vulns", ())
    ]
    return Verdict(atteints, len(paquets) - len(muets), muets)


def interroger(verrou: Path, service: Sequence[str] = ()) -> Verdict:
    """Ask about every package of a lock file. `service`: pip-audit's own options, to ask another one than PyPI's."""
    with tempfile.TemporaryDirectory() as dossier:
        commande = [
            *(sys.executable, "-m", "pip_audit", "--requirement", str(verrou), "--require-hashes", "--disable-pip"),
            *("--format", "json", "--progress-spinner", "off", "--timeout", str(DELAI), "--cache-dir", dossier),
            *(mot for avis in ACCEPTES for mot in ("--ignore-vuln", avis)),
            *service,
        ]
        fait = subprocess.run(commande, capture_output=True, text=True, check=False)
    return lire(fait.stdout)


def demander(verrou: Path, service: Sequence[str] = ()) -> Verdict:
    """Ask about the first package alone, then about all: a service that says nothing of one is not asked a hundred."""
    premier, _suite = re.split(r"\n(?=[a-z0-9])", f"{verrou.read_text()}\nx", maxsplit=1, flags=re.IGNORECASE)
    with tempfile.TemporaryDirectory() as dossier:
        seul = Path(dossier) / verrou.name
        seul.write_text(premier)
        if not interroger(seul, service).verifies:
            return Verdict()
    return interroger(verrou, service)


def conclure(verrou: str, verdict: Verdict, *, exiger: bool = False) -> tuple[int, list[str]]:
    """Return the code of the command and what to say. `exiger`: what could not be asked is a failure."""
    lignes = [f"AVIS DE SÉCURITÉ, {verrou} : {ligne}" for ligne in verdict.atteints]
    if not verdict.est_complet:
        muets = len(verdict.muets) or "tous les autres"
        lignes.append(
            f"AUDIT NON FAIT, {verrou} : {verdict.verifies} paquets vérifiés, {muets} "
            "sans réponse. Relancez « make audit » là où le service des avis de PyPI répond."
        )
    elif not lignes:
        lignes.append(f"{verrou} : {verdict.verifies} paquets, aucun avis connu.")
    return int(bool(verdict.atteints) or (exiger and not verdict.est_complet)), lignes
