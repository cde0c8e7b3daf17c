"""What the staff reads of downloads, and who reads it."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from pages.models import Telechargement
from site_campagne.roles import MODERATION, REDACTION
from tests.fabriques.outils import un_outil
from tests.fabriques.roles import une_personne_de

pytestmark = pytest.mark.django_db


def test_la_redaction_lit_les_totaux(client: Client) -> None:
    outil = un_outil("Le guide")
    for jour, nombre in ((datetime.date(2026, 11, 20), 3), (datetime.date(2026, 1, 5), 4)):
        Telechargement.objects.create(page=outil, quoi="trousse", jour=jour, nombre=nombre)
    client.force_login(une_personne_de(REDACTION))
    contenu = client.get(reverse("publication:telechargements")).content.decode()
    assert "<td>3</td><td>7</td>" in contenu
    assert "Le guide" in contenu


def test_les_autres_non(client: Client) -> None:
    assert client.get(reverse("publication:telechargements")).status_code == 302
    client.force_login(une_personne_de(MODERATION))
    assert client.get(reverse("publication:telechargements")).status_code == 302
