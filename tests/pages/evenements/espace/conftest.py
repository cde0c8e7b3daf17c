"""A resource, its only person, and her client."""

import pytest
from django.test import Client

from reseau.models import Compte, Ressource

from ..gestes import une_ressource
from ..saisies import chez


@pytest.fixture
def tisonnier(db: None) -> Ressource:
    """Return a resource of one person."""
    return une_ressource(nom="Le Tisonnier", municipalite="Granby", courriel_public="allo@exemple.org")


@pytest.fixture
def odile(tisonnier: Ressource) -> Compte:
    """Return that person."""
    return tisonnier.contacts.get()


@pytest.fixture
def client(odile: Compte) -> Client:
    """Return her client."""
    return chez(odile)
