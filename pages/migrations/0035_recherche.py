from typing import Any

from django.db import migrations, models

# A table without content of its own: the triggers keep it in step with the rows, whoever writes them.
SQLITE = (
    "CREATE VIRTUAL TABLE pages_recherche_fts USING fts5(titre, corps, content='pages_entreerecherche',"
    " content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER pages_recherche_ajout AFTER INSERT ON pages_entreerecherche BEGIN"
    " INSERT INTO pages_recherche_fts(rowid, titre, corps) VALUES (new.id, new.titre, new.corps); END",
    "CREATE TRIGGER pages_recherche_retrait AFTER DELETE ON pages_entreerecherche BEGIN"
    " INSERT INTO pages_recherche_fts(pages_recherche_fts, rowid, titre, corps)"
    " VALUES ('delete', old.id, old.titre, old.corps); END",
    "CREATE TRIGGER pages_recherche_changement AFTER UPDATE ON pages_entreerecherche BEGIN"
    " INSERT INTO pages_recherche_fts(pages_recherche_fts, rowid, titre, corps)"
    " VALUES ('delete', old.id, old.titre, old.corps);"
    " INSERT INTO pages_recherche_fts(rowid, titre, corps) VALUES (new.id, new.titre, new.corps); END",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "ALTER TABLE pages_entreerecherche ADD COLUMN vecteur tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('simple'::regconfig, titre), 'A')"
    " || setweight(to_tsvector('simple'::regconfig, corps), 'D')) STORED",
    "CREATE INDEX pages_recherche_vecteur ON pages_entreerecherche USING gin (vecteur)",
    "CREATE INDEX pages_recherche_trigrammes ON pages_motrecherche USING gin (plie gin_trgm_ops)",
)
DEFAIRE = {
    "sqlite": ("DROP TABLE pages_recherche_fts",),
    "postgresql": ("DROP INDEX pages_recherche_trigrammes", "ALTER TABLE pages_entreerecherche DROP COLUMN vecteur"),
}


def dresser(_apps: Any, schema_editor: Any) -> None:
    """Make what no model says: the full-text table, column and indexes of this engine."""
    for ordre in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(ordre)


def defaire(_apps: Any, schema_editor: Any) -> None:
    """Undo it; the extension stays, something else may use it."""
    if schema_editor.connection.vendor == "sqlite":
        for nom in ("ajout", "retrait", "changement"):
            schema_editor.execute(f"DROP TRIGGER pages_recherche_{nom}")
    for ordre in DEFAIRE[schema_editor.connection.vendor]:
        schema_editor.execute(ordre)


class Migration(migrations.Migration):
    dependencies = [("pages", "0034_voix_entendues")]

    operations = [
        migrations.CreateModel(
            name="MotRecherche",
            fields=[
                ("mot", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("plie", models.CharField(db_index=True, max_length=40)),
                ("nombre", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "mot de la recherche",
                "verbose_name_plural": "mots de la recherche",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="EntreeRecherche",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("page", "page"),
                            ("parole", "parole"),
                            ("evenement", "événement"),
                            ("ressource", "ressource"),
                        ],
                        max_length=9,
                    ),
                ),
                ("cle", models.CharField(max_length=40)),
                ("numero", models.BigIntegerField(null=True)),
                ("langue", models.CharField(default="fr", max_length=10)),
                (
                    "sorte",
                    models.CharField(
                        choices=[
                            ("page", "Pages"),
                            ("publication", "Publications"),
                            ("communique", "Communiqués"),
                            ("capsule", "Capsules"),
                            ("episode", "Balado"),
                            ("outil", "Outils"),
                            ("evenement", "Événements"),
                            ("parole", "Témoignages"),
                            ("ressource", "Ressources"),
                        ],
                        max_length=11,
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=2)),
                ("annee", models.PositiveSmallIntegerField(null=True)),
                ("titre", models.TextField(blank=True)),
                ("corps", models.TextField(blank=True)),
                ("texte", models.TextField(blank=True)),
                ("mots", models.JSONField(default=list)),
                ("enregistrement", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "entrée de la recherche",
                "verbose_name_plural": "entrées de la recherche",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("source", "cle"), name="une_entree_par_chose"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", "parole"), _negated=True), ("texte", ""), _connector="OR"
                        ),
                        name="aucune_parole_recopiee",
                    ),
                ],
            },
        ),
        migrations.RunPython(dresser, defaire),
    ]
