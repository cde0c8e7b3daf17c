"""A slow connection, a large batch, anything at all in the text area: light pages, few queries, never a 500."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medias.tableaux import LIGNES_MAX, FeuilleIllisible
from reseau.models import Ressource
from temoignages.feuilles import lire_collage, lire_feuille
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import RessourceFactory

from .envoi import page
from .espace import NOUVEAU, PAROLES, adresse_de, chez, confirmer, envoyer, preparer, un_contact

pytestmark = pytest.mark.django_db
LEGER = 50_000  # bytes


@pytest.fixture
def ressource() -> Ressource:
    """Return a resource."""
    return RessourceFactory.create()


@pytest.fixture
def client(ressource: Ressource) -> Client:
    """Return the client of one of its people."""
    return chez(un_contact(ressource))


def test_chaque_page_reste_legere_meme_pour_deux_mille_lignes(client: Client) -> None:
    collage = "\n".join(
        f"une phrase assez longue pour une réponse d’atelier, numéro {rang}" for rang in range(LIGNES_MAX)
    )
    lot = preparer(client, collage=collage)
    for adresse in (PAROLES, NOUVEAU, adresse_de(lot), f"{adresse_de(lot)}?page=40"):
        reponse = client.get(adresse)
        assert reponse.status_code == 200
        assert len(reponse.content) < LEGER, adresse
        assert "<script>" not in page(reponse)
    assert f"numéro {LIGNES_MAX - 1}" in page(client.get(f"{adresse_de(lot)}?page=40"))


def test_de_longs_textes_se_rangent_sur_plusieurs_pages(client: Client) -> None:
    lot = preparer(client, collage="\n".join(["a" * 7_000] * 5))
    assert all(len(client.get(f"{adresse_de(lot)}?page={rang}").content) < LEGER for rang in range(1, 6))


def test_le_suivi_de_cent_lignes_reste_leger(client: Client) -> None:
    lot = preparer(client, collage="\n".join(f"mots {rang}" for rang in range(150)))
    confirmer(client, lot)
    assert len(client.get(adresse_de(lot)).content) < LEGER
    assert "Retirer la ligne 150" in page(client.get(f"{adresse_de(lot)}?page=2"))


def test_le_nombre_de_requetes_ne_grandit_pas_avec_les_lignes(client: Client) -> None:
    def mesurer(nombre: int, geste: Callable[[Lot], object]) -> int:
        lot = preparer(client, collage="\n".join(f"mots {nombre} {rang}" for rang in range(nombre)))
        geste(lot)
        client.get(adresse_de(lot))
        with CaptureQueriesContext(connection) as requetes:
            client.get(adresse_de(lot))
        return len(requetes)

    for geste in (lambda _lot: None, lambda lot: confirmer(client, lot)):
        peu, beaucoup = mesurer(2, geste), mesurer(40, geste)
        assert peu == beaucoup < 20


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from('\t\n\r";,\x00\ufeff\u2028’«=')),
        max_size=300,
    )
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_n_importe_quel_collage_recoit_une_reponse(client: Client, collage: str) -> None:
    try:
        collage.encode()
    except UnicodeEncodeError:  # no browser sends half a character
        return
    reponse = envoyer(client, collage=collage)
    assert reponse.status_code in {302, 400}
    if reponse.status_code == 302:
        assert client.get(reponse["Location"]).status_code == 200
        assert confirmer(client, Lot.objects.latest("cree_le"), sans_les_erreurs="on").status_code in {200, 302, 400}


@given(st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda octets: b"PK\x03\x04" + octets)))
@settings(deadline=None)
def test_n_importe_quels_octets_sont_lus_ou_refuses(octets: bytes) -> None:
    try:
        assert lire_feuille(octets, ("texte",)).rangees
    except FeuilleIllisible as refus:
        assert re.search(r"\w", str(refus))  # noqa: PT017 - either answer is right


@given(st.text(max_size=400))
@settings(deadline=None)
def test_un_collage_sans_tabulation_donne_une_ligne_par_ligne(texte: str) -> None:
    lignes = [ligne for ligne in re.split(r"\r\n|\r|\n", texte.replace("\t", " ")) if ligne.strip()]
    try:
        lues = lire_collage(texte.replace("\t", " ")).rangees
    except FeuilleIllisible:
        assert not lignes
        return
    assert [rangee.texte for rangee in lues] == [ligne.strip() for ligne in lignes]
    assert Depot.objects.count() == 0
