"""What an archive holds: a tar of members, then a manifest with the sum of each; read whole before it is trusted."""

import json
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import Any, Final, Protocol

from .cles import cles
from .lieux import Lieu
from .refus import SauvegardeImpossible
from .releve import Releve
from .scelle import ALTEREE, TRONCON, Descelleur, Entete, Scelleur, Sortie

MANIFESTE: Final = "manifeste.json"
FORMAT: Final = 1
Progres = Callable[[int], object]  # is told each number of bytes that went by


def sans_progres(_octets: int) -> None:
    """Say nothing."""


@dataclass(slots=True)
class Manifeste:
    """What was put in an archive. `membres`: size and SHA-256 of each; `absents`: how many files were not there."""

    moteur: str = ""
    migrations: list[str] = field(default_factory=list)
    releve: Releve = field(default_factory=dict)
    membres: dict[str, list[Any]] = field(default_factory=dict)
    absents: int = 0
    format: int = FORMAT


class _Flux(Protocol):
    def read(self, taille: int = -1, /) -> bytes: ...


class Somme:
    """A reader that sums what goes by, and says it."""

    def __init__(self, flux: _Flux, progres: Progres = sans_progres) -> None:
        """Read `flux`."""
        self._flux, self._progres, self._somme = flux, progres, sha256()
        self.taille = 0

    def read(self, taille: int = TRONCON) -> bytes:
        octets = self._flux.read(min(taille, TRONCON) if taille > 0 else TRONCON)
        self._somme.update(octets)
        self.taille += len(octets)
        self._progres(len(octets))
        return octets

    @property
    def empreinte(self) -> str:
        """The SHA-256 of what was read, in hexadecimal."""
        return self._somme.hexdigest()


class Ecriture:
    """An archive being made."""

    def __init__(self, sortie: Sortie, genre: str, cree_le: str, progres: Progres) -> None:
        """Begin an archive. `cree_le`: the instant, in UTC, as ISO 8601 writes it."""
        self._scelleur = Scelleur(sortie, cles(), genre, cree_le)
        self._tar = tarfile.open(fileobj=self._scelleur, mode="w|", format=tarfile.PAX_FORMAT, bufsize=TRONCON)  # type: ignore[call-overload]  # noqa: SIM115 - closed by `finir`, never when the archive is given up
        self._progres = progres
        self.manifeste = Manifeste()

    def ajouter(self, nom: str, flux: _Flux, taille: int) -> None:
        """Put a member of `taille` bytes. Raises `OSError` when `flux` gives fewer."""
        membre = tarfile.TarInfo(nom)
        membre.size = taille
        somme = Somme(flux, self._progres)
        self._tar.addfile(membre, somme)
        self._tar.members.clear()  # it would keep them all
        self.manifeste.membres[nom] = [taille, somme.empreinte]

    def finir(self) -> None:
        """Write the manifest and the end: without them the archive is refused."""
        octets = json.dumps(asdict(self.manifeste), ensure_ascii=False).encode()
        membre = tarfile.TarInfo(MANIFESTE)
        membre.size = len(octets)
        self._tar.addfile(membre, BytesIO(octets))
        self._tar.close()
        self._scelleur.fermer()


@contextmanager
def lire(source: Lieu, nom: str, progres: Progres = sans_progres) -> Iterator[tuple[Entete, Iterator["Membre"]]]:
    """Open an archive; give what it says of itself and its members, each to be read before the next.

    Raises:
        SauvegardeImpossible: it cannot be opened, or a part of it is not what was written.
    """
    with source.ouvrir(nom) as entree:
        descelleur = Descelleur(entree, cles())
        yield descelleur.entete, _membres(descelleur, progres)


@dataclass(slots=True)
class Membre:
    """A member that can be read once."""

    nom: str
    taille: int
    flux: Somme


def _membres(descelleur: Descelleur, progres: Progres) -> Iterator[Membre]:
    try:
        with tarfile.open(fileobj=descelleur, mode="r|", bufsize=TRONCON) as tar:  # type: ignore[call-overload]  # reads only
            for info in tar:
                flux = tar.extractfile(info)
                if flux is None:
                    raise SauvegardeImpossible(ALTEREE)
                yield Membre(info.name, info.size, Somme(flux, progres))
                tar.members.clear()
    except tarfile.TarError:
        raise SauvegardeImpossible(ALTEREE) from None
    descelleur.finir()


def verifier(source: Lieu, nom: str, progres: Progres = sans_progres) -> tuple[Entete, Manifeste]:
    """Read an archive to its last byte, and compare each member with what the manifest says of it.

    Raises:
        SauvegardeImpossible: as `lire`; or the manifest says otherwise.
    """
    lus: dict[str, list[Any]] = {}
    manifeste = None
    with lire(source, nom, progres) as (entete, membres):
        for membre in membres:
            if membre.nom == MANIFESTE:
                manifeste = lire_manifeste(membre)
                continue
            epuiser(membre)
            lus[membre.nom] = [membre.flux.taille, membre.flux.empreinte]
    if manifeste is None or manifeste.membres != lus:
        raise SauvegardeImpossible(ALTEREE)
    return entete, manifeste


def epuiser(membre: Membre) -> None:
    """Read a member to its end."""
    while membre.flux.read():
        pass


def lire_manifeste(membre: Membre) -> Manifeste:
    """Read the manifest. Raises `SauvegardeImpossible` when another version of the site wrote it."""
    octets = b"".join(iter(membre.flux.read, b""))
    dit = json.loads(octets)
    if dit.get("format") != FORMAT:
        raise SauvegardeImpossible("Une autre version du site a fait cette archive : installez-la pour la lire.")
    return Manifeste(**dit)
