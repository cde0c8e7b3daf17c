"""Fixtures of the views: who is signed in, and all that is written to the logs."""

import io
import logging
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reseau.models import Compte, Ressource
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, une_personne

PHRASE = "Autour de la table, je trouve…"


def connecter(compte: Compte) -> Client:
    """Return the client of a signed-in account."""
    client = Client()
    client.force_login(compte)
    return client


@pytest.fixture
def premiere(db: None) -> Compte:
    """Return the person who reads first."""
    return une_personne(first_name="Première", last_name="Lectrice")


@pytest.fixture
def seconde(db: None) -> Compte:
    """Return the person who reads second."""
    return une_personne(first_name="Seconde", last_name="Lectrice")


@pytest.fixture
def chez_premiere(premiere: Compte) -> Client:
    """Return the first reader's client."""
    return connecter(premiere)


@pytest.fixture
def chez_seconde(seconde: Compte) -> Client:
    """Return the second reader's client."""
    return connecter(seconde)


@pytest.fixture
def tisonnier(db: None) -> Ressource:
    """Return a resource, with a sentence to complete."""
    AmorceFactory.create(texte=PHRASE)
    return RessourceFactory.create(nom="Le Tisonnier", region="03")


BAVARDS = {"django", "django.db.backends"}


@pytest.fixture
def journal(db: None) -> Iterator[io.StringIO]:
    """Gather what every logger writes, at its most talkative, with the SQL and its values.

    `caplog` listens to the root only, and the loggers of Django do not speak to it. A logger that the settings hold at
    a level of its own keeps it: that is how they forbid it to say more, whatever an operator asks of the others. The
    one of the queries is made to speak all the same: a test that hears nothing proves nothing.
    """
    ecrit = io.StringIO()
    ecoute = logging.StreamHandler(ecrit)
    racine = logging.getLogger()
    regles: Any = settings.LOGGING["loggers"]
    noms = [nom for nom in logging.root.manager.loggerDict if nom in BAVARDS or nom not in regles]
    journaux = [racine, *(logging.getLogger(nom) for nom in noms)]
    niveaux = [(logger, logger.level) for logger in journaux]
    with ExitStack() as pile:
        for logger, niveau in niveaux:
            logger.setLevel(logging.DEBUG)
            pile.callback(logger.setLevel, niveau)
            if logger is racine or not logger.propagate:
                logger.addHandler(ecoute)
                pile.callback(logger.removeHandler, ecoute)
        for connexion in connections.all():
            pile.enter_context(CaptureQueriesContext(connexion))
        yield ecrit
