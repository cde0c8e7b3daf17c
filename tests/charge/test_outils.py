"""The parts of the trials: a trial whose judge, forms or connections were wrong would prove nothing."""

import asyncio
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from . import releve
from .client import Coupure, Lien, Reponse
from .endurance import Ampleur, Endurance
from .formulaires import lire_formulaires
from .guet import Guet
from .monde import Parole
from .processus import Etat, etat_de, famille

PAROLE = Parole("k7q2m", "zoqaaaa", "wexaaaa", "sept mots")
ADRESSE = "/paroles/k7q2m/"
PAGE = """
<form action="/suite/" method="post">
  <input type="hidden" name="jeton" value="a&amp;b"><input type="file" name="fichier">
  <input type="radio" name="duree" value="un"><input type="radio" name="duree" value="trois" checked>
  <input type="checkbox" name="usages" value="web" checked><input type="checkbox" name="age">
  <select name="region"><option value="">—</option><option value="05" selected>Estrie</option></select>
  <textarea name="texte">
une chaise</textarea>
  <button type="submit" name="geste" value="retirer">Retirer</button><button type="button" name="rien">Non</button>
</form>
<input name="ailleurs" value="x">
"""


def reponse(statut: int, corps: str = "", *, debut: float, etiquette: str = "") -> Reponse:
    return Reponse(statut, {"etag": etiquette} if etiquette else {}, (), corps.encode(), debut, debut + 0.1)


@pytest.fixture
def guet() -> Guet:
    """Return a judge who saw a testimony by both ways, before it was withdrawn at the instant 10."""
    guet = Guet.pour([PAROLE])
    guet.juger("façade", ADRESSE, reponse(200, "une chaise zoqaaaa", debut=9, etiquette='"a"'))
    guet.juger("façade", "/sitemap.xml", reponse(200, "<loc>https://a/paroles/k7q2m/</loc>", debut=9))
    guet.juger("façade", f"{ADRESSE}carte.png", reponse(200, "png", debut=9))
    guet.retirer("zoqaaaa", 10)
    return guet


def test_ce_qui_est_demande_avant_la_fin_de_la_seconde_est_tolere_et_mesure(guet: Guet) -> None:
    guet.juger("façade", ADRESSE, reponse(200, "une chaise zoqaaaa", debut=9.9))
    guet.juger("façade", ADRESSE, reponse(200, "une chaise zoqaaaa", debut=10.8))
    guet.juger("façade", ADRESSE, reponse(410, "retirée", debut=11.5))
    assert guet.fautes == []
    assert guet.pire["façade"] == pytest.approx(0.8)
    assert guet.sorts["zoqaaaa"].regards == 1


@pytest.mark.parametrize(
    ("adresse", "donnee"),
    [
        (ADRESSE, reponse(200, "une chaise zoqaaaa", debut=11.2)),
        (ADRESSE, reponse(410, "vous aviez écrit zoqaaaa", debut=11.2)),
        (ADRESSE, reponse(304, debut=11.2)),  # the browser keeps what it has
        ("/sitemap.xml", reponse(200, "<loc>https://a/paroles/k7q2m/</loc>", debut=11.2)),
        (f"{ADRESSE}carte.png", reponse(200, "png", debut=11.2)),
        ("/une-autre/", reponse(200, "zoqaaaa", debut=11.2)),
    ],
)
def test_les_mots_donnes_trop_tard_sont_une_faute(guet: Guet, adresse: str, donnee: Reponse) -> None:
    guet.juger("façade", adresse, donnee)
    assert len(guet.fautes) == 1
    assert "1.20 s after" in guet.fautes[0]


def test_une_erreur_n_est_jamais_prise_pour_une_disparition(guet: Guet) -> None:
    guet.juger("façade", ADRESSE, reponse(503, "fermé", debut=11.5))
    assert guet.erreurs == [f"façade {ADRESSE}: 503"]
    assert not guet.sorts["zoqaaaa"].regards


def test_un_formulaire_part_comme_d_un_navigateur() -> None:
    (formulaire,) = lire_formulaires(PAGE)
    geste = ("geste", "retirer")
    assert formulaire.action == "/suite/"
    assert formulaire.boutons == [geste]
    intact = [("jeton", "a&b"), ("duree", "trois"), ("usages", "web"), ("region", "05"), ("texte", "une chaise")]
    assert formulaire.rempli(None) == intact
    assert formulaire.rempli(geste, texte="deux", participants__3="4")[-3:] == [
        ("texte", "deux"),
        ("participants-3", "4"),
        geste,
    ]


