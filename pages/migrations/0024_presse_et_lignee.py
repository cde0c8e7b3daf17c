"""Photographs for the press; what makes a demand the same from one year to the next."""

import uuid
from typing import Any

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


def une_lignee_par_revendication(apps: Any, _editeur: Any) -> None:
    """Give each demand a line of its own: a default is the same for every row that a column finds there."""
    revendications = apps.get_model("pages", "RevendicationPage").objects.all()
    for revendication in revendications.only("pk"):
        revendications.filter(pk=revendication.pk).update(lignee=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0023_chiffres"),
        migrations.swappable_dependency(settings.WAGTAILIMAGES_IMAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PhotoPresse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("legende", models.CharField(blank=True, max_length=250, verbose_name="légende")),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.WAGTAILIMAGES_IMAGE_MODEL,
                        verbose_name="image",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="pages.communiquepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo pour la presse",
                "verbose_name_plural": "photos pour la presse",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField("revendicationpage", "lignee", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(une_lignee_par_revendication, migrations.RunPython.noop),
        migrations.AlterField(
            "revendicationpage", "lignee", models.UUIDField(default=uuid.uuid4, editable=False)
        ),
    ]
