"""Counters that slow down a script and know nobody."""

import time
import uuid

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import Settings

from temoignages import quotas
from temoignages.quotas import Quota, adresse_de, compter, depasse, retenir, retenus

TROIS = Quota("essai", 3, quotas.HEURE)


def requete(adresse: str = "203.0.113.7", suivie: str = "") -> HttpRequest:
    entetes = {"X-Forwarded-For": suivie} if suivie else {}
    return RequestFactory().get("/", REMOTE_ADDR=adresse, headers=entetes)


def test_la_limite_s_atteint_puis_se_depasse() -> None:
    assert [compter(TROIS, requete()) for _ in range(3)] == [1, 2, 3]
    assert depasse(TROIS, requete())


def test_demander_n_est_pas_compter() -> None:
    assert not any(depasse(TROIS, requete()) for _ in range(10))


def test_deux_connexions_et_deux_gestes_ont_chacun_leur_compte() -> None:
    for _ in range(3):
        compter(TROIS, requete())
    assert not depasse(TROIS, requete("203.0.113.8"))
    assert not depasse(Quota("autre", 3, quotas.HEURE), requete())


def test_une_heure_plus_tard_le_compte_repart(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        compter(TROIS, requete())
    plus_tard = time.time() + quotas.HEURE
    monkeypatch.setattr(time, "time", lambda: plus_tard)
    assert compter(TROIS, requete()) == 1


def test_un_atelier_de_quarante_personnes_passe_et_un_script_non() -> None:
    rangs = [compter(quotas.DEPOTS, requete()) for _ in range(quotas.RAFALE)]
    assert sum(rang <= quotas.DEPOTS.limite for rang in rangs) >= 40
    assert rangs[-1] >= quotas.RAFALE


def test_aucune_adresse_n_est_gardee(monkeypatch: pytest.MonkeyPatch) -> None:
    gardes: list[object] = []
    for nom in ("add", "set"):
        monkeypatch.setattr(cache, nom, lambda *args: gardes.append(args))
    monkeypatch.setattr(cache, "incr", len)
    compter(TROIS, requete())
    retenir(requete(), uuid.uuid4(), 1)
    assert len(gardes) == 2
    assert "203.0.113" not in repr(gardes)


def test_les_depots_d_une_connexion_se_retrouvent_elle_seule() -> None:
    un, deux = uuid.uuid4(), uuid.uuid4()
    retenir(requete(), un, 1)
    retenir(requete(), deux, 2)
    assert sorted(retenus(requete())) == sorted([un, deux])
    assert retenus(requete("203.0.113.8")) == []


def test_un_entete_forge_ne_change_rien_sans_proxy_de_confiance(settings: Settings) -> None:
    settings.PROXYS_DE_CONFIANCE = 0
    assert adresse_de(requete("203.0.113.7", "198.51.100.1")) == "203.0.113.7"


@pytest.mark.parametrize(
    ("suivie", "attendue"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("10.9.9.9, 198.51.100.1", "198.51.100.1"),  # the client forged the first
        ("n’importe quoi", "inconnue"),
        (" , ", "203.0.113.7"),
    ],
)
def test_seule_l_adresse_ajoutee_par_notre_proxy_compte(settings: Settings, suivie: str, attendue: str) -> None:
    settings.PROXYS_DE_CONFIANCE = 1
    assert adresse_de(requete("203.0.113.7", suivie)) == attendue


def test_moins_d_adresses_que_de_proxys_ramene_a_la_connexion(settings: Settings) -> None:
    settings.PROXYS_DE_CONFIANCE = 2
    assert adresse_de(requete("203.0.113.7", "198.51.100.1")) == "203.0.113.7"


def test_un_reseau_ipv6_compte_pour_une_connexion() -> None:
    assert adresse_de(requete("2001:db8:1:2:aaaa::1")) == adresse_de(requete("2001:db8:1:2:bbbb::2"))
    assert adresse_de(requete("2001:db8:1:2::1")) != adresse_de(requete("2001:db8:1:3::1"))


def test_deux_adresses_ipv4_vues_en_ipv6_restent_deux_connexions() -> None:
    assert adresse_de(requete("::ffff:203.0.113.7")) != adresse_de(requete("::ffff:203.0.113.8"))
    assert adresse_de(requete("::ffff:203.0.113.7")) == "203.0.113.7"


@pytest.mark.parametrize("adresse", ["", "unix:", "203.0.113.7:4711", "fe80::1%eth0"])
def test_une_adresse_etrange_ne_fait_pas_d_erreur(adresse: str) -> None:
    assert adresse_de(requete(adresse))
