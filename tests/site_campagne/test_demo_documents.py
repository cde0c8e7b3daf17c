"""The publications of the demo: every gate lets them through, and each answers."""

import re

import pytest
from django.test import Client
from wagtail.models import Page

from pages.models import PlateformePage
from pages.publication.constats import bloquants
from site_campagne.demo.charger_documents import charger_documents

pytestmark = pytest.mark.django_db(databases=["default", "coffre"])


def test_les_publications_de_la_demo_passent_leurs_portes(client: Client) -> None:
    list(charger_documents())
    list(charger_documents())
    assert list(PlateformePage.objects.order_by("annee").values_list("annee", flat=True)) == [2026, 2027]
    for page in Page.objects.filter(depth__gt=2).specific():
        assert [constat.message for constat in bloquants(page)] == [], page.title
        reponse = client.get(page.url)
        assert reponse.status_code == 200
        identifiants = re.findall(r' id="([^"]+)"', reponse.content.decode())
        assert len(identifiants) == len(set(identifiants)), page.title
    assert client.get("/plateforme/?comparer=2026").status_code == 200
    assert client.get("/plateforme/4/").status_code == 200