ENTIERE = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nSet-Cookie: a=b\r\n\r\nmot"
EN_MORCEAUX = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nmo\r\n1\r\nt\r\n0\r\n\r\n"


async def _converser(*donnees: bytes, methode: str = "GET") -> tuple[list[Reponse], int]:
    """Serve these answers, a connection being closed before an empty one; return what was read, and how many opened."""
    restantes, ouvertes = list(donnees), 0

    async def servir(lu: asyncio.StreamReader, ecrit: asyncio.StreamWriter) -> None:
        nonlocal ouvertes
        ouvertes += 1
        while restantes and await lu.readuntil(b"\r\n\r\n"):
            if not (octets := restantes.pop(0)):
                break
            ecrit.write(octets)
        ecrit.close()

    serveur = await asyncio.start_server(servir, "127.0.0.1", 0)
    lien = Lien(serveur.sockets[0].getsockname()[1], "10.0.0.1")
    try:
        combien = len([octets for octets in donnees if octets])
        return [await lien.demander(methode, "/") for _fois in range(combien)], ouvertes
    finally:
        await lien.fermer()
        serveur.close()


def converser(*donnees: bytes, methode: str = "GET") -> tuple[list[Reponse], int]:
    """Hold this conversation in a thread of its own: a browser opened by an earlier test has its loop in this one."""
    with ThreadPoolExecutor(1) as fil:
        return fil.submit(asyncio.run, _converser(*donnees, methode=methode)).result()


def test_une_connexion_reste_ouverte_et_une_lecture_coupee_se_redemande() -> None:
    lues, ouvertes = converser(ENTIERE, EN_MORCEAUX)
    assert [(lue.statut, lue.corps) for lue in lues] == [(200, b"mot")] * 2
    assert lues[0].temoins == ("a=b",)
    assert ouvertes == 1
    lues, ouvertes = converser(ENTIERE, b"", ENTIERE)
    assert (len(lues), ouvertes) == (2, 2)


@pytest.mark.parametrize("donnees", [(b"", ENTIERE), (ENTIERE[:-1],)])
def test_une_reponse_absente_ou_incomplete_est_une_coupure(donnees: tuple[bytes, ...]) -> None:
    with pytest.raises(Coupure):
        converser(*donnees)


def test_une_ecriture_coupee_ne_repart_jamais() -> None:
    with pytest.raises(Coupure):
        converser(b"", ENTIERE, methode="POST")


def test_un_processus_dit_sa_memoire_et_qui_il_a_lance() -> None:
    with subprocess.Popen(["sleep", "60"]) as lance:
        assert lance.pid in famille(os.getpid())
        etat = etat_de(lance.pid)
        lance.kill()
    assert etat is not None
    assert etat.memoire > 0
    assert etat_de(lance.pid) is None


def une_endurance(*memoires: int) -> Endurance:
    """Return a trial of a hundred seconds, one process, whose memory (MB) was read so often."""
    ampleur = Ampleur(duree=100, lecteurs=1, moderatrices=0, ressources=0, pause=1, pause_d_ecriture=1)
    grappe: Any = None
    endurance = Endurance(grappe, ampleur, duree=100, noms={7: "nœud 1"})
    pas = 100 / (len(memoires) - 1)
    endurance.etats = [
        (rang * pas, {7: Etat(memoire * releve.MO, rang * 2.0)}) for rang, memoire in enumerate(memoires)
    ]
    return endurance


def test_une_memoire_qui_croit_apres_la_minute_deux_se_voit() -> None:
    ((_nom, avant, apres, rapport),) = releve.croissances(une_endurance(50, 100, 105, 110, 115, 121))
    assert (avant, apres) == (100 * releve.MO, 121 * releve.MO)
    assert rapport == pytest.approx(1.21)
    assert releve.processeurs(une_endurance(1, 1, 1)) == {"nœud 1": pytest.approx(0.04)}


def test_le_releve_garde_les_autres_sections_du_jour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releve, "MESURES", tmp_path)
    releve.ecrire("Une", "1")
    releve.ecrire("Autre", "2")
    fichier = releve.ecrire("Une", "3")
    assert fichier.read_text().endswith("## Autre\n\n2\n\n## Une\n\n3\n")
