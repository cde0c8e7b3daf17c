"""Move every file from one storage to the other: copy, compare byte for byte, start again where it stopped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.core.files import File
from django.core.files.storage import Storage, default_storage
from django.db.models import FileField, Model


@dataclass(slots=True)
class Bilan:
    """What was done of the files that the database knows, by name.

    `orphelins` are those that it does not know, where files were; `restes`, the same where they go.
    """

    copies: list[str] = field(default_factory=list)
    deja_la: list[str] = field(default_factory=list)
    introuvables: list[str] = field(default_factory=list)
    differents: list[str] = field(default_factory=list)
    orphelins: list[str] = field(default_factory=list)
    restes: list[str] = field(default_factory=list)

    @property
    def est_complet(self) -> bool:
        """Whether every file is at its new place, the same to the last byte."""
        return not (self.introuvables or self.differents)


class _Copie(File[bytes]):
    """A file being copied, with its sum, which S3 keeps beside it."""

    sha256: str


def champs_de_fichiers() -> Iterator[tuple[type[Model], FileField]]:
    """Yield each field, of each model of each application, whose files lie in the default storage."""
    for modele in apps.get_models(include_auto_created=True):
        for champ in modele._meta.local_fields:
            if isinstance(champ, FileField) and champ.storage == default_storage and not modele._meta.proxy:
                yield modele, champ


def noms_connus() -> list[str]:
    """Return the name of every file that a row refers to, in order."""
    noms: set[str] = set()
    for modele, champ in champs_de_fichiers():
        noms.update(modele._base_manager.values_list(champ.attname, flat=True))
    return sorted(noms - {"", None})  # a nullable field gives None


def noms_presents(magasin: Storage, dossier: str = "") -> Iterator[str]:
    """Yield the name of every file of a storage, folder by folder."""
    try:
        dossiers, fichiers = magasin.listdir(dossier)
    except FileNotFoundError:  # nothing was ever stored
        return
    prefixe = f"{dossier}/" if dossier else ""
    yield from (prefixe + nom for nom in fichiers if nom)
    for nom in dossiers:
        yield from noms_presents(magasin, prefixe + nom)


def transferer(source: Storage, cible: Storage, noms: Iterator[str], bilan: Bilan, *, relire: bool) -> None:
    """Copy each file that is not yet at its new place, the same, then read it there again.

    Args:
        source: where files are.
        cible: where they go.
        noms: their names; may show a progress.
        bilan: filled as it goes: an outage stops the work, never the account of it.
        relire: read every byte of both sides, and not only what a former transfer wrote of it.

    Raises:
        StockageIndisponible: either storage does not answer; run again.
    """
    for nom in noms:
        voulue, presente = (empreinte(magasin, nom, relire=relire) for magasin in (source, cible))
        if not voulue:  # already deleted there, or lost
            (bilan.deja_la if presente else bilan.introuvables).append(nom)
        elif voulue == presente:
            bilan.deja_la.append(nom)
        else:
            _copier(source, cible, nom, voulue)
            (bilan.copies if empreinte(cible, nom) == voulue else bilan.differents).append(nom)


def empreinte(magasin: Any, nom: str, *, relire: bool = True) -> str:
    """Return the SHA-256 of a file, in hexadecimal; empty when it is not there.

    Args:
        magasin: the storage.
        nom: the name of the file.
        relire: read every byte; otherwise, what a transfer wrote beside it is enough, when it did.
    """
    if not magasin.exists(nom):
        return ""
    if not relire and hasattr(magasin, "empreinte_ecrite") and (ecrite := magasin.empreinte_ecrite(nom)):
        return str(ecrite)
    somme = sha256()
    with magasin.open(nom) as fichier:
        for morceau in fichier.chunks():
            somme.update(morceau)
    return somme.hexdigest()


def effacer_tout_de_suite(magasin: Any, nom: str) -> None:
    """Delete a file now: the `delete` of a silent bucket would queue it. Raises `StockageIndisponible`."""
    getattr(magasin, "effacer", magasin.delete)(nom)


def _copier(source: Storage, cible: Any, nom: str, voulue: str) -> None:
    """Copy a file under the same name, in place of what an interruption left of it."""
    if cible.exists(nom):
        effacer_tout_de_suite(cible, nom)
    with source.open(nom) as fichier:
        copie = _Copie(fichier.file, nom)
        copie.sha256 = voulue
        cible.save(nom, copie)
