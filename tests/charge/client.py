"""One connection of a reader, and nothing of a browser: HTTP/1.1, kept open, an answer at a time.

A library of the suite would do it; none does it at two hundred connections for the price of a tenth of a core.
"""

import asyncio
import gzip
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from tests.services.courriel import HOTE

PATIENCE_S = 30.0
VIDES = frozenset({204, 304})
TETE_MAX = 64 * 1024


class Coupure(Exception):
    """No whole answer came: refused, cut, or too late. Says which."""


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer. `debut`, `fin`: when its question left and when its last byte came (seconds, monotonic)."""

    statut: int
    entetes: Mapping[str, str]
    temoins: tuple[str, ...]
    corps: bytes
    debut: float
    fin: float

    @property
    def duree(self) -> float:
        """How long it took, in seconds."""
        return self.fin - self.debut


@dataclass
class Lien:
    """A reader who came by the address `de`: through the web server in front, or straight (`droit`) to a node.

    `compresse`: it says that it unpacks. This program stands for what holds the certificate: it says who asked, as that
    does.
    """

    port: int
    de: str
    droit: bool = False
    compresse: bool = False
    _flux: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None, repr=False)

    async def demander(
        self, methode: str, chemin: str, corps: bytes = b"", entetes: Mapping[str, str] | None = None
    ) -> Reponse:
        """Ask, and return the answer. Raises `Coupure`.

        What writes opens a connection of its own: one that was left open may have been closed meanwhile, and a write
        is never sent twice. A read that meets a closed connection asks again on a new one, as every browser does.
        """
        if corps or methode == "POST":
            await self.fermer()
        neuf = self._flux is None
        question = self._question(methode, chemin, corps, entetes or {})
        try:
            return await self._echanger(methode, question)
        except Coupure:
            if neuf:
                raise
        return await self._echanger(methode, question)

    async def fermer(self) -> None:
        """Leave."""
        flux, self._flux = self._flux, None
        if flux:
            flux[1].close()
            with suppress(OSError):
                await flux[1].wait_closed()

    def _question(self, methode: str, chemin: str, corps: bytes, entetes: Mapping[str, str]) -> bytes:
        lignes = {"Host": HOTE, "X-Forwarded-For": self.de, **entetes}
        if self.compresse:
            lignes["Accept-Encoding"] = "gzip, deflate, br"
        if self.droit:  # what the shipped nginx would add
            lignes |= {"X-Forwarded-For": f"{self.de}, {HOTE}", "X-Forwarded-Proto": "https"}
        if corps or methode == "POST":
            lignes["Content-Length"] = str(len(corps))
        tete = "".join(f"{nom}: {valeur}\r\n" for nom, valeur in lignes.items())
        return f"{methode} {chemin} HTTP/1.1\r\n{tete}\r\n".encode() + corps

    async def _echanger(self, methode: str, question: bytes) -> Reponse:
        debut = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE_S):
                if self._flux is None:
                    self._flux = await asyncio.open_connection(HOTE, self.port, limit=TETE_MAX)
                lu, ecrit = self._flux
                ecrit.write(question)
                reponse, reste_ouvert = await lire_reponse(lu, methode, debut)
        except (OSError, EOFError, TimeoutError, ValueError, asyncio.LimitOverrunError) as erreur:
            await self.fermer()
            raise Coupure(type(erreur).__name__) from erreur
        if not reste_ouvert:
            await self.fermer()
        return reponse


async def lire_reponse(lu: asyncio.StreamReader, methode: str, debut: float) -> tuple[Reponse, bool]:
    """Read one answer; say whether its connection stays open. Raises what a cut stream or a wrong one raises."""
    brute = (await lu.readuntil(b"\r\n\r\n")).decode("latin-1")
    premiere, *lignes = brute.rstrip().split("\r\n")
    paires = [
        (nom.strip().lower(), valeur.strip()) for nom, _deux, valeur in (ligne.partition(":") for ligne in lignes)
    ]
    entetes, statut = dict(paires), int(premiere.split()[1])
    fini = True
    if methode == "HEAD" or statut in VIDES:
        corps = b""
    elif "chunked" in entetes.get("transfer-encoding", ""):
        corps = await _lire_par_morceaux(lu)
    elif "content-length" in entetes:
        corps = await lu.readexactly(int(entetes["content-length"]))
    else:
        corps, fini = await lu.read(-1), False
    if corps and entetes.get("content-encoding") == "gzip":
        corps = gzip.decompress(corps)
    temoins = tuple(valeur for nom, valeur in paires if nom == "set-cookie")
    reponse = Reponse(statut, entetes, temoins, corps, debut, time.monotonic())
    return reponse, fini and entetes.get("connection", "").lower() != "close"


async def _lire_par_morceaux(lu: asyncio.StreamReader) -> bytes:
    morceaux = []
    while taille := int((await lu.readline()).partition(b";")[0], 16):
        morceaux.append(await lu.readexactly(taille))
        await lu.readexactly(2)
    while (await lu.readline()).strip():  # trailers
        pass
    return b"".join(morceaux)
