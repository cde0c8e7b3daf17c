"""Empty databases to fill: migrated once, then copied, on SQLite; migrated each time elsewhere."""

from tests.gardes.copies import copier, existe, remettre

COPIE = "banc"


def creer(nom: str) -> str:
    """Make a database of the bench, and stand in it; return its name. `destroy_test_db` removes it."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    sur_sqlite = connection.vendor == "sqlite"
    base = f"{connection.settings_dict['NAME']}.{nom}" if sur_sqlite else nom
    connection.settings_dict["TEST"]["NAME"] = base
    if sur_sqlite and existe(connection, COPIE):
        connection.close()
        connection.settings_dict["NAME"] = base
        remettre(connection, COPIE)
        return base
    cree: str = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    if sur_sqlite:
        copier(connection, COPIE)
    return cree
