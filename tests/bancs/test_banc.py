"""The bench itself: a target missed fails when required, what is missing is said, the stock page has our words."""

import math
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from bs4 import BeautifulSoup

from . import __main__ as banc
from .bilan import Absent, Cible, Sujet
from .corpus import RACINE
from .debit import ABSENT, Debit, demander, mediane
from .temoin import blocs

TENUE = Cible("tenue", 1.0, 2)
MANQUEE = Cible("manquée", 5.0, 2)
PAGE = """<header><nav><ul><li><a href="/a/">Agenda</a></li></ul></nav></header><main><h1>Venir</h1>
<p class="x">Un <a href="/b/" class="y">mardi</a> <span>de pluie</span>.</p><ul>
<li><p>Une soupe &amp; du pain</p></li></ul>
<h2>Après</h2><figure><picture><img src="/media/a.webp"></picture><figcaption>Un bol</figcaption></figure>
<blockquote><p>Reste.</p></blockquote></main><footer><p>Pied</p></footer>"""


@pytest.fixture
def sujets(monkeypatch: pytest.MonkeyPatch) -> dict[str, banc.Mesurer]:
    """Give the bench subjects of our own."""
    faux: dict[str, banc.Mesurer] = {"tenu": lambda _c: [Sujet("Un sujet", "1 ms", [TENUE])]}
    monkeypatch.setattr(banc, "SUJETS", faux)
    return faux


def test_une_cible_se_tient_d_un_cote_ou_de_l_autre() -> None:
    assert [Cible("", 2, 2).est_tenue, Cible("", 2.1, 2).est_tenue] == [True, False]
    assert [Cible("", 2, 2, au_moins=True).est_tenue, Cible("", 1.9, 2, au_moins=True).est_tenue] == [True, False]
    assert not Cible("", math.nan, 2).est_tenue
    assert not Cible("", math.nan, 2, au_moins=True).est_tenue
    assert Cible("mur", 1.234, 1.2, decimales=2).rangee == ("mur", "1,23", "≤ 1,20", "MANQUÉE")


@pytest.mark.parametrize(
    ("cible", "options", "code"), [(TENUE, ["--exiger"], 0), (MANQUEE, ["--exiger"], 1), (MANQUEE, [], 0)]
)
def test_une_cible_manquee_ne_fait_echouer_que_si_on_l_exige(
    cible: Cible, options: list[str], code: int, sujets: dict[str, banc.Mesurer], capsys: pytest.CaptureFixture[str]
) -> None:
    sujets["autre"] = lambda _c: [Sujet("Autre", "2 ms", [cible])]
    assert banc.main(options) == code
    assert ("- manquée" in capsys.readouterr().out) is (cible is MANQUEE)


def test_ce_qui_manque_ou_casse_se_dit_et_laisse_mesurer_le_reste(
    sujets: dict[str, banc.Mesurer], capsys: pytest.CaptureFixture[str]
) -> None:
    def manquer(_chantier: banc.Chantier) -> list[Sujet]:
        raise Absent(ABSENT)

    def casser(_chantier: banc.Chantier) -> list[Sujet]:
        raise ZeroDivisionError

    sujets |= {"sans": manquer, "casse": casser}
    assert banc.main(["--exiger"]) == 1
    dit = capsys.readouterr().out
    assert "1 ms" in dit
    assert f"**NON MESURÉ** : {ABSENT}." in dit
    assert "**NON MESURÉ** : ZeroDivisionError." in dit
    assert banc.main(["--exiger", "--seulement", "tenu"]) == 0


@pytest.mark.usefixtures("sujets")
def test_le_releve_est_garde_sous_sa_date_sans_nommer_la_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "ordi-de-lou")
    page, mesures = tmp_path / "performance.md", tmp_path / "mesures"
    page.write_text("Avant\n<!-- make bench ECRIRE=1 : début -->\nrien\n<!-- fin -->\nAprès\n")
    banc.main([], mesures)
    assert not mesures.exists()
    capsys.readouterr()
    banc.main(["--ecrire"], mesures)
    banc.main(["--ecrire"], mesures)
    capsys.readouterr()
    banc.main(["--ecrire"], mesures)
    [fichier] = mesures.iterdir()
    assert re.fullmatch(r"bench-\d{4}-\d\d-\d\d\.md", fichier.name)
    assert fichier.read_text() == (dit := capsys.readouterr().out)
    assert page.read_text().startswith("Avant\n<!-- make bench ECRIRE=1 : début -->\nLe [2")
    assert f"(mesures/{fichier.name}) :\n\n| mesure" in page.read_text()
    assert page.read_text().endswith("<!-- fin -->\nAprès\n")
    assert "ordi-de-lou" not in dit
    assert str(RACINE) not in dit


def test_les_mots_de_la_page_vont_au_temoin_une_seule_fois(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bancs.temoin._image", lambda _dossier, adresse: adresse)
    assert list(blocs(BeautifulSoup(PAGE, "html.parser"), tmp_path, "http://ici")) == [
        ("paragraph", '<p>Un <a href="/b/">mardi</a> de pluie.</p><p>Une soupe &amp; du pain</p>'),
        ("heading", "Après"),
        ("image", "http://ici/media/a.webp"),
        ("paragraph", "<p>Un bol</p><blockquote>Reste.</blockquote>"),
    ]


def test_la_mediane_se_prend_figure_par_figure() -> None:
    trois = [Debit(10, 1, 5, 9, 0), Debit(30, 1, 3, 30, 0), Debit(20, 1, 4, 12, 0)]
    assert mediane(trois) == Debit(60, 3, 4, 12, 0)
    assert mediane(trois).par_seconde == 20


@contextmanager
def repondant(statut: int) -> Iterator[tuple[str, list[str]]]:
    """Answer on this machine with a status; yield the address, and what is asked for as it comes."""
    demandes: list[str] = []

    class Repond(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            demandes.append(self.path)
            self.send_response(statut)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
            """Say nothing."""

    serveur = ThreadingHTTPServer(("127.0.0.1", 0), Repond)
    Thread(target=serveur.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{serveur.server_port}", demandes
    finally:
        serveur.shutdown()
        serveur.server_close()


def test_des_lecteurs_demandent_la_meme_adresse_ou_chaque_fois_une_neuve() -> None:
    with repondant(200) as (adresse, demandes):
        try:
            debit = demander(f"{adresse}/mur/", 2, 1)
        except Absent:
            pytest.skip(f"DÉBIT NON ESSAYÉ : {ABSENT}")
        assert set(demandes) == {"/mur/"}
        assert debit.requetes > 1
        assert 0 < debit.p50_ms <= debit.p99_ms
    with repondant(200) as (adresse, demandes):
        demander(f"{adresse}/mur/?page=2", 2, 1, neuve=True)
        assert len(set(demandes)) == len(demandes) > 1
        assert all(demande.startswith("/mur/?page=2&comparer=") for demande in demandes)
    with repondant(500) as (adresse, _demandes), pytest.raises(RuntimeError, match="erreurs="):
        demander(f"{adresse}/", 2, 1)


@pytest.mark.epreuve
def test_tout_le_banc_tourne_sur_de_petites_tailles() -> None:
    ordre = [sys.executable, "-m", "tests.bancs", "--rapide"]
    fait = subprocess.run(ordre, cwd=RACINE, capture_output=True, text=True, check=False)
    assert fait.returncode == 0, fait.stderr
    absents = re.findall(r"\*\*NON MESURÉ\*\* : .*", fait.stdout)
    assert absents == []
    assert fait.stdout.count("\n## ") == 1 + len(banc.SUJETS) + 1  # the targets; the wall has the search with it
