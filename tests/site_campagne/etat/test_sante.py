"""`/sante/pret/`: a word for each thing, 503 for what readers need, never where it is; nothing hangs it."""

import time
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from site_campagne import sante
from site_campagne.etat import dependances
from site_campagne.planification.tenir import tenir
from tests.services.courriel import ServeurDeCourriel
from tests.services.s3 import ServeurS3

pytestmark = pytest.mark.django_db
SECRET = "base-a-nous.exemple.org"


@pytest.fixture(autouse=True)
def rien_en_memoire(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask anew; the safe of the tests was made without migrations."""
    monkeypatch.setattr(sante, "_reponses", {})
    monkeypatch.setattr(sante, "DELAI", 60)  # a busy machine is not what is looked at here
    monkeypatch.setattr(dependances, "migrations_manquantes", list)


def demander() -> tuple[int, dict[str, Any]]:
    reponse = Client().get("/sante/pret/")
    assert SECRET not in reponse.content.decode()
    assert "no-store" in reponse["Cache-Control"]
    return reponse.status_code, reponse.json()


def en_panne(*_a: Any, **_o: Any) -> None:
    raise OperationalError(SECRET)


def test_tout_va_bien() -> None:
    tenir(forcer=True)
    mots = dict.fromkeys(("bases", "schema", "cache", "fichiers", "courriel", "travailleur", "taches"), "bien")
    assert demander() == (200, {"etat": "prêt", **mots})


@pytest.mark.parametrize("chose", ["bases", "schema"])
def test_ce_que_les_lecteurs_attendent_sort_le_noeud(chose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sante.EXIGEES, chose, en_panne)
    statut, mots = demander()
    assert (statut, mots["etat"], mots[chose]) == (503, "pas prêt", "panne")


def test_une_migration_qui_manque_sort_le_noeud_et_se_nomme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependances, "migrations_manquantes", lambda: ["pages.9999_neuve"] * 9)
    statut, mots = demander()
    assert (statut, mots["bases"], mots["schema"], mots["migrations"]) == (
        503,
        "bien",
        "panne",
        ["pages.9999_neuve"] * 5,
    )


def test_une_base_perdue_n_est_attendue_qu_une_fois(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sante.EXIGEES, "bases", en_panne)
    monkeypatch.setitem(sante.EXIGEES, "schema", lambda: pytest.fail("asked"))
    assert "schema" not in demander()[1]


@pytest.mark.parametrize("chose", ["cache", "fichiers", "courriel"])
def test_ce_dont_les_lecteurs_se_passent_se_dit_sans_sortir_le_noeud(
    chose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sante.AILLEURS, chose, en_panne)
    statut, mots = demander()
    assert (statut, mots[chose]) == (200, "panne")


def test_ce_qui_ne_repond_jamais_ne_retient_personne(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sante, "DELAI", 0.2)
    monkeypatch.setitem(sante.AILLEURS, "courriel", lambda: time.sleep(1))
    debut = time.monotonic()
    statut, mots = demander()
    assert (statut, mots["courriel"]) == (200, "lent")
    assert time.monotonic() - debut < 0.9


def test_on_ne_redemande_pas_aux_autres_machines_a_chaque_fois(monkeypatch: pytest.MonkeyPatch) -> None:
    fois: list[int] = []
    monkeypatch.setitem(sante.AILLEURS, "courriel", lambda: fois.append(1))
    assert demander() == demander()
    assert len(fois) == 1


def test_des_taches_jamais_faites_se_disent(settings: Settings) -> None:
    settings.TACHES = "travailleur"
    statut, mots = demander()
    assert (statut, mots["taches"], mots["travailleur"]) == (200, "retard", "retard")


def test_le_serveur_de_courriel_est_salue_et_rien_ne_part(serveur_de_courriel: ServeurDeCourriel) -> None:
    dependances.saluer_le_courriel()
    dependances.ouvrir_le_courriel()
    assert serveur_de_courriel.recus == []
    serveur_de_courriel.arreter()
    with pytest.raises(OSError, match="refused"):
        dependances.saluer_le_courriel()


def test_le_serveur_s3_est_interroge(serveur_s3: ServeurS3) -> None:
    assert demander()[1]["fichiers"] == "bien"
    serveur_s3.arreter()
    with pytest.raises(OSError, match="ne répondent pas"):
        dependances.demander_au_stockage()


def test_un_cache_qui_oublie_tout_se_voit(settings: Settings) -> None:
    dependances.demander_au_cache()
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    with pytest.raises(dependances.NeRepondPas):
        dependances.demander_au_cache()


def test_les_migrations_du_code_sont_toutes_attendues() -> None:
    assert {"site_campagne", "pages", "temoignages", "coffre", "reseau", "medias"} <= {
        application for application, _nom in dependances.attendues()
    }


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_on_ne_fait_que_lire(methode: str) -> None:
    assert getattr(Client(), methode)("/sante/pret/").status_code == 405
