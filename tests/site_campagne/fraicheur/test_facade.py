"""The whole way: a reader, nginx as production has it, the site. What is withdrawn is gone within a second of clock."""

import gzip
import http.client
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_started
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.fabriques.pages import ContenuPageFactory, retirer_temoignage, un_temoignage_publie
from tests.services.nginx import ABSENT, Nginx, NginxAbsent

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("pages_gardees")]
MOTS = "une chaise qui m’attend"


@pytest.fixture
def facade(live_server: LiveServer, tmp_path: Path, settings: Settings) -> Iterator[Nginx]:
    """Put nginx in front of the site; skip, and say so, where there is none."""
    settings.X_ACCEL = "/_media/"
    try:
        nginx = Nginx(tmp_path, live_server.url.removeprefix("http://"))
    except NginxAbsent:
        pytest.skip(ABSENT)
    with nginx:
        yield nginx


@pytest.fixture
def arrivees() -> Iterator[list[str]]:
    """Return what reaches the site, as it comes."""
    lues: list[str] = []

    def noter(environ: dict[str, Any], **_signal: object) -> None:
        lues.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")

    request_started.connect(noter)
    yield lues
    request_started.disconnect(noter)


def demander(nginx: Nginx, adresse: str, methode: str = "GET", **entetes: str) -> tuple[int, dict[str, str], bytes]:
    """Ask nginx; return the status, the headers and the body."""
    lien = http.client.HTTPConnection("127.0.0.1", nginx.port, timeout=20)
    lien.request(methode, adresse, headers={nom.replace("_", "-"): valeur for nom, valeur in entetes.items()})
    reponse = lien.getresponse()
    corps = reponse.read()
    lien.close()
    return reponse.status, {nom.lower(): valeur for nom, valeur in reponse.getheaders()}, corps


def debut_de_seconde() -> None:
    """Wait for a second that has just begun."""
    time.sleep(1 - time.time() % 1 + 0.02)


def test_une_adresse_demandee_cinquante_fois_en_une_seconde_arrive_une_fois(facade: Nginx, arrivees: list[str]) -> None:
    adresse = ContenuPageFactory.create(title="Venir un mardi").url
    premiere = demander(facade, adresse)  # templates are read, the site is warm
    debut_de_seconde()
    arrivees.clear()
    seconde = int(time.time())
    reponses = [demander(facade, adresse) for _fois in range(50)]
    assert int(time.time()) == seconde, "the machine was too slow for this trial"
    assert arrivees == [f"GET {adresse}"]
    assert {(statut, corps) for statut, _entetes, corps in reponses} == {(200, premiere[2])}
    assert not any("set-cookie" in entetes or "x-accel-expires" in entetes for _s, entetes, _c in reponses)
    assert demander(facade, adresse, If_None_Match=reponses[0][1]["etag"])[0] == 304


def test_une_page_arrive_comprimee_du_site_sous_deux_copies_au_plus(facade: Nginx, arrivees: list[str]) -> None:
    adresse = ContenuPageFactory.create().url
    entiere = demander(facade, adresse)[2]
    debut_de_seconde()
    arrivees.clear()
    seconde = int(time.time())
    for dite in ("gzip", "gzip, deflate, br", "br, gzip;q=0.8", "deflate, gzip"):
        _statut, entetes, corps = demander(facade, adresse, Accept_Encoding=dite)
        assert (entetes["content-encoding"], gzip.decompress(corps)) == ("gzip", entiere), dite
        assert "accept-encoding" in entetes["vary"].lower()
    for dite in ("", "br", "gzip;q=0", "identity"):
        _statut, entetes, corps = demander(facade, adresse, Accept_Encoding=dite)
        assert "content-encoding" not in entetes, dite
        assert corps == entiere
    assert int(time.time()) == seconde, "the machine was too slow for this trial"
    assert len(arrivees) == 2


def test_un_retrait_est_effectif_en_moins_d_une_seconde(facade: Nginx) -> None:
    parole = un_temoignage_publie(MOTS)
    for _tour in range(3):
        assert MOTS in demander(facade, parole.url)[2].decode()
    debut_de_seconde()
    assert demander(facade, parole.url)[0] == 200  # kept in front, for the whole second
    retirer_temoignage(parole)
    fin = time.time() + 1
    while time.time() < fin:
        dernier = demander(facade, parole.url)[0]
        time.sleep(0.02)
    assert demander(facade, parole.url)[0] == 410, dernier


