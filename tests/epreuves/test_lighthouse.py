"""Lighthouse, telephone: at least 98 in each of the four categories, for six pages in each language they exist in."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from .phare import Notes, noter
from .serveur import RACINE, demonstration, lire

pytestmark = pytest.mark.epreuve
BARRE = 98
PAGES = {
    "accueil": "/",
    "édition": "/journee/2027/",
    "mur": "/temoignages/",
    "témoignage": r"(?:/en)?/paroles/\w+/",  # the first of the wall
    "agenda": "/agenda/",
    "boîte à outils": "/boite-a-outils/",
}
TITRE = "| page | langue | performance | accessibilité | bonnes pratiques | référencement | LCP (s) | tours | pertes |"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration for this file."""
    with demonstration(tmp_path_factory.mktemp("demonstration")) as adresse:
        yield adresse


@pytest.fixture(scope="module")
def releve() -> Iterator[list[str]]:
    """Gather the rows of the table; write it at the end, dated, beside the other measures."""
    rangees: list[str] = []
    yield rangees
    if rangees:
        ecrire(RACINE / "docs" / "mesures" / f"lighthouse-{date.today()}.md", rangees)  # noqa: DTZ011 - local day


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("nom", PAGES)
def test_la_page_a_98_partout(site: str, releve: list[str], nom: str, langue: str) -> None:
    adresse = trouver(site, PAGES[nom], langue)
    notes = noter(adresse, BARRE)
    releve.append(rangee(nom, langue, notes))
    assert min(notes.notes) >= BARRE, notes


def trouver(site: str, chemin: str, langue: str) -> str:
    """Return the address of a page in a language, as the page itself names it: each exists in both languages."""
    if "\\" in chemin:
        trouve = re.search(rf'href="({chemin})"', lire(trouver(site, PAGES["mur"], langue)))
        assert trouve, f"le mur en {langue} ne montre aucune parole"
        return site + trouve[1]
    if langue == "fr":
        return site + chemin
    for lien in re.findall(r"<link [^>]*hreflang[^>]*>", lire(site + chemin)):
        if re.search(rf'hreflang="{langue}\b', lien) and (
            href := re.search(r'href="(?:https?://[^/"]+)?([^"]+)"', lien)
        ):
            return site + href[1]
    pytest.fail(f"la démonstration n’a pas {chemin} en {langue}")


def test_une_page_sans_sa_version_anglaise_est_refusee(monkeypatch: pytest.MonkeyPatch) -> None:
    tete = '<link rel="alternate" hreflang="{}" href="https://site.example/en/agenda/">'
    monkeypatch.setitem(globals(), "lire", lambda _adresse: tete.format("en-CA"))
    assert trouver("http://ici", "/agenda/", "en") == "http://ici/en/agenda/"
    monkeypatch.setitem(globals(), "lire", lambda _adresse: tete.format("fr-CA"))
    with pytest.raises(pytest.fail.Exception, match="/agenda/ en en"):
        trouver("http://ici", "/agenda/", "en")


def rangee(nom: str, langue: str, notes: Notes) -> str:
    """Return a row of the table."""
    quatre = " | ".join(map(str, notes.notes))
    return f"| {nom} | {langue} | {quatre} | {notes.lcp:.1f} | {notes.tours} | {', '.join(notes.pertes) or '–'} |"


def ecrire(fichier: Path, rangees: list[str]) -> None:
    """Write the table."""
    separation = "|---" * TITRE.count(" | ") + "|---|"
    fichier.write_text(
        f"# Lighthouse, le {fichier.stem[-10:]}\n\n"
        "Écrit par `make epreuves`. Lighthouse 12, téléphone et réseau lent simulés, la démonstration servie par "
        "gunicorn sur la même machine, sans serveur web devant (donc sans compression des pages HTML). Sous "
        f"{BARRE}, la page est relue deux fois et la médiane compte; « tours » le dit.\n\n"
        + "\n".join([TITRE, separation, *rangees])
        + "\n",
        encoding="utf-8",
    )
