"""Files of a private bucket: Django decides, then shows the way for a moment; nobody else finds it."""

import time
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from medias.models import DocumentCampagne, ImageCampagne
from medias.stockage import StockageS3
from tests.fabriques.pages import ContenuPageFactory, publier, une_image
from tests.fabriques.temoignages import une_personne
from tests.services.s3 import ServeurS3

from ..pieces import deposer, publier_avec
from ..test_service import adresse_de, en_bloc

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("serveur_s3")]
CONTENU = bytes(range(256)) * 40


@pytest.fixture
def demander() -> Iterator[Any]:
    """Ask the S3 server itself, without following anything."""
    with urllib3.PoolManager(retries=False) as prise:
        yield lambda adresse, methode="GET", **entetes: prise.request(methode, adresse, headers=entetes)


def publie(nom: str = "rapport d’été.pdf") -> tuple[DocumentCampagne, Any]:
    document = deposer(nom, CONTENU)
    return document, publier_avec(document)


def image_publiee() -> ImageCampagne:
    image = une_image()
    publier(ContenuPageFactory.create(corps=en_bloc(image)))
    return image


def test_une_image_publiee_s_ouvre_par_une_adresse_signee_et_courte(client: Client, demander: Any) -> None:
    reponse = client.get(adresse_de(image_publiee()))
    assert (reponse.status_code, reponse["Cache-Control"]) == (302, "private, max-age=30")
    signes = parse_qs(urlsplit(reponse["Location"]).query)
    assert signes["X-Amz-Expires"] == ["60"]
    donnee = demander(reponse["Location"])
    assert Image.open(BytesIO(donnee.data)).size == (20, 11)
    assert (donnee.headers["Content-Type"], donnee.headers["Cache-Control"]) == ("image/png", "private, max-age=60")


def test_la_visibilite_est_decidee_avant_l_adresse(client: Client) -> None:
    document, page = publie()
    assert client.get(document.url).status_code == 302
    page.unpublish()
    reponse = client.get(document.url)
    assert (reponse.status_code, "Location" in reponse, reponse["Cache-Control"]) == (404, False, "private, no-store")
    client.force_login(une_personne("access_admin"))
    assert client.get(document.url)["Cache-Control"] == "private, no-store"


def test_une_signature_touchee_ou_absente_ou_echue_est_refusee(client: Client, demander: Any) -> None:
    document, _page = publie()
    adresse = client.get(document.url)["Location"]
    assert demander(adresse).data == CONTENU
    touchee = adresse[:-4] + ("0000" if adresse[-4:] != "0000" else "1111")
    assert demander(touchee).status == 403
    assert demander(adresse.replace("application%2Fpdf", "text%2Fhtml")).status == 403
    # This server says 400, as the site's own buckets would say 403.
    assert demander(adresse.split("?")[0]).status in {400, 403}
    breve = StockageS3().signer(document.file.name, methode="GET", duree=1, entetes={})
    time.sleep(2.1)
    echue = demander(breve)
    assert echue.status in {400, 403}
    assert CONTENU[:64] not in echue.data


def test_un_lecteur_demande_une_partie_par_la_meme_adresse(client: Client, demander: Any) -> None:
    document, _page = publie("balado.mp3")
    adresse = client.get(document.url, headers={"Range": "bytes=0-9"})["Location"]
    assert parse_qs(urlsplit(adresse).query)["X-Amz-Expires"] == ["3600"]
    for debut, fin in ((0, 9), (10, 19), (5000, 5009)):
        donnee = demander(adresse, Range=f"bytes={debut}-{fin}")
        assert donnee.data == CONTENU[debut : fin + 1]
        assert donnee.headers["Content-Range"] == f"bytes {debut}-{fin}/{len(CONTENU)}"


def test_une_tete_est_signee_pour_une_tete(client: Client, demander: Any) -> None:
    document, _page = publie("balado.mp3")
    adresse = client.head(document.url)["Location"]
    assert demander(adresse, "HEAD").status == 200
    assert demander(adresse).status == 403


def test_le_nom_et_le_genre_sont_signes(client: Client, demander: Any) -> None:
    document, _page = publie("note.docx")
    donnee = demander(client.get(document.url)["Location"])
    assert donnee.headers["Content-Disposition"].startswith("attachment")
    assert donnee.headers["Content-Type"].startswith("application/vnd.openxmlformats")


def test_un_document_perdu_repond_comme_un_inconnu(client: Client) -> None:
    document, _page = publie()
    document.file.storage.effacer(document.file.name)
    assert client.get(document.url).status_code == 404


def test_l_adresse_d_un_fichier_est_celle_du_site() -> None:
    document, _page = publie("note.pdf")
    assert document.file.url == f"/media/{document.file.name}"


def test_une_image_ne_demande_rien_au_serveur(
    client: Client, serveur_s3: ServeurS3, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    adresse = adresse_de(image_publiee())
    client.get(adresse)
    serveur_s3.arreter()
    with django_assert_num_queries(1):
        assert client.get(adresse).status_code == 302


@pytest.mark.parametrize("adresse", ["/", "/admin/"])
def test_la_politique_nomme_le_seau_et_lui_seul(client: Client, serveur_s3: ServeurS3, adresse: str) -> None:
    client.force_login(une_personne())
    directives = dict(d.split(" ", 1) for d in client.get(adresse)["Content-Security-Policy"].split("; "))
    prive, public = f"{serveur_s3.adresse}/prive/", f"{serveur_s3.adresse}/public/"
    ici = {nom: valeur.split() for nom, valeur in directives.items() if "http" in valeur}
    assert {nom for nom, sources in ici.items() if prive in sources} == {"img-src", "media-src"}
    assert {nom for nom, sources in ici.items() if public in sources} == {
        *("script-src", "style-src", "img-src", "font-src", "manifest-src")
    }
    assert {source for sources in ici.values() for source in sources if "http" in source} == {prive, public}
