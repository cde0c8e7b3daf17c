"""A slow connection and many events: light pages, few queries, and an answer to anything."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reseau.models import Ressource

from ..gestes import propose, un_brouillon, une_ressource
from ..saisies import EVENEMENTS, NOUVEAU, adresse_de, chez, envoyer, page, saisie

pytestmark = pytest.mark.django_db
LEGER = 50_000  # bytes


@pytest.fixture
def ressource() -> Ressource:
    """Return a resource."""
    return une_ressource()


@pytest.fixture
def client(ressource: Ressource) -> Client:
    """Return the client of its person."""
    return chez(ressource.contacts.get())


def poids(source: str) -> int:
    """Return what a first visit transfers: the page as it is, styles and scripts compressed as they are served."""
    fichiers = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', source)
    assert len(fichiers) > 5
    return len(source.encode()) + sum(_comprime(nom) for nom in fichiers)


def _comprime(nom: str) -> int:
    chemin = finders.find(nom)
    assert isinstance(chemin, str), nom
    with open(chemin, "rb") as fichier:  # noqa: PTH123 - a finder gives text
        return len(gzip.compress(fichier.read()))


def test_le_premier_ecran_pese_moins_de_50_ko_tout_compris(client: Client) -> None:
    source = client.get(NOUVEAU).content.decode()
    assert poids(source) < LEGER
    assert "<script>" not in source
    assert " style=" not in source


def test_chaque_page_reste_legere(client: Client, ressource: Ressource) -> None:
    evenements = [un_brouillon(ressource, description="mots " * 390) for _ in range(25)]
    for adresse in (EVENEMENTS, adresse_de(evenements[0]), adresse_de(evenements[0], "modifier")):
        assert poids(client.get(adresse).content.decode()) < LEGER, adresse


def test_le_nombre_de_requetes_ne_grandit_pas_avec_les_evenements(client: Client, ressource: Ressource) -> None:
    def mesurer() -> int:
        with CaptureQueriesContext(connection) as requetes:
            assert client.get(EVENEMENTS).status_code == 200
        return len(requetes)

    propose(ressource)
    client.get(EVENEMENTS)
    peu = mesurer()
    for _ in range(5):
        propose(ressource)
        un_brouillon(ressource)
    assert mesurer() == peu < 20


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.text(st.sampled_from("0123456789hH:. \u00a0-midnut"), max_size=8),
    st.text(st.sampled_from("0123456789-/"), max_size=12),
)
@settings(
    max_examples=settings().max_examples // 3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_n_importe_quelle_saisie_recoit_une_reponse(client: Client, texte: str, heure: str, jour: str) -> None:
    champs = {"titre": texte, "description": texte, "heure_debut": heure, "heure_fin": heure, "dernier_jour": jour}
    for envoi in (champs, champs | {"jour": jour}, {"titre": texte, "cle": texte, "revision": jour}):
        reponse = envoyer(client, **envoi)
        assert reponse.status_code in {302, 400}


def test_un_formulaire_vide_est_une_erreur_et_non_une_panne(client: Client) -> None:
    reponse = client.post(NOUVEAU, {})
    assert reponse.status_code == 400
    assert "Remplissez ce champ." in page(reponse)
    assert client.post(NOUVEAU, saisie(revision="9" * 40)).status_code == 302
