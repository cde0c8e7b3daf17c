"""The long trial: a crowd that reads, a few who write, for minutes; what it cost, and whether memory grows."""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from reseau.models import Ressource

from .client import Coupure, Lien
from .ecritures import Ecrit, Plume
from .grappe import Grappe
from .monde import Parole, suffixes, une_moderatrice, une_ressource
from .noeuds import Noeud
from .personne import Personne
from .processus import Etat, etat_de
from .retraits import PLAN

LUES = frozenset({200, 304})
# Half of what is read is a few pages, as on the day of a campaign; the rest is the whole site.
COURUES = ("/", "/", "/temoignages/", "/temoignages/", "/agenda/", "/en/", "/temoigner/")
PART_COURUE, PART_CHERCHEE = 0.5, 0.03
MOTS = ("chaise", "droit", "café", "entraide", "Rimouski", "table")
RELEVE_S = 5.0
MEMOIRE_DES_LECTEURS = 40


@dataclass(frozen=True)
class Ampleur:
    """How large a trial is; durations and pauses in seconds."""

    duree: float
    lecteurs: int
    moderatrices: int
    ressources: int
    pause: float
    pause_d_ecriture: float


@dataclass
class Endurance:
    """A trial, and what it measured."""

    grappe: Grappe
    ampleur: Ampleur
    ecrit: Ecrit = field(default_factory=Ecrit)
    erreurs: list[str] = field(default_factory=list)
    perdues: list[str] = field(default_factory=list)
    durees: list[float] = field(default_factory=list)
    octets: int = 0
    duree: float = 0.0
    processeur: float = 0.0
    etats: list[tuple[float, dict[int, Etat]]] = field(default_factory=list)
    noms: dict[int, str] = field(default_factory=dict)
    _equipe: list[str] = field(default_factory=list)
    _reseau: list[tuple[str, Ressource]] = field(default_factory=list)
    _marques: Iterator[str] = field(default_factory=suffixes)
    _plumes: list[Plume] = field(default_factory=list)
    _adresses: list[str] = field(default_factory=list)

    def recruter(self, deja: int) -> None:
        """Make the accounts; `deja`: how many marks the site bears. Uses the database: before the trial runs."""
        self._marques = islice(suffixes(), deja, None)
        self._equipe = [une_moderatrice(rang) for rang in range(self.ampleur.moderatrices)]
        self._reseau = [une_ressource(rang) for rang in range(self.ampleur.ressources)]

    async def mener(self, paroles: list[Parole], mot_de_passe: str) -> None:
        """Sign in those who write, then let everyone go for as long as was asked."""
        await self._faire_entrer(mot_de_passe)
        await self._connaitre_le_site(paroles)
        arret, debut, depense = asyncio.Event(), time.monotonic(), time.process_time()
        async with asyncio.TaskGroup() as taches:
            for _lecteur in range(self.ampleur.lecteurs):
                taches.create_task(self._lire(self.grappe.lien(compresse=True), arret))
            for plume in self._plumes:
                taches.create_task(plume.ecrire(arret))
            taches.create_task(self._relever(debut, arret))
            await asyncio.sleep(self.ampleur.duree)
            arret.set()
        self.duree, self.processeur = time.monotonic() - debut, time.process_time() - depense

    async def _faire_entrer(self, mot_de_passe: str) -> None:
        """Open the doors at a node: nginx counts the tries of one address, and everyone here has the same."""
        noeuds: list[Noeud] = self.grappe.noeuds
        for rang, nom in enumerate(self._equipe):
            personne = Personne(self.grappe.lien(noeuds[rang % 2]))
            await personne.entrer_dans_l_equipe(nom, mot_de_passe)
            await self._engager(personne, None)
        for rang, (adresse, ressource) in enumerate(self._reseau):
            personne = Personne(self.grappe.lien(noeuds[rang % 2]))
            await personne.entrer_dans_l_espace(adresse, self.grappe.courriel)
            await self._engager(personne, ressource)

    async def _engager(self, personne: Personne, ressource: Ressource | None) -> None:
        """Have somebody who is in work through nginx from now on."""
        await personne.lien.fermer()
        personne.lien = self.grappe.lien(compresse=True)
        personne.reponses.clear()
        self._plumes.append(Plume(personne, self.ecrit, self._marques, self.ampleur.pause_d_ecriture, ressource))

    async def _connaitre_le_site(self, paroles: list[Parole]) -> None:
        lien = self.grappe.lien()
        for plan in ("/sitemap-fr-1.xml", "/sitemap-en-1.xml"):
            reponse = await lien.demander("GET", plan)
            self._adresses += PLAN.findall(reponse.corps.decode())
        self._adresses += [parole.adresses[0] for parole in paroles]
        await lien.fermer()

    def _choisir(self) -> str:
        tire = random.random()  # noqa: S311 - a drawing of readers
        if tire < PART_CHERCHEE:
            return f"/recherche/?q={random.choice(MOTS)}".replace("é", "%C3%A9")  # noqa: S311 - idem
        connues = [adresse for adresse in COURUES if adresse in self._adresses or adresse == "/"]
        return random.choice(connues if tire < PART_COURUE else self._adresses)  # noqa: S311 - idem

    async def _lire(self, lien: Lien, arret: asyncio.Event) -> None:
        etiquettes: dict[str, str] = {}
        await asyncio.sleep(random.uniform(0, self.ampleur.pause))  # noqa: S311 - nobody comes at once
        while not arret.is_set():
            adresse = self._choisir()
            connue = {"If-None-Match": etiquettes[adresse]} if adresse in etiquettes else {}
            try:
                reponse = await lien.demander("GET", adresse, entetes=connue)
            except Coupure as coupure:
                self.erreurs.append(f"{adresse}: {coupure}")
            else:
                self.durees.append(reponse.duree)
                self.octets += len(reponse.corps)
                if reponse.statut not in LUES:
                    self.erreurs.append(f"{adresse}: {reponse.statut}")
                if (etiquette := reponse.entetes.get("etag")) and len(etiquettes) < MEMOIRE_DES_LECTEURS:
                    etiquettes[adresse] = etiquette
            await asyncio.sleep(self.ampleur.pause * random.uniform(0.5, 1.5))  # noqa: S311 - nobody reads like a clock
        await lien.fermer()

    async def _relever(self, debut: float, arret: asyncio.Event) -> None:
        while not arret.is_set():
            self.noms = self.grappe.processus()
            lus = {pid: etat for pid in self.noms if (etat := etat_de(pid))}
            self.etats.append((time.monotonic() - debut, lus))
            await asyncio.sleep(min(RELEVE_S, self.ampleur.duree / 10))
