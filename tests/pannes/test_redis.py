"""Redis killed, frozen, back: pages are made without it, what is written stays, what is withdrawn is gone at once."""

import os
import signal
import time

import pytest
from django.core.cache import caches
from django.test import Client

from reseau.quotas import Quota, compter
from site_campagne.fraicheur.redis import REPIT, RedisTolerant
from temoignages.models import Depot
from tests.fabriques.pages import retirer_temoignage, un_temoignage_publie
from tests.services.redis import ServeurRedis
from tests.temoignages.views.envoi import envoyer

pytestmark = pytest.mark.django_db
ESSAIS = Quota("essai-de-panne", 3, 600)


def tuer(redis: ServeurRedis) -> None:
    redis.arreter()


def figer(redis: ServeurRedis) -> None:
    os.kill(redis._processus.pid, signal.SIGSTOP)


@pytest.mark.parametrize("perdre", [tuer, figer])
def test_sans_redis_on_lit_on_ecrit_on_retire_puis_il_reprend(
    redis_vrai: ServeurRedis, perdre: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    parole, autre = un_temoignage_publie("une chaise qui m’attend"), un_temoignage_publie("du pain chaud")
    lecteur = Client()
    assert [lecteur.get(parole.url).status_code for _fois in range(2)] == [200, 200]
    assert [compter(ESSAIS, "qui") for _fois in range(2)] == [1, 2]

    assert callable(perdre)
    perdre(redis_vrai)
    debut = time.monotonic()
    assert [lecteur.get(adresse).status_code for adresse in (parole.url, autre.url, "/temoigner/")] == [200] * 3
    assert envoyer().status_code == 200
    retirer_temoignage(parole)
    assert lecteur.get(parole.url).status_code == 410
    assert compter(ESSAIS, "qui") == 1, "counters start over; those of the web server stay"
    # One question is waited for, then nobody asks for a while.
    assert 1 <= caplog.text.count("Redis ne répond pas") <= 1 + (time.monotonic() - debut) / REPIT
    assert Depot.objects.filter(etat="recu").count() == 1

    redis_vrai.arreter()
    redis_vrai.demarrer()
    monkeypatch.setattr(RedisTolerant, "_silence", 0.0)  # the few seconds are over
    assert lecteur.get(parole.url).status_code == 410
    assert [lecteur.get(autre.url).status_code for _fois in range(2)] == [200, 200]
    assert [compter(ESSAIS, "qui") for _fois in range(2)] == [1, 2]
    caches["pages"].set("vu", 1)
    assert caches["pages"].get("vu") == 1
