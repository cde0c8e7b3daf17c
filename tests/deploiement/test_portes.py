"""The doors, with a real nginx: each client is counted alone, behind a balancer too, and no one is left uncounted."""

import http.client
from collections import Counter
from pathlib import Path

import pytest

from tests.services.nginx import ABSENT, Nginx, NginxAbsent

PORTE = "/espace/connexion/"
PASSENT, ESSAIS = 21, 30  # the burst and one; thirty take less than the two seconds that give one more
BALADEUR, PRESSE, CALME = "192.0.2.9", "198.51.100.1", "198.51.100.2"


def une_facade(dossier: Path, *, interne: bool) -> Nginx:
    """Return nginx with no node: whoever is let in gets the page that waits (503), and who is not, 429."""
    try:
        nginx = Nginx(dossier, "127.0.0.1:9")
    except NginxAbsent:
        pytest.skip(ABSENT)
    if interne:
        nginx.ecouter_comme("ecoute-interne.conf")
    return nginx


def frapper(nginx: Nginx, fois: int, *dites: str) -> Counter[int]:
    """Knock so many times; `dites`: the header `X-Forwarded-For`, a line each."""
    statuts: Counter[int] = Counter()
    for _fois in range(fois):
        lien = http.client.HTTPConnection("127.0.0.1", nginx.port, timeout=20)
        lien.putrequest("GET", PORTE)
        for dite in dites:
            lien.putheader("X-Forwarded-For", dite)
        lien.endheaders()
        statuts[lien.getresponse().status] += 1
        lien.close()
    return statuts


def assez(statuts: Counter[int]) -> None:
    """Check that this client went in, then was stopped; a slow machine lets one or two more in."""
    assert set(statuts) == {503, 429}
    assert PASSENT <= statuts[503] <= PASSENT + 4


def test_derriere_un_repartiteur_chaque_client_est_compte_seul(tmp_path: Path) -> None:
    with une_facade(tmp_path, interne=True) as nginx:
        assez(frapper(nginx, ESSAIS, PRESSE))
        assert frapper(nginx, 5, CALME) == {503: 5}
        assert frapper(nginx, 5) == {503: 5}  # the balancer itself, which said nobody


@pytest.mark.parametrize(
    "dites",
    [(f"{BALADEUR}, {PRESSE}",), (BALADEUR, PRESSE), (f"{PRESSE}:4431",), (f"{CALME},{PRESSE} ",)],
    ids=["une ligne", "deux lignes", "un port", "sans espace"],
)
def test_ce_que_dit_le_navigateur_n_ouvre_rien(dites: tuple[str, ...], tmp_path: Path) -> None:
    with une_facade(tmp_path, interne=True) as nginx:
        assez(frapper(nginx, ESSAIS, PRESSE))
        assert 429 in frapper(nginx, 5, *dites)


@pytest.mark.parametrize("dite", ["", "inconnu", "2001:db8::1"])
def test_personne_n_est_sans_compte(dite: str, tmp_path: Path) -> None:
    with une_facade(tmp_path, interne=True) as nginx:
        assez(frapper(nginx, ESSAIS, dite))


def test_atteint_directement_nginx_n_ecoute_pas_ce_que_dit_le_navigateur(tmp_path: Path) -> None:
    with une_facade(tmp_path, interne=False) as nginx:
        assez(frapper(nginx, ESSAIS, PRESSE))
        assert 429 in frapper(nginx, 5, CALME)
    assert "set $client $remote_addr;" in (tmp_path / "deploi" / "ecoute-tls.conf").read_text()
