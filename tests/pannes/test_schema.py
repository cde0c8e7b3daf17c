"""A migration that is half done: readers are told to come back, machines and people are told which one is missing."""

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from site_campagne import sante
from temoignages.models import Depot
from tests.gardes.bases import NEUVES, remettre
from tests.temoignages.views.envoi import TEMOIGNER, formulaire, page, texte_garde

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("schema_note")]


@pytest.fixture(autouse=True)
def remis(schema_note: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ask anew, and put the databases back as they were: their tables too."""
    monkeypatch.setattr(sante, "_reponses", {})
    yield
    remettre(NEUVES)


def executer(*ordres: str) -> None:
    with connection.cursor() as curseur:
        for ordre in ordres:
            curseur.execute(ordre)


def diagnostiquer() -> str:
    sortie = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("diagnostic", stdout=sortie)
    return sortie.getvalue()


def oublier_la_derniere() -> str:
    """Say that the last migration of the room was not done; return its name."""
    notes = MigrationRecorder(connection)
    derniere = notes.migration_qs.filter(app="temoignages").order_by("name").last()
    assert derniere
    derniere.delete()
    return f"{derniere.app}.{derniere.name}"


def test_un_code_neuf_sur_une_vieille_base_le_dit_et_personne_ne_lit_une_erreur() -> None:
    manque = oublier_la_derniere()
    colonnes = {"temoignages_amorce": "texte", "temoignages_depot": "recu_le"}
    executer(*(f"ALTER TABLE {table} RENAME COLUMN {nom} TO ancien_{nom}" for table, nom in colonnes.items()))
    visiteur = Client(raise_request_exception=False)

    lue = visiteur.get(TEMOIGNER)
    assert (lue.status_code, lue["Retry-After"]) == (503, "60")
    assert "Le site ne répond pas en ce moment" in page(lue)
    assert "Traceback" not in page(lue)
    assert "ancien_texte" not in page(lue)
    envoi = formulaire()
    assert texte_garde(visiteur.post(TEMOIGNER, envoi)) == envoi["texte"]
    assert visiteur.get("/accessibilite/").status_code == 200, "what can be read is read"
    assert visiteur.get("/sante/").status_code == 200

    pret = visiteur.get("/sante/pret/")
    assert (pret.status_code, pret.json()["schema"], pret.json()["migrations"]) == (503, "panne", [manque])
    dit = diagnostiquer()
    assert f"Migrations à faire : {manque}" in dit
    assert "manage.py migrate" in dit

    executer(*(f"ALTER TABLE {table} RENAME COLUMN ancien_{nom} TO {nom}" for table, nom in colonnes.items()))
    app, nom = manque.split(".")
    MigrationRecorder(connection).record_applied(app, nom)
    assert visiteur.get("/sante/pret/").status_code == 200
    assert visiteur.post(TEMOIGNER, envoi).status_code == 200
    assert Depot.objects.count() == 1


def test_un_vieux_code_sur_une_base_elargie_lit_ecrit_et_se_dit_pret() -> None:
    MigrationRecorder(connection).record_applied("temoignages", "9999_elargir")
    executer(
        "ALTER TABLE temoignages_depot ADD COLUMN neuve varchar(20) NULL",
        "ALTER TABLE temoignages_amorce ADD COLUMN neuve integer DEFAULT 0 NOT NULL",
        "CREATE TABLE temoignages_neuve (id integer PRIMARY KEY)",
    )
    visiteur = Client()
    assert visiteur.get("/sante/pret/").json()["schema"] == "bien"
    assert visiteur.get(TEMOIGNER).status_code == 200
    assert visiteur.post(TEMOIGNER, formulaire()).status_code == 200
    assert Depot.objects.count() == 1
