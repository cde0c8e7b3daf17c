"""`make bench`: everything that is measured, side by side in one run; printed, kept when asked for, required or not."""

import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from . import ampleur, fabrique, facade, pages, processus
from .anonymat import MESURES
from .bilan import Absent, Cible, Sujet, manquees, rapport, sujet_absent, tableau_des_cibles
from .cibles import MEMOIRE_MO, TEXTES_PAR_SECONDE
from .rapport import cibles_manquees
from .reglage import ENTIER, RAPIDE, Reglage
from .releve import relever
from .serveurs import Site, demonstration

PLACE, FIN = "<!-- make bench ECRIRE=1 : début -->", "<!-- fin -->"


class Chantier(NamedTuple):
    """Where the bench works, how much it measures, and the demonstration, loaded when something asks for it."""

    dossier: Path
    reglage: Reglage
    site: Callable[[], Site]


Mesurer = Callable[[Chantier], Sequence[Sujet]]
SUJETS: dict[str, Mesurer] = {
    "pages": lambda c: [pages.mesurer(c.site(), c.dossier, c.reglage)],
    "facade": lambda c: [facade.mesurer(c.site(), c.dossier, c.reglage)],
    "fabrique": lambda c: [fabrique.mesurer(c.site(), c.reglage)],
    "processus": lambda c: [processus.mesurer(c.site(), c.reglage)],
    "detecteur": lambda _c: [_detecteur()],
    "agenda": lambda c: ampleur.mesurer_l_agenda(c.reglage),
    "outils": lambda c: ampleur.mesurer_les_outils(c.reglage),
    "mur": lambda c: ampleur.mesurer_le_mur(c.reglage),
}


def main(arguments: Sequence[str] | None = None, dossier: Path = MESURES) -> int:
    """Print the report and return the exit code: 1 when a target is missed and ``--exiger`` was given."""
    options = _options(arguments)
    debut, jour = time.monotonic(), datetime.now(UTC).astimezone().date()
    sujets: list[Sujet] = []
    texte = ""
    with _chantier(options) as chantier:
        for nom in options.seulement or SUJETS:
            sujets += _mesurer(nom, chantier)
            texte = rapport(sujets, jour, time.monotonic() - debut)
            if options.ecrire:  # as it goes: what is measured is kept if the rest is interrupted
                _ecrire(texte, jour, dossier)
                _citer(sujets, jour, dossier)
    sys.stdout.write(texte)
    return int(options.exiger and bool(manquees(sujets)))


@contextmanager
def _chantier(options: Namespace) -> Iterator[Chantier]:
    with tempfile.TemporaryDirectory(prefix="banc-") as nom:
        dossier = Path(nom)
        donnees = options.demo or dossier / "demo"
        yield Chantier(dossier, RAPIDE if options.rapide else ENTIER, cache(partial(demonstration, donnees)))


def _mesurer(nom: str, chantier: Chantier) -> Sequence[Sujet]:
    """Measure one subject; what fails is said in its place, and the others are measured."""
    sys.stderr.write(f"{nom}…\n")
    try:
        return SUJETS[nom](chantier)
    except Absent as absence:
        return [sujet_absent(nom, str(absence))]
    except Exception as erreur:  # noqa: BLE001 - a quarter of an hour of figures is not lost for one that fails
        traceback.print_exc()
        return [sujet_absent(nom, type(erreur).__name__)]


def _detecteur() -> Sujet:
    """Measure the detector, in a few figures: `python -m tests.bancs.anonymat` gives them all."""
    releve = relever()
    cibles = [
        Cible("détecteur : textes courts par seconde", releve.par_seconde, TEXTES_PAR_SECONDE, True, 0),
        Cible("détecteur : mémoire ajoutée (Mo)", releve.empreinte.memoire_mo, MEMOIRE_MO, decimales=0),
        Cible("détecteur : cibles manquées, toutes mesures", len(cibles_manquees(releve)), 0, decimales=0),
    ]
    return Sujet("Le détecteur d’identifiants", "Le détail, par type : `make bench SUJET=anonymat`.", cibles)


def _ecrire(texte: str, jour: date, dossier: Path) -> None:
    """Keep the report of a day; a second one on the same day replaces the first."""
    dossier.mkdir(parents=True, exist_ok=True)
    (dossier / f"bench-{jour.isoformat()}.md").write_text(texte, encoding="utf-8")


def _citer(sujets: Sequence[Sujet], jour: date, dossier: Path) -> None:
    """Give the targets of the last report, with its link, where the page of performance leaves them a place."""
    page = dossier.parent / "performance.md"
    if page.exists():
        avant, place, reste = page.read_text(encoding="utf-8").partition(PLACE)
        derniers = f"Le [{jour.isoformat()}]({dossier.name}/bench-{jour.isoformat()}.md) :"
        suite = reste.partition(FIN)[2]
        if place and suite:
            cite = f"{place}\n{derniers}\n\n{tableau_des_cibles(sujets)}\n{FIN}"
            page.write_text(f"{avant}{cite}{suite}", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> Namespace:
    analyseur = ArgumentParser(prog="make bench", description="Mesure le site : tout, côte à côte, en un passage.")
    analyseur.add_argument("--ecrire", action="store_true", help="garder le relevé dans docs/mesures/")
    analyseur.add_argument("--exiger", action="store_true", help="échouer si une cible est manquée")
    analyseur.add_argument("--rapide", action="store_true", help="de petites tailles : pour voir que le banc tourne")
    analyseur.add_argument("--demo", type=Path, help="dossier où charger la démonstration, ou la reprendre")
    analyseur.add_argument("--seulement", nargs="+", choices=SUJETS, metavar="SUJET", help=", ".join(SUJETS))
    return analyseur.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
