"""The files that people gave: into an archive, and back to where the site keeps them."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from medias.pannes import StockageIndisponible
from medias.transfert import effacer_tout_de_suite, empreinte, noms_connus

from .archive import Ecriture, Membre
from .refus import SauvegardeImpossible, dire_les_pannes

DOSSIER = "medias/"
OU = "Les fichiers déposés"


def ajouter_les_fichiers(ecriture: Ecriture) -> None:
    """Put in every file that a row names now, after the database: what a person deleted meanwhile is not there.

    A file that a row names and that is lost does not stop the backup: the manifest counts it, the command says it.
    """
    for nom in noms_connus():
        with dire_les_pannes(OU):
            try:
                flux = default_storage.open(nom)
            except FileNotFoundError:
                ecriture.manifeste.absents += 1
                continue
            with flux:
                ecriture.ajouter(DOSSIER + nom, flux, flux.size)


class Remise:
    """Files being put back. What it wrote can be taken away again; what was there is never touched."""

    def __init__(self, dossier: Path) -> None:
        """`dossier`: where to hold the file of the moment, until its sum is known."""
        self._dossier = dossier
        self.ecrits: list[str] = []

    def remettre(self, membre: Membre, empreinte_voulue: str) -> None:
        """Put a file back under its name; nothing to do when it is there, the same.

        Raises:
            SauvegardeImpossible: no room, no answer, or another file under that name.
        """
        nom = membre.nom.removeprefix(DOSSIER)
        with dire_les_pannes(OU), tempfile.TemporaryFile(dir=self._dossier) as tenu:
            while octets := membre.flux.read():
                tenu.write(octets)
            if membre.flux.empreinte != empreinte_voulue:
                raise SauvegardeImpossible("L’archive a changé pendant qu’on la lisait : rien n’a été remis.")
            try:
                self._ranger(nom, tenu, empreinte_voulue)
            except StockageIndisponible:
                raise SauvegardeImpossible(
                    f"{OU} : le stockage ne répond pas, ou n’a plus de place. Rien n’a été remis."
                ) from None

    def _ranger(self, nom: str, tenu: Any, voulue: str) -> None:
        presente = empreinte(default_storage, nom)
        if presente == voulue:
            return
        if presente:  # a name is random and never given twice: what stands there was cut short
            effacer_tout_de_suite(default_storage, nom)
        tenu.seek(0)
        self.ecrits.append(nom)
        if default_storage.save(nom, File(tenu, nom)) != nom:
            raise SauvegardeImpossible(f"{OU} : un fichier n’a pas repris son nom.")

    def defaire(self) -> None:
        """Take away what was written: the restore did not go on."""
        _effacer(self.ecrits)


def _effacer(noms: Iterable[str]) -> None:
    for nom in noms:
        try:
            effacer_tout_de_suite(default_storage, nom)
        except OSError:  # the upkeep sweeps it: no row names it
            continue
