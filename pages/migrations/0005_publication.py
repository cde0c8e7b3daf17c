import django.db.models.deletion
import pages.publication.exigence
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("pages", "0004_theme_de_l_extrait"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RelectureTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "relecture par une autre personne",
                "verbose_name_plural": "relectures par une autre personne",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="Approbation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seule", models.BooleanField(default=False, verbose_name="par une seule personne")),
                ("le", models.DateTimeField(auto_now_add=True)),
                (
                    "par",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "approbation",
                "verbose_name_plural": "approbations",
                "permissions": [
                    ("relire_publication", "Approuver le texte d’une autre personne"),
                    ("publier_seul", "Publier sans relecture où c’est permis"),
                ],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ExigenceRelecture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "personnes",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "une personne, si la page est déjà publiée"), (2, "deux personnes")],
                        default=2,
                        help_text="Une première publication demande toujours deux personnes.",
                        verbose_name="il faut",
                    ),
                ),
                (
                    "genre",
                    models.OneToOneField(
                        limit_choices_to=pages.publication.exigence.types_publiables,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="type de page",
                    ),
                ),
            ],
            options={
                "verbose_name": "exigence de relecture",
                "verbose_name_plural": "exigences de relecture",
            },
        ),
    ]
