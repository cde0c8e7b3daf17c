"""Writes what `make epreuves` did, leg by leg: `docs/mesures/epreuves-<day>.md`. Loaded by `-p`, for a whole run only.

A leg is a test file. Two runs of the same day complete one another: a leg run again replaces its row.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

MESURES = Path(__file__).parents[2] / "docs" / "mesures"
RANGEE = re.compile(r"^\| `(?P<jambe>[^`]+)` \|.*$", re.MULTILINE)
TITRE = "| preuve | essais | durée | résultat |\n|---|---:|---:|---|"


@dataclass
class Jambe:
    """What one file did; durations in seconds, summed over processes."""

    duree: float = 0
    issues: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    manques: set[str] = field(default_factory=set)

    def noter(self, rapport: pytest.TestReport) -> None:
        """Count a report: a test by its call, or by what stopped it before."""
        self.duree += rapport.duration
        if rapport.when == "call" or rapport.outcome != "passed":
            self.issues[rapport.outcome] += 1
        if rapport.skipped and isinstance(rapport.longrepr, tuple):
            self.manques.add(rapport.longrepr[2].removeprefix("Skipped: "))

    @property
    def resultat(self) -> str:
        """Passed, failed, or what is missing."""
        if echecs := self.issues["failed"]:
            return f"**{echecs} en échec**"
        partiel = f"{self.issues['passed']} réussis; " if self.issues["passed"] and self.manques else ""
        return partiel + (" ; ".join(sorted(self.manques)) or "réussi")


class Journal:
    """Gathers the reports of a run, from all its processes."""

    def __init__(self) -> None:
        self.jambes: dict[str, Jambe] = defaultdict(Jambe)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a report under the file of its test."""
        self.jambes[report.nodeid.split("::")[0]].noter(report)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the file, and say aloud what was not proved."""
        if not self.jambes:
            return
        fichier = MESURES / f"epreuves-{date.today()}.md"  # noqa: DTZ011 - the local day
        ecrire(fichier, self.jambes)
        terminalreporter.write_line(f"Relevé : {fichier}")
        for jambe, faite in sorted(self.jambes.items()):
            for manque in sorted(faite.manques):
                terminalreporter.write_line(f"{jambe} : {manque}", yellow=True, bold=True)


def ecrire(fichier: Path, jambes: dict[str, Jambe]) -> None:
    """Write the rows of this run among those of the day."""
    texte = fichier.read_text(encoding="utf-8") if fichier.exists() else ""
    rangees = {trouvee["jambe"]: trouvee[0] for trouvee in RANGEE.finditer(texte)}
    for jambe, faite in jambes.items():
        rangees[jambe] = f"| `{jambe}` | {sum(faite.issues.values())} | {faite.duree:.0f} s | {faite.resultat} |"
    corps = "\n".join(rangees[jambe] for jambe in sorted(rangees))
    fichier.write_text(
        f"# Les épreuves, le {fichier.stem[-10:]}\n\nÉcrit par `make epreuves`.\n\n{TITRE}\n{corps}\n", encoding="utf-8"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Listen, in the process that gathers the reports of the others."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Journal(), "journal-des-epreuves")
