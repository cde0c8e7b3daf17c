"""The audit of what is locked: an advisory is named and fails, silence is said, and neither passes for the other.

pip-audit itself runs here, against a service of advisories on this machine.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .avis import Verdict, conclure, demander, interroger, lire

EMPREINTE = f"--hash=sha256:{'0' * 64}"
AVIS = {
    "id": "PYSEC-2026-1",
    "summary": "Une faille.",
    "affected": [
        {
            "package": {"name": "troue", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.1"}]}],
            "versions": ["1.0"],
        }
    ],
}


class Service(BaseHTTPRequestHandler):
    """Answer as a service of advisories: one package has one, the others none; « panne » is never answered well."""

    def do_POST(self) -> None:
        """Answer about one package."""
        demande = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        nom = demande["package"]["name"]
        self.send_response(500 if nom == "panne" else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"vulns": [AVIS]} if nom == "troue" else {}).encode())

    def log_message(self, *_a: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[list[str]]:
    """Return the options that make pip-audit ask a service of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as serveur:
        threading.Thread(target=serveur.serve_forever, daemon=True).start()
        yield ["--vulnerability-service", "osv", "--osv-url", f"http://127.0.0.1:{serveur.server_port}/"]
        serveur.shutdown()


def verrou(dossier: Path, *paquets: str) -> Path:
    """Write a lock file."""
    fichier = dossier / "verrou.txt"
    fichier.write_text("".join(f"{paquet} \\\n    {EMPREINTE}\n" for paquet in paquets))
    return fichier


def test_un_paquet_troue_est_nomme_et_echoue(tmp_path: Path, service: list[str]) -> None:
    verdict = interroger(verrou(tmp_path, "sain==2.0", "troue==1.0"), service)
    assert verdict == Verdict(["troue 1.0 : PYSEC-2026-1, corrigé dans 1.1"], 2)
    code, lignes = conclure("verrou.txt", verdict)
    assert code == 1
    assert "AVIS DE SÉCURITÉ, verrou.txt : troue 1.0" in lignes[0]


def test_un_service_qui_ne_dit_rien_du_premier_n_est_pas_interroge_sur_les_autres(
    tmp_path: Path, service: list[str]
) -> None:
    assert demander(verrou(tmp_path, "panne==1.0", "troue==1.0"), service) == Verdict()
    assert demander(verrou(tmp_path, "sain==1.0", "troue==1.0"), service).verifies == 2


def test_des_paquets_sains_passent_et_se_comptent(tmp_path: Path, service: list[str]) -> None:
    verdict = interroger(verrou(tmp_path, "sain==2.0", "autre==1.0"), service)
    assert conclure("verrou.txt", verdict) == (0, ["verrou.txt : 2 paquets, aucun avis connu."])


@pytest.mark.parametrize("panne", ["en panne", "absent"])
def test_un_service_qui_ne_repond_pas_se_dit_fort(panne: str, tmp_path: Path, service: list[str]) -> None:
    if panne == "absent":
        service[-1] = "http://127.0.0.1:9/"
    verdict = interroger(verrou(tmp_path, "panne==1.0"), service)
    assert not verdict.est_complet
    code, (ligne,) = conclure("verrou.txt", verdict)
    assert (code, ligne.startswith("AUDIT NON FAIT")) == (0, True)
    assert conclure("verrou.txt", verdict, exiger=True)[0] == 1


def test_un_verrou_sans_empreinte_n_est_pas_un_succes(tmp_path: Path, service: list[str]) -> None:
    fichier = tmp_path / "verrou.txt"
    fichier.write_text("sain==2.0\n")
    assert interroger(fichier, service) == Verdict()


MIROIR = {"dependencies": [{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}]}


@pytest.mark.parametrize(
    ("rapport", "verdict"),
    [
        ("", Verdict()),
        ("pas du JSON", Verdict()),
        ("[]", Verdict()),
        ('{"dependencies": []}', Verdict()),
        (json.dumps(MIROIR), Verdict([], 1, ["a"])),
    ],
)
def test_ce_qui_n_est_pas_une_reponse_n_est_pas_un_succes(rapport: str, verdict: Verdict) -> None:
    """A mirror that knows no advisory answers « not found », and pip-audit calls that no vulnerability."""
    assert lire(rapport) == verdict
    assert not verdict.est_complet
    code, (ligne,) = conclure("verrou.txt", verdict)
    assert (code, ligne.startswith("AUDIT NON FAIT")) == (0, True)


def test_un_avis_echoue_meme_quand_le_reste_se_tait() -> None:
    code, lignes = conclure("verrou.txt", Verdict(["troue 1.0 : X"], 1, ["a"]))
    assert code == 1
    assert [ligne.partition(",")[0] for ligne in lignes] == ["AVIS DE SÉCURITÉ", "AUDIT NON FAIT"]
