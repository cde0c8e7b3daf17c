"""Make the archives, read them again, then let the old ones go."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from reseau.horloge import maintenant

from .archive import Ecriture, Manifeste, Progres, sans_progres, verifier
from .cles import cles
from .conservation import COFFRE, SITE, nommer, perimees_du_coffre, perimees_du_site
from .fichiers import ajouter_les_fichiers
from .lieux import Lieu, lieu_du_coffre, lieu_du_site
from .moteurs import moteur_de, tables_a_vider
from .refus import dire_les_pannes
from .registre import oublier_l_archive, temoigner
from .rejeu import completer_le_registre

BASES: Final = {SITE: "default", COFFRE: "coffre"}
ATELIER: Final = "sauvegarde-en-cours-"


@dataclass(frozen=True, slots=True)
class Faite:
    """An archive that was made and read again."""

    nom: str
    manifeste: Manifeste


def sauvegarder(progres: Progres = sans_progres) -> tuple[Faite, Faite]:
    """Make an archive of the site and one of the safe, apart; then forget those that are past their time.

    The archives of the safe that are seven days old go first and in any case: that is a promise to people, and holds
    on a day when nothing can be saved. Those of the site go only once the new one was read again to its end.

    Raises:
        SauvegardeImpossible: something failed; what was there before is still there.
    """
    site, coffre = lieu_du_site(), lieu_du_coffre()
    cles()  # before anything: a missing key is said at once
    oublier_le_coffre(coffre)
    completer_le_registre()
    faites = faire(SITE, site, progres), faire(COFFRE, coffre, progres)
    for nom in perimees_du_site(site.noms(f"{SITE}-"), faites[0].nom, *settings.SAUVEGARDES_GARDEES):
        site.effacer(nom)
        oublier_l_archive(site, nom)
    return faites


def oublier_le_coffre(coffre: Lieu) -> int:
    """Delete the archives of the safe that are seven days old; return how many. Raises `SauvegardeImpossible`."""
    perimees = perimees_du_coffre(coffre.noms(f"{COFFRE}-"), maintenant())
    for nom in perimees:
        coffre.effacer(nom)
    return len(perimees)


def faire(genre: str, chez: Lieu, progres: Progres = sans_progres) -> Faite:
    """Make an archive of one kind, and read it again. Raises `SauvegardeImpossible`: it is then not there."""
    base, instant = connections[BASES[genre]], maintenant()
    nom = nommer(genre, instant)
    if genre == SITE:
        temoigner(chez, nom)
    with atelier() as dossier:
        copie, releve = moteur_de(base).copier(base, dossier, tables_a_vider() if genre == SITE else ())
        with chez.ecrire(nom) as sortie:
            ecriture = Ecriture(sortie, genre, instant.astimezone(UTC).isoformat(), progres)
            ecriture.manifeste.moteur, ecriture.manifeste.releve = base.vendor, releve
            ecriture.manifeste.migrations = sorted(
                ".".join(cle) for cle in MigrationRecorder(base).applied_migrations()
            )
            with dire_les_pannes("La copie de la base"), copie.open("rb") as flux:
                ecriture.ajouter(copie.name, flux, copie.stat().st_size)
            if genre == SITE:
                ajouter_les_fichiers(ecriture)
            ecriture.finir()
    return Faite(nom, _relire(chez, nom, progres))


def _relire(chez: Lieu, nom: str, progres: Progres) -> Manifeste:
    lue: list[Manifeste] = []
    with _sinon(lambda: chez.effacer(nom)):
        lue.append(verifier(chez, nom, progres)[1])
    return lue[0]


@contextmanager
def _sinon(defaire: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        defaire()
        raise


@contextmanager
def atelier() -> Iterator[Path]:
    """Give a folder that only this account reads, on the disk of the data; delete it, and those of a killed command."""
    with dire_les_pannes("Le dossier de travail"):
        racine = Path(settings.VAR)
        limite = (timezone.now() - timedelta(days=1)).timestamp()
        for ancien in racine.glob(f"{ATELIER}*"):
            if ancien.stat().st_mtime < limite:
                shutil.rmtree(ancien)
        with tempfile.TemporaryDirectory(prefix=ATELIER, dir=racine) as nom:
            yield Path(nom)
