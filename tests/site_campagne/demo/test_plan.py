"""The strategic plan of the demo: adopted, numbered, through its gates, and well set."""

import re
from typing import Any

import pytest
from django.test import Client

from pages.models import PlanPage
from pages.publication.constats import examiner
from site_campagne.demo import plan
from site_campagne.demo.charger_documents import charger_documents

from .test_pages import textes

CONTENU = (plan.TITRE, plan.CHAPEAU, plan.PREAMBULE, plan.MISSION, plan.VISION, plan.PRINCIPES, plan.ENJEUX)


@pytest.mark.parametrize("faute", ["'", '"', r"\.\.\.", r"\s[;!?]", r"  |^\s|\s$"])
def test_les_mots_du_plan_sont_bien_tapes(faute: str) -> None:
    assert [texte for texte in textes(CONTENU) if re.search(faute, texte)] == []


@pytest.mark.django_db(databases=["default", "coffre"])
def test_le_plan_de_la_demo_se_lit_a_son_adresse(client: Client) -> None:
    list(charger_documents())
    page: Any = PlanPage.objects.get()
    assert [(len(enjeu.objectifs), enjeu.objectifs[0].numero) for enjeu in page.enjeux_lus] == [
        (3, "1.1"), (3, "2.1"), (1, "3"), (2, "4.1"),
    ]  # fmt: skip
    assert {constat.regle for constat in examiner(page)} <= {"identifiants"}
    html = client.get("/plan/").content.decode()
    assert "Adopté le 13\u00a0juin 2026." in html
    assert html.count("bloc-resultat__suivi ") == sum(
        len(r.suivi) for enjeu in plan.ENJEUX for objectif in enjeu.objectifs for r in objectif.resultats
    )
    assert client.get("/plan/pdf/")["Content-Type"] == "application/pdf"
    ancres = re.findall(r' id="((?:objectif|resultat)-[^"]+)"', html)
    assert len(ancres) == 9 + 16
