"""A page is read while its words are withdrawn: what was made before is never given after."""

from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from pytest_django import Settings

from site_campagne.fraicheur.annuaire import FIXES, SOUS
from site_campagne.fraicheur.etat import Cherchee, etat_et_presence, etat_public
from tests.fabriques.pages import ContenuPageFactory, enregistrer, retirer_temoignage, un_temoignage_publie

from .gestes import courir_a_deux

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TOURS = 20
EN_MEMOIRE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages-d-essai"}


@pytest.fixture(autouse=True)
def pages_gardees(settings: Settings) -> None:
    settings.CACHES = settings.CACHES | {"pages": EN_MEMOIRE}
    caches["pages"].clear()


def test_ce_qui_fut_lu_pendant_un_retrait_n_est_plus_donne_apres() -> None:
    paroles = [un_temoignage_publie(f"une chaise qui m’attend, la {rang}") for rang in range(TOURS)]
    lues = courir_a_deux(paroles, _retirer, _lire)
    assert {statut for _retrait, statuts in lues for statut in statuts} <= {200, 410}
    assert {Client().get(parole.url).status_code for parole in paroles} == {410}


def test_deux_personnes_qui_ecrivent_ensemble_ne_s_attendent_pas_et_changent_l_etat() -> None:
    pages = [ContenuPageFactory.create() for _rang in range(TOURS)]
    etats = courir_a_deux(pages, partial(_ecrire, "a"), partial(_ecrire, "b"))
    # Each read a state after its own writing that nobody had read before it.
    assert len({etat for paire in etats for etat in paire}) >= TOURS
    assert connection.vendor == "postgresql"


def test_ce_qu_une_adresse_nomme_se_cherche_dans_toutes_ses_tables() -> None:
    parole = un_temoignage_publie("une chaise qui m’attend")
    etat = etat_public()
    for lieux in (*(lieux for _motif, lieux in FIXES), *(lieux for _argument, lieux in SOUS.values())):
        assert etat_et_presence(Cherchee("999999999", lieux)) == (etat, False)
    assert etat_et_presence(Cherchee(parole.pk, FIXES[0][1])) == (etat, True)


def _retirer(parole: Any, depart: Barrier) -> tuple[int, ...]:
    depart.wait(20)
    retirer_temoignage(parole)
    return ()


def _lire(parole: Any, depart: Barrier) -> tuple[int, ...]:
    depart.wait(20)
    return tuple(Client().get(parole.url).status_code for _fois in range(3))


def _ecrire(titre: str, page: Any, depart: Barrier) -> str | None:
    depart.wait(20)
    enregistrer(type(page).objects.get(pk=page.pk), title=titre)
    return etat_public()
