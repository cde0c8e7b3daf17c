import django.db.models.deletion
from django.db import migrations, models

from reseau.langue.cles import plier
from reseau.langue.regions import region_par_code


def nommer_les_pages(apps, schema_editor):
    """Give each resource the address of its page, as `Ressource._slug_libre` does."""
    Ressource = apps.get_model("reseau", "Ressource")
    pris = set()
    for ressource in Ressource.objects.order_by("pk"):
        nom = plier(ressource.nom).replace(" ", "-")[:100].strip("-") or "ressource"
        region = plier(str(region_par_code(ressource.region) or ressource.region)).replace(" ", "-")
        candidats = (nom, f"{nom}-{region}", *(f"{nom}-{region}-{rang}" for rang in range(2, len(pris) + 3)))
        ressource.slug = next(candidat for candidat in candidats if candidat not in pris)
        pris.add(ressource.slug)
        ressource.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("reseau", "0002_lecture")]

    operations = [
        migrations.AlterModelOptions(
            name="ressource",
            options={
                "ordering": ["cle", "region"],
                "permissions": [("tenir_repertoire", "Importer des ressources et fusionner les doublons")],
                "verbose_name": "ressource",
                "verbose_name_plural": "ressources",
            },
        ),
        migrations.AddField(
            model_name="ressource",
            name="slug",
            field=models.SlugField(default="", editable=False, max_length=160, db_index=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="ressource",
            name="lieu_masque",
            field=models.BooleanField(
                default=False,
                help_text="Pour un refuge : le site ne dit jamais plus que la municipalité, ni adresse, ni point sur une carte.",
                verbose_name="lieu masqué",
            ),
        ),
        migrations.AddField(
            model_name="ressource",
            name="adresse",
            field=models.CharField(
                blank=True,
                help_text="Numéro, rue et code postal. Tout le monde la verra : laissez vide si elle ne se donne pas.",
                max_length=200,
                verbose_name="adresse publique",
            ),
        ),
        migrations.RunPython(nommer_les_pages, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="ressource",
            name="slug",
            field=models.SlugField(editable=False, max_length=160, unique=True),
        ),
        migrations.AddConstraint(
            model_name="ressource",
            constraint=models.CheckConstraint(
                condition=models.Q(("lieu_masque", False), ("adresse", ""), _connector="OR"),
                name="lieu_masque_sans_adresse",
                violation_error_message="Un lieu masqué n’a pas d’adresse publique.",
            ),
        ),
        migrations.CreateModel(
            name="AncienneAdresse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=160, unique=True)),
                (
                    "ressource",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anciennes_adresses",
                        to="reseau.ressource",
                    ),
                ),
            ],
            options={"ordering": ["slug"], "default_permissions": ()},
        ),
    ]