def test_ce_qui_s_envoie_ou_vient_avec_un_temoin_arrive_chaque_fois(facade: Nginx, arrivees: list[str]) -> None:
    adresse = ContenuPageFactory.create().url
    for methode, entetes in (("POST", {"Content_Length": "0"}), ("GET", {"Cookie": "a=b"}), ("GET", {})):
        demander(facade, adresse, methode, **entetes)
    arrivees.clear()
    for _fois in range(3):
        demander(facade, adresse, "POST", Content_Length="0")
        demander(facade, adresse, Cookie="sessionid=x")
        demander(facade, "/temoigner/")
        demander(facade, "/recherche/?q=chaise")
    assert len(arrivees) == 12


def test_le_journal_ne_dit_ni_adresse_ni_question_ni_lien_de_partage(facade: Nginx) -> None:
    adresse = ContenuPageFactory.create().url
    demander(facade, f"{adresse}?region=05&secret=oui")
    demander(facade, "/partage/un-jeton-qui-ouvre/")
    demander(facade, "/recherche/?q=chaise")
    demander(facade, "/espace/invitation/un-autre-jeton/")
    time.sleep(1.5)  # written once a second
    journal = facade.journal()
    assert f"GET {adresse} 200" in journal
    assert "GET /partage/ " in journal
    for secret in ("127.0.0.1", "secret", "jeton", "chaise", "?"):
        assert secret not in journal
    erreurs = facade.dossier / "campagne-erreurs.log"
    assert not erreurs.exists() or "127.0.0.1" not in erreurs.read_text()


def test_les_fichiers_statiques_ne_derangent_pas_le_site_et_les_deposes_ne_se_demandent_pas(
    facade: Nginx, arrivees: list[str]
) -> None:
    donnees = facade.dossier / "donnees"
    (donnees / "static" / "a.0123456789ab.css").write_text("a{}" * 1000)
    (donnees / "static" / "a.css").write_text("a{}")
    (donnees / "media" / "prive.pdf").write_text("à personne")
    statut, entetes, _corps = demander(facade, "/static/a.0123456789ab.css", Accept_Encoding="gzip")
    assert (statut, entetes["content-encoding"]) == (200, "gzip")
    assert "immutable" in entetes["cache-control"]
    assert "cache-control" not in demander(facade, "/static/a.css")[1]
    assert demander(facade, "/_media/prive.pdf")[0] == 404
    assert demander(facade, "/media/prive.pdf")[0] == 404
    assert not any("static" in arrivee or "_media" in arrivee for arrivee in arrivees)


def test_le_site_ferme_ou_absent_donne_une_page_calme(facade: Nginx) -> None:
    drapeau = facade.dossier / "donnees" / "site-ferme"
    drapeau.touch()
    statut, entetes, corps = demander(facade, "/")
    assert (statut, entetes["retry-after"], entetes["cache-control"]) == (503, "300", "no-store")
    assert b"1 866 277-3553" in corps
    assert demander(facade, "/sante/")[0] == 200
    drapeau.unlink()
    assert demander(facade, "/fils/")[0] == 200


def test_sans_aucune_machine_la_meme_page_repond(tmp_path: Path) -> None:
    try:
        nginx = Nginx(tmp_path, "127.0.0.1:9")
    except NginxAbsent:
        pytest.skip(ABSENT)
    with nginx:
        statut, entetes, corps = demander(nginx, "/", "POST", Content_Length="0")
        assert (statut, entetes["retry-after"]) == (503, "300")
        assert b"tel:911" in corps


def test_une_machine_perdue_ne_perd_pas_de_lecture_et_un_envoi_ne_part_pas_deux_fois(
    live_server: LiveServer, tmp_path: Path, arrivees: list[str]
) -> None:
    vivante = live_server.url.removeprefix("http://")
    adresse = ContenuPageFactory.create().url
    try:
        nginx = Nginx(tmp_path, "127.0.0.1:9", vivante)  # nothing listens on the first
    except NginxAbsent:
        pytest.skip(ABSENT)
    with nginx:
        assert [demander(nginx, f"{adresse}?page={rang}")[0] for rang in range(6)] == [200] * 6
        arrivees.clear()
        demander(nginx, "/temoigner/", "POST", Content_Length="0")
        assert len(arrivees) <= 1
