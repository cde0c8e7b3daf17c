"""What a page costs to make in production, where what all pages share is read once: the targets of the project."""

from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.fabriques.balado import un_enregistrement
from tests.fabriques.genres import genres_de_pages
from tests.fabriques.pages import une_image
from tests.fabriques.presse import une_autorisation
from tests.pages.test_budgets import une_page_publique

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_gardees")]
REQUETES = 20
D_UN_ARTICLE = {"ContenuPage": 12, "CommuniquePage": 12}


@pytest.mark.parametrize("genre", genres_de_pages(), ids=lambda genre: genre.__name__)
def test_une_page_neuve_tient_dans_la_cible(client: Client, genre: Any) -> None:
    une_image()
    une_autorisation()
    un_enregistrement()
    page = une_page_publique(genre, 8, 0)
    for _ in range(2):  # the first one may make sizes of images: a write, after which everything is read again
        assert client.get(page.url).status_code == 200
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as requetes:
        assert client.get(page.url)["X-Accel-Expires"]
    cible = D_UN_ARTICLE.get(genre.__name__, REQUETES)
    assert len(requetes) <= cible, "\n".join(requete["sql"][:200] for requete in requetes)
