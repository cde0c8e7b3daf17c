"""Redis gone: the site does without."""

import socket

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from reseau.quotas import Quota, compter
from site_campagne.fraicheur.redis import RedisTolerant
from site_campagne.settings.caches import lire_caches
from tests.fabriques.pages import ContenuPageFactory, retirer_temoignage, un_temoignage_publie
from tests.services.redis import ServeurRedis


@pytest.fixture
def redis_absent(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a server where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as porte:
        numero = porte.getsockname()[1]
    monkeypatch.setenv("CACHE_URL", f"rediscache://127.0.0.1:{numero}/0")
    monkeypatch.setattr(RedisTolerant, "_silence", 0.0)
    settings.CACHES = lire_caches()


@pytest.mark.django_db
def test_une_page_gardee_par_une_machine_est_donnee_par_l_autre_et_un_retrait_vaut_pour_toutes(
    client: Client, redis_vrai: ServeurRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    parole = un_temoignage_publie("une chaise qui m’attend")
    client.get(parole.url)
    with CaptureQueriesContext(connection) as requetes:
        assert client.get(parole.url).status_code == 200
    assert len(requetes) == 1
    redis_vrai.arreter()
    assert client.get(parole.url).status_code == 200
    redis_vrai.demarrer()
    monkeypatch.setattr(RedisTolerant, "_silence", 0.0)  # the few seconds are over
    for _fois in range(2):
        assert client.get(parole.url).status_code == 200
    retirer_temoignage(parole)
    assert client.get(parole.url).status_code == 410


@pytest.mark.django_db
@pytest.mark.usefixtures("redis_absent")
def test_sans_redis_les_pages_se_font_et_les_quotas_recommencent(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    page = ContenuPageFactory.create()
    for _fois in range(2):
        assert client.get(page.url).status_code == 200
    assert compter(Quota("essai", 3, 60), "qui") == 1
    # Said once, then left alone for a while: nobody waits for it at each page.
    assert caplog.text.count("Redis ne répond pas") == 1


def test_redis_a_des_delais_courts_et_l_adresse_peut_en_donner_d_autres(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_URL", "rediscache://cache.exemple.org:6379/0?socket_timeout=3")
    lus = lire_caches()
    assert lus["default"]["OPTIONS"] == {"socket_connect_timeout": 0.5, "socket_timeout": 3}
    assert {alias["BACKEND"] for alias in lus.values()} == {"site_campagne.fraicheur.redis.RedisTolerant"}
