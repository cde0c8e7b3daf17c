"""Links to share: plain, whole, and nothing of anybody else's on the page."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.coherence.arbre import RACINE
from tests.fabriques.balado import BaladoPageFactory
from tests.fabriques.evenements import AgendaPageFactory
from tests.fabriques.pages import ContenuPageFactory
from tests.fabriques.presse import SalleDePressePageFactory

pytestmark = pytest.mark.django_db


def bloc(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode().split('class="section partager"', 1)[1].split("</section>", 1)[0]


def test_les_liens_portent_l_adresse_et_rien_de_plus(client: Client) -> None:
    page = ContenuPageFactory.create(title="Thé & café : l’heure")
    entiere = f"http://testserver{page.url}"
    liens = [unescape(lien) for lien in re.findall(r'<a class="partager__lien" href="([^"]+)"', bloc(client, page.url))]
    courriel, facebook, linkedin, bluesky = (parse_qs(urlsplit(lien).query) for lien in liens)
    assert courriel == {"subject": [page.title], "body": [f"{page.title}\n{entiere}"]}
    assert facebook == {"u": [entiere]}
    assert linkedin == {"url": [entiere]}
    assert bluesky == {"text": [f"{page.title}\n{entiere}"]}


def test_les_liens_du_dehors_ne_disent_pas_d_ou_l_on_vient(client: Client) -> None:
    for lien in re.findall(
        r'<a class="partager__lien"[^>]*https:[^>]*>', bloc(client, ContenuPageFactory.create().url)
    ):
        assert 'rel="external noopener noreferrer nofollow"' in lien


def test_sans_javascript_il_n_y_a_pas_de_bouton(client: Client) -> None:
    contenu = bloc(client, ContenuPageFactory.create().url)
    assert contenu.count("<button") == 2
    assert contenu.count("<li hidden><button") == 2


def test_le_papier_ne_montre_pas_le_partage() -> None:
    feuille = (RACINE / "pages/static/css/composants/partager.css").read_text()
    assert re.search(r"@media print \{\s*\.partager \{\s*display: none;", feuille)


def test_les_fils_sont_nommes_par_l_accueil_et_par_leur_page(client: Client) -> None:
    salle, serie, agenda = SalleDePressePageFactory.create(), BaladoPageFactory.create(), AgendaPageFactory.create()
    suivis = {
        f"http://testserver{salle.url}flux.xml": "application/atom+xml",
        f"http://testserver{serie.url}flux.xml": "application/rss+xml",
        f"http://testserver{agenda.url}calendrier.ics": "text/calendar",
    }
    accueil = client.get("/").content.decode()
    trouves = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', accueil)
    assert {adresse: genre for genre, adresse in trouves} == suivis
    page = client.get("/fils/").content.decode()
    for adresse in suivis:
        assert f'href="{adresse}"' in page
        assert client.get(adresse.removeprefix("http://testserver")).status_code == 200
    assert 'href="/fils/"' in accueil.split("<footer", 1)[1]


def test_sans_rien_a_suivre_la_page_le_dit(client: Client) -> None:
    assert "Rien à suivre pour le moment." in client.get("/fils/").content.decode()
