import medias.enregistrements
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('medias', '0005_enregistrements'),
    ]

    operations = [
        migrations.AddField(
            model_name='enregistrement',
            name='avancement',
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='enregistrement',
            name='tentative',
            field=models.CharField(blank=True, default='', editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='enregistrement',
            name='vu_le',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='enregistrement',
            name='file',
            field=models.FileField(upload_to=medias.enregistrements.ou_ranger, verbose_name='fichier'),
        ),
        migrations.AlterField(
            model_name='enregistrement',
            name='thumbnail',
            field=models.FileField(blank=True, editable=False, upload_to=medias.enregistrements.ou_ranger_l_affiche, verbose_name='affiche'),
        ),
    ]
