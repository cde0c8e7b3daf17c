"""Someone who signs in, fills forms, presses buttons: cookies, tokens, redirections, as a browser without scripts."""

import asyncio
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.gardes.second_facteur import SECRET
from tests.services.courriel import HOTE, ServeurDeCourriel

from .client import Lien, Reponse
from .formulaires import Formulaire, lire_formulaires

SUITES = frozenset({301, 302, 303})
REDIRECTIONS = 5
ERREUR = 500
ORIGINE = f"https://{HOTE}"


class PageInattendue(Exception):
    """The page is not the one that a person would have got; says where, and what it is."""


@dataclass(frozen=True)
class Page:
    """What a person sees, and at which address."""

    adresse: str
    reponse: Reponse

    @property
    def texte(self) -> str:
        """The page, as text."""
        return self.reponse.corps.decode()

    def formulaire(self, *, bouton: tuple[str, str] | None = None, champ: str = "", vers: str = "") -> Formulaire:
        """Return the first form that has this button, or this field, or that goes to this address.

        Raises:
            PageInattendue: there is none.
        """
        for formulaire in lire_formulaires(self.texte):
            if (
                (bouton is None or bouton in formulaire.boutons)
                and (not champ or formulaire.a_le_champ(champ))
                and (not vers or formulaire.action == vers)
            ):
                return formulaire
        raise PageInattendue(f"{self.adresse} ({self.reponse.statut}): no form {bouton or champ or vers}")


@dataclass
class Personne:
    """A person and their connection; `reponses` gathers every answer that they got."""

    lien: Lien
    reponses: list[Reponse] = field(default_factory=list)
    _temoins: dict[str, str] = field(default_factory=dict)

    async def ouvrir(self, adresse: str) -> Page:
        """Go to an address, and where it leads. Raises `PageInattendue` on an error, `Coupure` without an answer."""
        return await self._suivre("GET", adresse, b"", {})

    async def envoyer(
        self, page: Page, formulaire: Formulaire, bouton: tuple[str, str] | None = None, **champs: str | list[str]
    ) -> Page:
        """Fill a form of a page, press its button, and go where it leads. Raises as `ouvrir`."""
        corps = urlencode(formulaire.rempli(bouton, **champs)).encode()
        entetes = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": ORIGINE,
            "Referer": ORIGINE + page.adresse,
            "Sec-Fetch-Site": "same-origin",
        }
        vers = urljoin(page.adresse, formulaire.action or page.adresse).partition("#")[0]
        return await self._suivre("POST", vers, corps, entetes)

    async def _suivre(self, methode: str, adresse: str, corps: bytes, entetes: dict[str, str]) -> Page:
        for _fois in range(REDIRECTIONS):
            temoins = "; ".join(f"{nom}={valeur}" for nom, valeur in self._temoins.items())
            siens = entetes | ({"Cookie": temoins} if temoins else {})
            reponse = await self.lien.demander(methode, adresse, corps, siens)
            self.reponses.append(reponse)
            self._retenir(reponse)
            if reponse.statut >= ERREUR:
                raise PageInattendue(f"{methode} {adresse}: {reponse.statut}")
            if reponse.statut not in SUITES:
                return Page(adresse, reponse)
            suite = urlsplit(urljoin(adresse, reponse.entetes["location"]))
            methode, corps, entetes = "GET", b"", {}
            adresse = suite.path + (f"?{suite.query}" if suite.query else "")
        raise PageInattendue(f"{adresse}: redirections without end")

    def _retenir(self, reponse: Reponse) -> None:
        for brut in reponse.temoins:
            for nom, temoin in SimpleCookie(brut).items():
                if temoin["max-age"] == "0":
                    self._temoins.pop(nom, None)
                else:
                    self._temoins[nom] = temoin.value

    async def entrer_dans_l_equipe(self, identifiant: str, mot_de_passe: str) -> None:
        """Sign in as staff: a password, then the code of the application that the tests enrol."""
        page = await self.ouvrir("/admin/login/")
        page = await self.envoyer(
            page, page.formulaire(champ="mot_de_passe"), identifiant=identifiant, mot_de_passe=mot_de_passe
        )
        code = str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30)))
        page = await self.envoyer(page, page.formulaire(champ="code"), code=code)
        if page.adresse != "/admin/":
            raise PageInattendue(f"{identifiant} stays at {page.adresse}")

    async def entrer_dans_l_espace(self, adresse: str, courriel: ServeurDeCourriel) -> None:
        """Sign in as someone of a resource, by the code that a real mail brings."""
        page = await self.ouvrir("/espace/connexion/")
        page = await self.envoyer(page, page.formulaire(champ="email"), email=adresse)
        code = await courriel_pour(courriel, adresse)
        page = await self.envoyer(page, page.formulaire(champ="code"), code=code)
        if page.adresse != "/espace/":
            raise PageInattendue(f"{adresse} stays at {page.adresse}")


async def courriel_pour(courriel: ServeurDeCourriel, adresse: str) -> str:
    """Wait for the mail of an address: the worker sends it; return its code."""
    fin = time.monotonic() + 30
    while time.monotonic() < fin:
        if any(recu.a == [adresse] for recu in courriel.recus):
            return courriel.dernier_pour(adresse).code
        await asyncio.sleep(0.1)
    raise PageInattendue(f"no mail for {adresse}")
