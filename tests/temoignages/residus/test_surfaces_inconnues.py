"""A surface that nobody declared, met in a whole life: a failure, named."""

import contextlib
import logging
from collections.abc import Callable

import pytest
from django.db import connection
from pytest_django import Settings

from .parcours import Vie, vivre
from .releve import Residu

pytestmark = pytest.mark.usefixtures("bases_propres")


def une_table(_vie: Vie, _texte: str, _settings: Settings) -> str:
    with connection.cursor() as curseur:
        curseur.execute("CREATE TABLE brouillons (id INTEGER PRIMARY KEY, texte TEXT)")
    return "table default.brouillons"


def un_cache(_vie: Vie, _texte: str, settings: Settings) -> str:
    dossier = f"{settings.VAR}/cache"
    autre = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": dossier}
    settings.CACHES = {**settings.CACHES, "pages": autre}
    return "cache pages"


def un_magasin(_vie: Vie, _texte: str, settings: Settings) -> str:
    settings.STORAGES = {**settings.STORAGES, "ailleurs": {"BACKEND": "tests.temoignages.residus.muets.MagasinMuet"}}
    return "fichiers ailleurs"


def une_sortie(_vie: Vie, _texte: str, _settings: Settings) -> str:
    from .muets import SortieMuette  # noqa: PLC0415 - beside its like

    logging.getLogger("temoignages").addHandler(SortieMuette())
    return "journal tests.temoignages.residus.muets.SortieMuette"


def des_sessions(_vie: Vie, _texte: str, settings: Settings) -> str:
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.file"
    return "sessions django.contrib.sessions.backends.file"


INCONNUES = [une_table, un_cache, un_magasin, une_sortie, des_sessions]


# `test_surfaces` names each kind of unknown surface without a life around it: one at each run is enough here.
@pytest.mark.parametrize(
    "ajouter", [pytest.param(s, marks=() if s is une_table else pytest.mark.epreuve) for s in INCONNUES]
)
def test_une_surface_que_personne_n_a_declaree_est_un_echec(
    ajouter: Callable[[Vie, str, Settings], str], settings: Settings
) -> None:
    attendue: list[str] = []
    with contextlib.ExitStack() as pile:
        pile.callback(logging.getLogger("temoignages").handlers.clear)
        pile.callback(vider_table)
        with pytest.raises(Residu) as residu:
            vivre(lecture=lambda vie, texte: attendue.append(ajouter(vie, texte, settings)))
    assert residu.value.surfaces == set(attendue)


def vider_table() -> None:
    """Drop the table that a test made."""
    with connection.cursor() as curseur:
        curseur.execute("DROP TABLE IF EXISTS brouillons")
