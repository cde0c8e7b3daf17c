"""Every page that a stranger can reach, asked of the site itself: what is not public does not answer."""

import shutil
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from mimetypes import guess_extension
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import translation

from .adresses import fichier_de, lien_relatif, normaliser
from .liens import envoie, liens_css, liens_html, recrire_css, recrire_html

FERMES: Final = ("/admin/", "/espace/", "/partage/", "/sante/")
HTML, CSS = "text/html", "text/css"


class SortieImpossible(Exception):
    """Why nothing was written, in French."""


@dataclass(slots=True)
class Recolte:
    """What was gathered in a folder. `fichiers`: by address, the file that holds it; `laissees`: what stayed behind."""

    dossier: Path
    hote: str
    progres: Callable[[int], object]
    fichiers: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)  # by file, the address and the kind of what links
    genres: dict[str, str] = field(default_factory=dict)
    laissees: set[str] = field(default_factory=set)

    def recolter(self, depart: Iterable[str]) -> None:
        """Gather the addresses, and all that they lead to; then make their links lead to files.

        Raises:
            SortieImpossible: the site does not answer to a stranger.
        """
        attente, vues = [*depart], set()
        while attente:
            adresse = attente.pop()
            if adresse in vues or adresse in self.laissees:
                continue
            vues.add(adresse)
            attente += [lien for lien in self._prendre(adresse) if lien not in vues]
            self.progres(1)
        # A detour may have led nowhere.
        self.fichiers = {adresse: nom for adresse, nom in self.fichiers.items() if (self.dossier / nom).is_file()}
        for fichier, adresse in self.pages.items():
            self._relier(fichier, adresse)

    def _prendre(self, adresse: str) -> list[str]:
        """Write what an address answers; return where it leads."""
        if adresse.startswith(settings.STATIC_URL):
            return self._prendre_statique(adresse)
        if adresse.startswith((*FERMES, *_gestes())):
            self.laissees.add(adresse)
            return []
        reponse = demander(adresse, self.hote)
        if reponse.status_code in {301, 302, 307, 308}:
            return self._suivre(adresse, reponse)
        if reponse.status_code != HTTPStatus.OK:
            self.laissees.add(adresse)
            return []
        genre = reponse.get("Content-Type", "").partition(";")[0]
        if genre == HTML:
            return self._prendre_page(adresse, reponse.content.decode())
        with self._ouvrir(adresse, genre) as sortie:
            _copier(reponse, sortie)
        return []

    def _prendre_page(self, adresse: str, html: str) -> list[str]:
        if envoie(html):
            self.laissees.add(adresse)
            return []
        self._ecrire(adresse, html, HTML)
        return self._connus(liens_html(html), adresse)

    def _suivre(self, adresse: str, reponse: Any) -> list[str]:
        cible = normaliser(reponse["Location"], adresse, self.hote)
        if cible is None:  # a file kept by an S3 server, whose signed address opens for a moment
            with urlopen(reponse["Location"], timeout=30) as flux, self._ouvrir(adresse) as sortie:  # noqa: S310 - ours
                shutil.copyfileobj(flux, sortie)
            return []
        self.fichiers[adresse] = fichier_de(cible)
        return [cible]

    def _prendre_statique(self, adresse: str) -> list[str]:
        nom = urlsplit(adresse).path.removeprefix(settings.STATIC_URL)
        trouve = finders.find(nom)
        try:
            with Path(str(trouve)).open("rb") if trouve else staticfiles_storage.open(nom) as flux:
                octets = flux.read()
        except OSError:
            self.laissees.add(adresse)
            return []
        if nom.endswith(".css"):
            css = octets.decode()
            self._ecrire(adresse, css, CSS)
            return self._connus(liens_css(css), adresse)
        with self._ouvrir(adresse) as sortie:
            sortie.write(octets)
        return []

    def _connus(self, liens: Iterable[str], page: str) -> list[str]:
        return sorted({lien for ecrit in liens if (lien := normaliser(ecrit, page, self.hote))})

    def _ouvrir(self, adresse: str, genre: str = HTML) -> Any:
        nom = fichier_de(adresse)
        if genre != HTML and nom.endswith(".html"):  # a PDF whose address is a folder's
            nom = nom.removesuffix(".html") + (guess_extension(genre) or "")
        chemin = self.dossier / nom
        chemin.parent.mkdir(parents=True, exist_ok=True)
        self.fichiers[adresse] = nom
        return chemin.open("wb")

    def _ecrire(self, adresse: str, texte: str, genre: str) -> None:
        with self._ouvrir(adresse) as sortie:
            sortie.write(texte.encode())
        nom = self.fichiers[adresse]
        self.pages[nom], self.genres[nom] = adresse, genre

    def _relier(self, fichier: str, adresse: str) -> None:
        chemin, genre = self.dossier / fichier, self.genres[fichier]

        def changer(lien: str) -> str:
            vise = normaliser(lien, adresse, self.hote)
            if vise is None:
                return lien
            ancre = urlsplit(lien).fragment
            suite = f"#{ancre}" if ancre else ""
            if vise in self.fichiers and genre == CSS and vise.endswith(".svg"):
                return self._en_ligne(vise)
            if vise in self.fichiers:
                return lien_relatif(fichier, self.fichiers[vise]) + suite
            return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{vise}{suite}"  # what only the site itself can do

        recrire = recrire_html if genre == HTML else recrire_css
        chemin.write_text(recrire(chemin.read_text(), changer))

    def _en_ligne(self, adresse: str) -> str:
        """Return a drawing whole: opened from a disk, a browser lets no style sheet mask with another file."""
        octets = (self.dossier / self.fichiers[adresse]).read_bytes()
        return f"data:image/svg+xml;base64,{b64encode(octets).decode()}"


def demander(adresse: str, hote: str) -> Any:
    """Ask the site for an address, as a stranger does.

    Raises:
        SortieImpossible: the site refuses its own name, or is closed.
    """
    langue = translation.get_language()
    try:
        reponse = Client(SERVER_NAME=hote, raise_request_exception=False).get(adresse, secure=True)
    finally:
        translation.activate(langue or settings.LANGUAGE_CODE)
    if reponse.status_code == HTTPStatus.BAD_REQUEST:
        raise SortieImpossible("Le site refuse son propre nom : ADRESSE_PUBLIQUE doit être dans ALLOWED_HOSTS.")
    if reponse.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        raise SortieImpossible("Le site est fermé, ou ses fichiers ne répondent pas : rien n’est exporté.")
    return reponse


def _copier(reponse: Any, sortie: Any) -> None:
    """Write what was answered. Django's client closes it at its end."""
    if chemin := reponse.get("X-Accel-Redirect"):  # the web server in front would read it
        with default_storage.open(unquote(chemin.removeprefix(settings.X_ACCEL))) as flux:
            shutil.copyfileobj(flux, sortie)
        return
    for morceau in reponse if reponse.streaming else [reponse.content]:
        sortie.write(morceau)


def _gestes() -> tuple[str, ...]:
    """Return the addresses where one does something, in each language: a search, a testimony given or followed."""
    trouvees = []
    for langue, _nom in settings.LANGUAGES:
        with translation.override(langue):
            trouvees += [reverse(nom) for nom in ("recherche", "temoignages:temoigner")]
    return tuple(trouvees)
