"""The site closes and opens by one word; closed, every address waits and keeps the help lines; machines are told."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings


def lancer(*geste: str) -> str:
    sortie = io.StringIO()
    call_command("maintenance", *geste, stdout=sortie)
    return sortie.getvalue().strip()


@pytest.mark.django_db
def test_le_site_se_ferme_et_se_rouvre(settings: Settings, tmp_path: Path, client: Client) -> None:
    settings.FICHIER_DE_FERMETURE = str(tmp_path / "site-ferme")
    assert lancer() == "Le site est ouvert."
    assert lancer("fermer") == lancer("fermer") == "Le site est fermé."
    for adresse in ("/", "/en/", "/temoigner/", "/admin/"):
        reponse = client.get(adresse)
        assert (reponse.status_code, reponse["Retry-After"]) == (503, "300")
        assert "tel:+18662773553" in reponse.content.decode()
    assert client.get("/sante/").status_code == 200
    pret = client.get("/sante/pret/")
    assert (pret.status_code, pret.json()) == (503, {"etat": "fermé"})
    assert lancer("ouvrir") == "Le site est ouvert."
    assert client.get("/temoigner/").status_code == 200
