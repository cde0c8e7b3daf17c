import datetime
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils.http import http_date
from pytest_django import DjangoAssertNumQueries

from tests.fabriques.pages import enregistrer, publier
from tests.fabriques.presse import CommuniquePageFactory, SalleDePressePageFactory, un_communique

pytestmark = pytest.mark.django_db
FLUX = "/communiques/flux.xml"
ATOM = "{http://www.w3.org/2005/Atom}"


def une_annee(annee: int, **champs: object) -> object:
    return CommuniquePageFactory.create(date=datetime.date(annee, 5, 1), **champs)


def test_la_derniere_annee_parait_et_les_autres_s_offrent(client: Client) -> None:
    une_annee(2025, title="Vieux texte")
    une_annee(2026, title="Texte neuf")
    html = client.get("/communiques/").content.decode()
    assert "Texte neuf" in html
    assert "Vieux texte" not in html
    assert '<option value="2025">2025</option>' in html
    assert "Vieux texte" in client.get("/communiques/?annee=2025").content.decode()


def test_le_genre_filtre(client: Client) -> None:
    une_annee(2026, title="Un communique")
    une_annee(2026, title="Un avis", genre="avis")
    html = client.get("/communiques/?genre=avis").content.decode()
    assert "Un avis" in html
    assert "Un communique" not in html


@pytest.mark.parametrize("requete", ["annee=abc", "annee=99999", "genre=%00", "annee=&genre=zzz"])
def test_une_requete_absurde_montre_la_derniere_annee(client: Client, requete: str) -> None:
    une_annee(2026, title="Texte neuf")
    reponse = client.get(f"/communiques/?{requete}")
    assert reponse.status_code == 200
    assert "Texte neuf" in reponse.content.decode()


def test_une_salle_vide_le_dit(client: Client) -> None:
    SalleDePressePageFactory.create()
    assert "Rien pour le moment" in client.get("/communiques/").content.decode()


def test_le_nombre_de_requetes_de_la_liste_est_constant(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    for nombre in (2, 10):
        for _rang in range(nombre):
            une_annee(2026)
        client.get("/communiques/")
        with django_assert_max_num_queries(14) as requetes:
            client.get("/communiques/")
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]


def test_le_flux_tient_les_textes_publics_seulement(client: Client) -> None:
    publier(un_communique(title="Public", slug="public"))
    un_communique(title="Canari", slug="canari")
    reponse = client.get("/communiques/flux.xml")
    assert reponse.status_code == 200
    assert "Canari" not in reponse.content.decode()
    entrees = ET.fromstring(reponse.content).findall(f"{ATOM}entry")  # noqa: S314 - our own feed
    assert [entree.findtext(f"{ATOM}title") for entree in entrees] == ["Public"]
    assert (entrees[0].findtext(f"{ATOM}id") or "").startswith("urn:uuid:")


def test_le_flux_n_est_relu_que_s_il_change(client: Client) -> None:
    page = publier(un_communique(title="Public", slug="public"))
    premiere = client.get(FLUX)
    etag, modifie = premiere["ETag"], premiere["Last-Modified"]
    assert modifie == http_date(page.last_published_at.timestamp())
    inchange = client.get(FLUX, HTTP_IF_NONE_MATCH=etag, HTTP_IF_MODIFIED_SINCE=modifie)
    assert (inchange.status_code, inchange.content, inchange["ETag"]) == (304, b"", etag)
    page.title = "Corrigé"
    page = publier(page)
    assert client.get(FLUX, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_un_texte_retire_quitte_aussi_le_flux_de_qui_ne_connait_que_la_date(client: Client) -> None:
    publier(un_communique(title="Resté", slug="reste"))
    page = publier(un_communique(title="Retiré", slug="retire"))
    premiere = client.get(FLUX)
    enregistrer(page, live=False)
    for entetes in (
        {"HTTP_IF_NONE_MATCH": premiere["ETag"]},
        {"HTTP_IF_MODIFIED_SINCE": premiere["Last-Modified"]},
        {"HTTP_IF_NONE_MATCH": premiere["ETag"], "HTTP_IF_MODIFIED_SINCE": premiere["Last-Modified"]},
    ):
        reponse = client.get(FLUX, **entetes)  # type: ignore[arg-type]  # headers, by their names in WSGI
        assert reponse.status_code == 200
        assert "Retiré" not in reponse.content.decode()
        assert "Resté" in reponse.content.decode()


def test_une_salle_sans_texte_a_un_flux_vide(client: Client) -> None:
    SalleDePressePageFactory.create()
    reponse = client.get(FLUX)
    assert reponse.status_code == 200
    assert client.get(FLUX, HTTP_IF_NONE_MATCH=reponse["ETag"]).status_code == 304
