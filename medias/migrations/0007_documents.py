import medias.fichiers
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('medias', '0006_preparation'),
    ]

    operations = [
        migrations.AddField(
            model_name='documentcampagne',
            name='empreinte',
            field=models.CharField(blank=True, default='', editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='documentcampagne',
            name='file',
            field=medias.fichiers.ChampDocument(upload_to=medias.fichiers.nommer, verbose_name='fichier'),
        ),
        migrations.AlterField(
            model_name='versiondocument',
            name='file',
            field=medias.fichiers.ChampDocument(upload_to=medias.fichiers.nommer, verbose_name='fichier'),
        ),
    ]
