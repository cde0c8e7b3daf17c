from pathlib import Path

import pytest
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from site_campagne.etat.dependances import attendues
from temoignages.chambre.trousseau import poivre, trousseau

from .noeud import reglages_de


@pytest.fixture
def schema_note(transactional_db: None) -> None:
    """Say that the safe has had its migrations: that of the tests is made without."""
    notes = MigrationRecorder(connections["coffre"])
    notes.ensure_schema()
    notes.migration_qs.all().delete()
    notes.migration_qs.bulk_create([notes.Migration(app=application, name=nom) for application, nom in attendues()])


@pytest.fixture
def reglages(schema_note: None, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a node on the databases of this test; its secrets are there."""
    trousseau(), poivre()
    adresses = {alias: f"sqlite:///{connections[alias].settings_dict['NAME']}" for alias in connections}
    return reglages_de(
        DATABASE_URL=adresses["default"],
        COFFRE_URL=adresses["coffre"],
        FICHIER_DE_FERMETURE=str(tmp_path / "site-ferme"),
    )
