import django.db.models.deletion
import wagtail.contrib.routable_page.models
from django.db import migrations, models

import pages.publication.publiable


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0025_plan"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="RepertoirePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "confidentialite",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("membres", "réservé aux membres"),
                            ("travail", "document de travail"),
                        ],
                        default="public",
                        help_text="Seul « public » se publie. Le reste se lit par un lien de partage, avec sa mention sur chaque page. Revenir à « public » demande deux personnes.",
                        max_length=8,
                        verbose_name="confidentialité",
                    ),
                ),
                ("rectifie_le", models.DateField(editable=False, null=True)),
                (
                    "chapeau",
                    models.TextField(
                        blank=True,
                        help_text="Une ou deux phrases, sous le titre.",
                        max_length=300,
                        verbose_name="chapeau",
                    ),
                ),
            ],
            options={
                "verbose_name": "répertoire",
                "verbose_name_plural": "répertoires",
            },
            bases=(
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                pages.publication.publiable.Publiable,
                "wagtailcore.page",
                models.Model,
            ),
        ),
    ]
