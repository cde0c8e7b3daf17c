"""The trial of withdrawals: readers who never stop, and authors who take their words back one after another."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from tests.services.nginx import Nginx

from .client import Coupure, Lien
from .grappe import Grappe
from .guet import TOLERE_S, Guet
from .monde import Parole
from .noeuds import Noeud
from .personne import PageInattendue, Personne

PLAN = re.compile(r"<loc>https?://[^/]+(/[^<]*)</loc>")
# What the sitemap does not list: feeds and lists of data, the next pages of the wall.
AUSSI = (
    "/fils/",
    "/sitemap.xml",
    "/sitemap-fr-1.xml",
    "/sitemap-en-1.xml",
    "/communiques/flux.xml",
    "/agenda/evenements.json",
    "/agenda/calendrier.ics",
    "/journee/2019/texte/",
    "/temoignages/carte.png",
    *(f"{langue}/temoignages/?page={rang}" for langue in ("", "/en") for rang in range(1, 7)),
)
PAUSE_S = 1.2
REPIT_S = 4.0  # a node that came back serves this long before it leaves again
PATIENCE_S = 30.0
SURVEILLEES, PORTEUSES = 0.6, 0.3
LIEUX_PAR_VOIE = 2
COMPRESSE = ", compressé"

# A way that readers come by, where it leads, how many take it. What is compressed is kept apart by nginx.
Voie = tuple[str, Nginx | Noeud, int]


@dataclass
class Retraits:
    """A trial. `redemarre`: the node that restarts again and again."""

    grappe: Grappe
    guet: Guet
    voies: Sequence[Voie]
    pause: float = PAUSE_S
    redemarre: Noeud | None = None
    redemarrages: int = 0
    duree: float = 0.0
    _visees: list[Parole] = field(default_factory=list)
    _porteuses: list[str] = field(default_factory=list)
    _autres: list[str] = field(default_factory=list)
    _fini: bool = False

    async def mener(self, paroles: Sequence[Parole]) -> None:
        """Withdraw each of them, under the eyes of all."""
        await self._explorer()
        debut = time.monotonic()
        async with asyncio.TaskGroup() as taches:
            for voie, vers, nombre in self.voies:
                for _lecteur in range(nombre):
                    lien = self.grappe.lien(vers, compresse=voie.endswith(COMPRESSE))
                    taches.create_task(self._lire(voie, lien))
            if self.redemarre:
                taches.create_task(self._redemarrer(self.redemarre))
            try:
                for rang, parole in enumerate(paroles):
                    await self._eprouver(parole, paroles[rang + 1 : rang + 2])
            finally:
                self._fini = True
        self.duree = time.monotonic() - debut

    async def _explorer(self) -> None:
        """Read the whole site once: which addresses hold the words, and which do not."""
        voie, vers, _nombre = self.voies[0]
        lien = self.grappe.lien(vers)
        adresses = {*AUSSI, "/", "/en/"}
        for plan in ("/sitemap-fr-1.xml", "/sitemap-en-1.xml"):
            reponse = await lien.demander("GET", plan)
            adresses |= set(PLAN.findall(reponse.corps.decode()))
        for adresse in sorted(adresses):
            self.guet.juger(voie, adresse, await lien.demander("GET", adresse))
        lieux = {adresse for sort in self.guet.sorts.values() for _voie, adresse in sort.lieux}
        self._porteuses = sorted(lieux & adresses)
        self._autres = sorted(adresses - lieux)
        await lien.fermer()

    async def _lire(self, voie: str, lien: Lien) -> None:
        while not self._fini:
            adresse = self._choisir()
            try:
                reponse = await lien.demander("GET", adresse, entetes=self.guet.entetes(voie, adresse))
            except Coupure as coupure:
                self.guet.erreurs.append(f"{voie} {adresse}: {coupure}")
            else:
                self.guet.juger(voie, adresse, reponse)
            await asyncio.sleep(self.pause * random.uniform(0.5, 1.5))  # noqa: S311 - nobody reads like a clock
        await lien.fermer()

    def _choisir(self) -> str:
        tire = random.random()  # noqa: S311 - a drawing of readers
        if tire < SURVEILLEES and self._visees:
            return random.choice(random.choice(self._visees).adresses)  # noqa: S311 - idem
        listes = (self._porteuses, self._autres) if tire < SURVEILLEES + PORTEUSES else (self._autres, self._porteuses)
        return random.choice(listes[0] or listes[1])  # noqa: S311 - idem

    async def _eprouver(self, parole: Parole, suivante: Sequence[Parole]) -> None:
        """Withdraw one testimony that every way shows; look until every way was asked again for it, after a second."""
        self._visees = [parole]
        sort, voies = self.guet.sorts[parole.marque], {voie for voie, _vers, _nombre in self.voies}
        await self._attendre(lambda: all(sum(v == voie for v, _a in sort.lieux) >= LIEUX_PAR_VOIE for voie in voies))
        await self._retirer(parole)
        self._visees = [parole, *suivante]
        await asyncio.sleep(TOLERE_S)
        await self._attendre(lambda: {voie for voie, _adresse in sort.relus} >= voies)

    async def _attendre(self, condition: Callable[[], bool]) -> None:
        fin = time.monotonic() + PATIENCE_S
        while not condition() and time.monotonic() < fin:  # noqa: ASYNC110 - many answers make it true, not one
            await asyncio.sleep(0.02)

    async def _retirer(self, parole: Parole) -> None:
        """Take words back with the code of their author, by the form; an error is noted, and it is asked again."""
        for _essai in range(3):
            auteur = Personne(self.grappe.lien())
            with suppress(Coupure):
                try:
                    page = await auteur.ouvrir("/temoigner/suivi/")
                    page = await auteur.envoyer(page, page.formulaire(champ="code"), code=parole.code)
                    geste = ("geste", "retirer")
                    page = await auteur.envoyer(page, page.formulaire(bouton=geste), geste)
                except PageInattendue as refus:
                    self.guet.erreurs.append(f"retrait: {refus}")
                    continue
                finally:
                    await auteur.lien.fermer()
                if "Retiré" in page.texte:
                    self.guet.retirer(parole.marque, page.reponse.fin)
                    return
            self.guet.erreurs.append(f"retrait: {parole.marque} was not answered")

    async def _redemarrer(self, noeud: Noeud) -> None:
        while not self._fini:
            await asyncio.to_thread(noeud.redemarrer)
            self.redemarrages += 1
            await asyncio.sleep(REPIT_S)
