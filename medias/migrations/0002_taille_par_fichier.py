from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("medias", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="renditioncampagne",
            index=models.Index(fields=["file"], name="taille_par_fichier"),
        ),
    ]
