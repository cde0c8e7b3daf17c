"""No error for the Nu Html Checker: every public screen, in each language, and the screens of resources."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Response

from tests.epreuves.validateur import erreurs
from tests.fabriques.temoignages import AmorceFactory

from ..gestes import Ouvrir, une_personne_du_tisonnier
from ..test_espace import PHRASE
from .inventaire import LANGUES, PANNES, ecrans
from .test_espace import parcourir

pytestmark = pytest.mark.epreuve
BONNE = "<!doctype html><html lang='fr'><head><title>a</title></head><body><p>a</p></body></html>"


@pytest.mark.usefixtures("demo")
def test_les_pages_publiques_sont_valides(client: Client, tmp_path: Path) -> None:
    adresses = {adresse for langue in LANGUES for adresse in ecrans(langue) if "/panne/" not in adresse}
    pages = {adresse: client.get(adresse).content.decode() for adresse in sorted(adresses)}
    pages |= {f"{code}.html": render_to_string(f"{code}.html") for code in PANNES}
    assert len(pages) > len(PANNES)
    assert erreurs(pages, tmp_path) == []


@pytest.mark.usefixtures("live_server")
def test_les_ecrans_d_une_ressource_sont_valides(ouvrir: Ouvrir, tmp_path: Path) -> None:
    AmorceFactory.create(texte=PHRASE)
    page = ouvrir()
    documents: list[Response] = []
    page.on("response", lambda r: documents.append(r) if r.request.is_navigation_request() else None)
    pages = {}
    for rang, _ecran in enumerate(parcourir(page, une_personne_du_tisonnier(municipalite="Granby"))):
        pages[f"{rang}: {page.url}"] = documents[-1].text()
    assert erreurs(pages, tmp_path) == []


def test_une_erreur_est_vue(tmp_path: Path) -> None:
    assert erreurs({"/": BONNE}, tmp_path) == []
    (faute,) = erreurs({"/": BONNE.replace("<p>", "<p role='table'><img src='/a'>")}, tmp_path)
    assert faute.startswith("/: 1: An “img” element must have an “alt” attribute")
