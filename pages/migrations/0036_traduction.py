import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

RANGEES = ("contactpresse", "fichieroutil", "photooeuvre", "photopresse", "plage", "varianteregionale")


def donner_langue_et_cle(apps: Any, schema_editor: Any) -> None:
    """Give each row the language of its page, and a key of its own."""
    for nom in RANGEES:
        modele = apps.get_model("pages", nom)
        for rangee in modele.objects.select_related("page"):
            modele.objects.filter(pk=rangee.pk).update(locale=rangee.page.locale_id, translation_key=uuid.uuid4())
    if schema_editor.connection.vendor == "postgresql":
        # What waits for the end of the transaction would forbid to change these tables in it.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def cle(null: bool) -> Any:
    """Return the field of the key."""
    if null:
        return models.UUIDField(editable=False, null=True)
    return models.UUIDField(default=uuid.uuid4, editable=False)


def langue(null: bool) -> Any:
    """Return the field of the language."""
    return models.ForeignKey(
        editable=False,
        null=null,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="wagtailcore.locale",
        verbose_name="locale",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0035_recherche"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        *[migrations.AddField(nom, "locale", langue(null=True)) for nom in RANGEES],
        *[migrations.AddField(nom, "translation_key", cle(null=True)) for nom in RANGEES],
        migrations.RunPython(donner_langue_et_cle, migrations.RunPython.noop),
        *[migrations.AlterField(nom, "locale", langue(null=False)) for nom in RANGEES],
        *[migrations.AlterField(nom, "translation_key", cle(null=False)) for nom in RANGEES],
        *[migrations.AlterUniqueTogether(nom, {("translation_key", "locale")}) for nom in RANGEES],
        migrations.CreateModel(
            name="SourceTraduite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("empreinte", models.CharField(max_length=64)),
                ("changee_le", models.DateTimeField(verbose_name="mots changés le")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "page traduite",
                "verbose_name_plural": "pages traduites",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="VersionTraduite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("empreinte", models.CharField(max_length=64)),
                ("source_publiee_le", models.DateTimeField(null=True, verbose_name="page française publiée le")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="page",
                    ),
                ),
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "version traduite",
                "verbose_name_plural": "versions traduites",
                "default_permissions": (),
            },
        ),
    ]
