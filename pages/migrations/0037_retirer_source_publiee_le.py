from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0036_traduction"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="versiontraduite",
            name="source_publiee_le",
        ),
    ]
