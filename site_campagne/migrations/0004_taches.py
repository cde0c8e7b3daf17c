from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('site_campagne', '0003_marque'),
    ]

    operations = [
        migrations.CreateModel(
            name='TachePlanifiee',
            fields=[
                ('nom', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('essayee_le', models.DateTimeField(null=True)),
                ('reussie_le', models.DateTimeField(null=True)),
                ('tenue_jusqu_au', models.DateTimeField(null=True)),
                ('jeton', models.CharField(blank=True, max_length=32)),
                ('echec', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'verbose_name': 'tâche planifiée',
                'verbose_name_plural': 'tâches planifiées',
                'default_permissions': (),
            },
        ),
    ]
