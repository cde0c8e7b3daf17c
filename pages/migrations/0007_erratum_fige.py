"""What the code refuses, the database refuses too: a published erratum is neither changed nor deleted."""

from django.db import migrations

TABLE, COLONNES = "pages_erratum", "page_id, avant, apres, raison, cree_le, publie_le"
REFUS = "Un erratum publie ne change pas."

SQLITE = [
    f"CREATE TRIGGER {TABLE}_change BEFORE UPDATE OF {COLONNES} ON {TABLE} WHEN OLD.publie_le IS NOT NULL "
    f"BEGIN SELECT RAISE(ABORT, '{REFUS}'); END",
    f"CREATE TRIGGER {TABLE}_efface BEFORE DELETE ON {TABLE} WHEN OLD.publie_le IS NOT NULL "
    f"BEGIN SELECT RAISE(ABORT, '{REFUS}'); END",
]
POSTGRESQL = [
    f"CREATE FUNCTION {TABLE}_fige() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE TRIGGER {TABLE}_change BEFORE UPDATE OF {COLONNES} ON {TABLE} FOR EACH ROW "
    f"WHEN (OLD.publie_le IS NOT NULL) EXECUTE FUNCTION {TABLE}_fige()",
    f"CREATE TRIGGER {TABLE}_efface BEFORE DELETE ON {TABLE} FOR EACH ROW "
    f"WHEN (OLD.publie_le IS NOT NULL) EXECUTE FUNCTION {TABLE}_fige()",
]
DEFAIRE = {
    "sqlite": [f"DROP TRIGGER {TABLE}_change", f"DROP TRIGGER {TABLE}_efface"],
    "postgresql": [
        f"DROP TRIGGER {TABLE}_change ON {TABLE}",
        f"DROP TRIGGER {TABLE}_efface ON {TABLE}",
        f"DROP FUNCTION {TABLE}_fige",
    ],
}


def poser(_apps, schema_editor):
    for ordre in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(ordre, params=None)


def retirer(_apps, schema_editor):
    for ordre in DEFAIRE[schema_editor.connection.vendor]:
        schema_editor.execute(ordre, params=None)


class Migration(migrations.Migration):
    dependencies = [("pages", "0006_confidentialite")]

    operations = [migrations.RunPython(poser, retirer)]
