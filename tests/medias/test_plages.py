"""A part of a file, as players and broken downloads ask for it: the right bytes, or a clear no."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from medias.envoi import PRIVE, PUBLIC, envoyer
from medias.models import DocumentCampagne
from medias.plages import PlageImpossible, plage_demandee

from .pieces import deposer, publier_avec
from .test_service import octets

pytestmark = pytest.mark.django_db
CONTENU = bytes(range(256)) * 100
TAILLE = len(CONTENU)
usine = RequestFactory()


@pytest.fixture
def document() -> DocumentCampagne:
    return deposer("son.mp3", CONTENU)


@pytest.fixture
def demander(document: DocumentCampagne) -> Iterator[Any]:
    """Ask for the document, with headers; what was opened is closed afterwards."""
    reponses: list[HttpResponseBase] = []

    def demander(*, public: bool = True, methode: str = "get", **entetes: str) -> HttpResponseBase:
        dits = {nom.replace("_", "-"): valeur for nom, valeur in entetes.items()}
        reponses.append(envoyer(getattr(usine, methode)("/", headers=dits), document.file, public=public))
        return reponses[-1]

    yield demander
    for reponse in reponses:
        reponse.close()


@pytest.mark.parametrize(
    ("plage", "debut", "fin"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("BYTES=10-19", 10, 20),
        ("bytes=5000-", 5000, TAILLE),
        ("bytes=-7", TAILLE - 7, TAILLE),
        (f"bytes=-{TAILLE * 2}", 0, TAILLE),
        (f"bytes=100-{10**18}", 100, TAILLE),
    ],
)
@pytest.mark.parametrize("public", [True, False])
def test_une_plage_donne_ses_octets(demander: Any, plage: str, debut: int, fin: int, public: bool) -> None:
    reponse = demander(public=public, Range=plage)
    assert (reponse.status_code, reponse["Content-Range"]) == (206, f"bytes {debut}-{fin - 1}/{TAILLE}")
    assert (reponse["Content-Length"], reponse["Accept-Ranges"]) == (str(fin - debut), "bytes")
    assert reponse["Content-Type"] == "audio/mpeg"
    assert reponse["Cache-Control"] == (PUBLIC if public else PRIVE)
    assert octets(reponse) == CONTENU[debut:fin]


@pytest.mark.parametrize(
    "plage",
    [
        *(
            "",
            "bytes=",
            "bytes=-",
            "bytes=5-2",
            "bytes=a-b",
            "octets=0-1",
            "bytes=0-1,5-6",
            "bytes= 0-1",
            "bytes=0-1-2",
        ),
        f"bytes={'9' * 5000}-",
        "bytes=٣-٤",
    ],
)
def test_ce_qui_n_est_pas_une_plage_donne_tout(demander: Any, plage: str) -> None:
    reponse = demander(Range=plage)
    assert (reponse.status_code, reponse["Content-Length"]) == (200, str(TAILLE))
    assert "Content-Range" not in reponse
    assert octets(reponse) == CONTENU


@pytest.mark.parametrize("plage", [f"bytes={TAILLE}-", "bytes=-0", f"bytes={10**18}-{10**18}"])
def test_au_dela_de_la_fin_la_taille_est_dite(demander: Any, plage: str) -> None:
    reponse = demander(Range=plage)
    assert (reponse.status_code, reponse["Content-Range"]) == (416, f"bytes */{TAILLE}")
    assert (reponse["Cache-Control"], "ETag" in reponse) == (PRIVE, False)
    assert octets(reponse) == b""


def test_un_fichier_qui_a_change_est_redonne_en_entier(demander: Any) -> None:
    etag = demander()["ETag"]
    assert demander(Range="bytes=0-1", If_Range=etag).status_code == 206
    for autre in ('"autre"', f"W/{etag}", "Sun, 22 Nov 2026 00:00:00 GMT"):
        assert demander(Range="bytes=0-1", If_Range=autre).status_code == 200
    assert demander(public=False, Range="bytes=0-1", If_Range=etag).status_code == 200
    assert demander(Range="bytes=0-1", If_None_Match=etag).status_code == 304


def test_une_tete_ne_decoupe_rien(demander: Any) -> None:
    reponse = demander(methode="head", Range="bytes=0-1")
    assert (reponse.status_code, reponse["Content-Length"], reponse["Accept-Ranges"]) == (200, str(TAILLE), "bytes")


def test_un_lecteur_reprend_un_document_publie(client: Client, document: Any) -> None:
    page = publier_avec(document)
    reponse = client.get(document.url, headers={"Range": "bytes=256-511"})
    assert (reponse.status_code, octets(reponse)) == (206, bytes(range(256)))
    assert reponse["Content-Disposition"].startswith("attachment")
    page.unpublish()
    assert client.get(document.url, headers={"Range": "bytes=256-511"}).status_code == 404


@given(st.text(max_size=30) | st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True), st.integers(0, 5000))
def test_une_plage_ne_sort_jamais_du_fichier(demandee: str, taille: int) -> None:
    requete = usine.get("/")
    requete.META["HTTP_RANGE"] = demandee
    try:
        plage = plage_demandee(requete, taille, "")
    except PlageImpossible:
        return
    assert plage is None or (len(plage) > 0 and plage.start >= 0 and plage[-1] < taille)
