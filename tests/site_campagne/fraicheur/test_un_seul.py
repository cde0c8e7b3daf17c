"""Many readers of a page that has just changed: this process makes it once. Nobody waits for ever."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from site_campagne.fraicheur import intergiciel, introuvables, un_seul
from site_campagne.fraicheur.intergiciel import FraicheurMiddleware

LECTEURS = 8
pytestmark = pytest.mark.usefixtures("pages_gardees")


class Monde:
    """The state of the public side, without a database; and a page that takes a while to make."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.etat, self.faites = "1", 0
        self.pendant: Callable[[], None] = lambda: time.sleep(0.2)
        self.gardable = True
        self._verrou = threading.Lock()
        monkeypatch.setattr(intergiciel, "etat_et_presence", lambda _cherchee: (self.etat, True))
        monkeypatch.setattr(intergiciel, "etat_public", lambda: self.etat)
        monkeypatch.setattr(introuvables.Introuvables, "est_inconnue", lambda *_args: False)
        self.site = FraicheurMiddleware(self.faire)

    def faire(self, requete: HttpRequest) -> HttpResponse:
        """Make the page, which says under which state."""
        with self._verrou:
            self.faites += 1
        etat = self.etat
        requete.resolver_match = resolve(requete.path_info)
        self.pendant()
        reponse = HttpResponse(f"sous {etat}")
        if not self.gardable:
            reponse["Cache-Control"] = "no-store"
        return reponse

    def lire(self) -> bytes:
        """Ask for the page; return what it says."""
        reponse: Any = self.site(RequestFactory().get("/robots.txt"))
        contenu: bytes = reponse.content
        return contenu

    def lire_ensemble(self) -> list[bytes]:
        """Ask for the page, all at once."""
        with ThreadPoolExecutor(LECTEURS) as lecteurs:
            return list(lecteurs.map(lambda _rang: self.lire(), range(LECTEURS)))


@pytest.fixture
def monde(monkeypatch: pytest.MonkeyPatch) -> Monde:
    """Return a site of one page."""
    return Monde(monkeypatch)


def test_une_page_qui_change_se_fait_une_fois_pour_tous_ceux_qui_la_demandent(monde: Monde) -> None:
    assert set(monde.lire_ensemble()) == {b"sous 1"}
    assert monde.faites == 1
    monde.etat = "2"
    assert set(monde.lire_ensemble()) == {b"sous 2"}
    assert monde.faites == 2


def test_ce_qui_change_pendant_l_attente_n_est_donne_a_personne_qui_attendait(monde: Monde) -> None:
    def retirer() -> None:
        time.sleep(0.2)
        monde.etat = "2"

    monde.pendant = retirer
    reponses = monde.lire_ensemble()
    assert reponses.count(b"sous 1") == 1  # the one that was on its way
    assert reponses.count(b"sous 2") == LECTEURS - 1


def test_ce_qui_echoue_n_arrete_pas_les_autres(monde: Monde) -> None:
    def tomber() -> None:
        time.sleep(0.1)
        if monde.faites == 1:
            raise RuntimeError

    monde.pendant = tomber
    with ThreadPoolExecutor(LECTEURS) as lecteurs:
        futurs = [lecteurs.submit(monde.lire) for _rang in range(LECTEURS)]
    echecs = [futur.exception() for futur in futurs]
    assert sum(echec is not None for echec in echecs) == 1
    assert monde.lire() == b"sous 1"


def test_ce_qui_ne_se_garde_pas_se_fait_pour_chacun(monde: Monde) -> None:
    monde.gardable = False
    assert len(monde.lire_ensemble()) == monde.faites == LECTEURS


def test_personne_n_attend_plus_longtemps_que_la_patience(monde: Monde, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(un_seul, "PATIENCE", 0.05)
    coince = threading.Event()
    monde.pendant = lambda: None if monde.faites > 1 else (coince.wait(5), None)[1]
    with ThreadPoolExecutor(2) as lecteurs:
        premier = lecteurs.submit(monde.lire)
        time.sleep(0.05)
        second = lecteurs.submit(monde.lire)
        assert second.result(3) == b"sous 1"
        coince.set()
        assert premier.result(3) == b"sous 1"
