"""Those who write during a trial: resources that give words and propose events, moderators who read and publish."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reseau.models import Ressource
from temoignages.etats import MotifGarde
from temoignages.forms_admin import Choix

from .client import Coupure, Reponse
from .formulaires import Formulaire
from .monde import CHERCHE, texte_de
from .personne import PageInattendue, Personne

LIGNES = 3
SOUMETTRE, APPROUVER, CONFIRMER = ("geste", "soumettre"), ("geste", "approuver"), ("geste", "confirmer")
DECIDER, NOMBRE = ("geste", "caviarder"), "form-TOTAL_FORMS"
PRENDRE = re.compile(r"/admin/paroles/([0-9a-f-]{36})/prendre/")
RELIRE = re.compile(r"/admin/paroles/([0-9a-f-]{36})/\"")
VERS_LA_FILE = "/admin/paroles/"
ESPACE = "/espace/evenements/"


@dataclass
class Ecrit:
    """What the site said was done, and what went wrong. A refusal that it explained is neither."""

    lignes: list[str] = field(default_factory=list)
    evenements: list[str] = field(default_factory=list)
    soumis: list[str] = field(default_factory=list)
    publies: list[str] = field(default_factory=list)
    refus: Counter[str] = field(default_factory=Counter)
    erreurs: list[str] = field(default_factory=list)
    reponses: dict[str, list[Reponse]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many writes were acknowledged."""
        return len(self.lignes) + len(self.evenements) + len(self.soumis) + len(self.publies)


@dataclass
class Plume:
    """Somebody who is signed in and writes until told to stop. `pause`: seconds between two gestures, on average."""

    personne: Personne
    ecrit: Ecrit
    suffixes: Iterator[str]
    pause: float
    ressource: Ressource | None = None

    async def ecrire(self, arret: asyncio.Event) -> None:
        """Do one thing after another; what fails is noted, and does not stop the next."""
        gestes = (self.verser, self.proposer) if self.ressource else (self.lire, self.approuver)
        genre = "ressources" if self.ressource else "modération"
        self.ecrit.reponses.setdefault(genre, [])
        rang = 0
        while not arret.is_set():
            try:
                await gestes[rang % 2]()
            except (Coupure, PageInattendue) as erreur:
                self.ecrit.erreurs.append(f"{genre}, {gestes[rang % 2].__name__}: {erreur}")
            self.ecrit.reponses[genre] += self.personne.reponses
            self.personne.reponses.clear()
            rang += 1
            await asyncio.sleep(self.pause * random.uniform(0.5, 1.5))  # noqa: S311 - nobody works like a clock
        await self.personne.lien.fermer()

    async def verser(self) -> None:
        """Paste lines, check them, attest; what the sheet of slips shows is given."""
        ressource = self.ressource
        assert ressource is not None
        suffixes = [next(self.suffixes) for _ligne in range(LIGNES)]
        page = await self.personne.ouvrir("/espace/paroles/nouveau/")
        collage = "\n".join(map(texte_de, suffixes))
        page = await self.personne.envoyer(page, page.formulaire(champ="collage"), collage=collage)
        verifie = page.formulaire(bouton=CONFIRMER)
        present = {f"participants__{ressource.pk}": "23"}
        page = await self.personne.envoyer(page, verifie, CONFIRMER, attestation="on", **present)
        if page.texte.count("talon__code") != LIGNES:
            raise PageInattendue(f"{page.adresse}: no slips")
        self.ecrit.lignes += [f"{CHERCHE}{suffixe}" for suffixe in suffixes]

    async def proposer(self) -> None:
        """Propose an event; it is given once the federation has it to read."""
        titre = f"Café et visite {CHERCHE}{next(self.suffixes)}"
        page = await self.personne.ouvrir(f"{ESPACE}nouveau/")
        page = await self.personne.envoyer(
            page,
            page.formulaire(champ="titre"),
            ("geste", "apercu"),
            titre=titre,
            jour=f"2027-10-{random.randint(1, 28):02}",  # noqa: S311 - any day
            heure_debut="13 h",
            heure_fin="1630",
        )
        apercu = page.adresse.partition("?")[0]
        page = await self.personne.envoyer(page, page.formulaire(vers=apercu))
        if not page.adresse.endswith("?fait=propose"):
            raise PageInattendue(f"{page.adresse}: not proposed")
        self.ecrit.evenements.append(titre)

    async def lire(self) -> None:
        """Take a text of the queue, decide of what the machine flags, send it to a second reader."""
        page = await self.personne.ouvrir(f"{VERS_LA_FILE}?file=a-lire")
        if (numero := _au_hasard(PRENDRE.findall(page.texte))) is None:
            self.ecrit.refus["rien à lire"] += 1
            return
        page = await self.personne.envoyer(page, page.formulaire(vers=f"{VERS_LA_FILE}{numero}/prendre/"))
        if page.adresse != f"{VERS_LA_FILE}{numero}/":
            self.ecrit.refus["pris par une autre"] += 1
            return
        if 'value="caviarder"' in page.texte:
            decisions = page.formulaire(bouton=DECIDER)
            page = await self.personne.envoyer(page, decisions, DECIDER, **_tout_garder(decisions))
        page = await self.personne.envoyer(page, page.formulaire(bouton=SOUMETTRE), SOUMETTRE)
        if "Le texte attend une seconde lecture." not in page.texte:
            raise PageInattendue(f"{page.adresse}: not submitted")
        self.ecrit.soumis.append(numero)

    async def approuver(self) -> None:
        """Publish a text that someone else has read."""
        page = await self.personne.ouvrir(f"{VERS_LA_FILE}?file=a-approuver")
        if (numero := _au_hasard(RELIRE.findall(page.texte))) is None:
            self.ecrit.refus["rien à approuver"] += 1
            return
        page = await self.personne.ouvrir(f"{VERS_LA_FILE}{numero}/")
        if 'value="approuver"' not in page.texte:
            self.ecrit.refus["déjà fait, ou par la même personne"] += 1
            return
        page = await self.personne.envoyer(page, page.formulaire(bouton=APPROUVER), APPROUVER)
        if "Publié à l’adresse" in page.texte:
            self.ecrit.publies.append(numero)
        else:
            self.ecrit.refus["approuvé par une autre"] += 1


def _tout_garder(decisions: Formulaire) -> dict[str, str]:
    """Return the answers that keep each flagged passage, with a reason."""
    combien = next(int(valeur) for nom, valeur in decisions.champs if nom == NOMBRE)
    garde = {"choix": Choix.GARDER, "raison": MotifGarde.VAGUE.value}
    return {f"form__{rang}__{nom}": valeur for rang in range(combien) for nom, valeur in garde.items()}


def _au_hasard(trouves: list[str]) -> str | None:
    return random.choice(trouves) if trouves else None  # noqa: S311 - any of them
