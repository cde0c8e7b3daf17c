import django.db.models.deletion
import modelcluster.fields
import pages.blocs.appel
import pages.minutage
import pages.publication.publiable
import pages.sorties.page
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('medias', '0005_enregistrements'),
        ('pages', '0029_balado'),
        ('reseau', '0005_secteur'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='CapsulesPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('confidentialite', models.CharField(choices=[('public', 'public'), ('membres', 'réservé aux membres'), ('travail', 'document de travail')], default='public', help_text='Seul « public » se publie. Le reste se lit par un lien de partage, avec sa mention sur chaque page. Revenir à « public » demande deux personnes.', max_length=8, verbose_name='confidentialité')),
                ('rectifie_le', models.DateField(editable=False, null=True)),
                ('chapeau', models.TextField(blank=True, help_text='Une ou deux phrases, sous le titre.', max_length=300, verbose_name='chapeau')),
            ],
            options={
                'verbose_name': 'page des capsules',
                'verbose_name_plural': 'pages des capsules',
            },
            bases=(pages.publication.publiable.Publiable, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='CapsulePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('confidentialite', models.CharField(choices=[('public', 'public'), ('membres', 'réservé aux membres'), ('travail', 'document de travail')], default='public', help_text='Seul « public » se publie. Le reste se lit par un lien de partage, avec sa mention sur chaque page. Revenir à « public » demande deux personnes.', max_length=8, verbose_name='confidentialité')),
                ('rectifie_le', models.DateField(editable=False, null=True)),
                ('edition', models.PositiveSmallIntegerField(blank=True, help_text='L’année de la Journée dont elle parle, s’il y en a une.', null=True, verbose_name='édition')),
                ('chapeau', models.TextField(help_text='Une ou deux phrases : ce qu’on y voit, qui y parle.', max_length=300, verbose_name='résumé')),
                ('avertissement', models.CharField(choices=[('aucun', 'rien qui demande un avertissement'), ('suicide', 'idées suicidaires'), ('automutilation', 'automutilation'), ('violence', 'violence'), ('contrainte', 'hospitalisation ou traitement forcés'), ('consommation', 'alcool ou drogues'), ('deuil', 'deuil')], help_text='Si la capsule parle d’un sujet qui peut faire mal, le site le dit avant la vidéo.', max_length=20, verbose_name='avertissement')),
                ('lien_externe', models.URLField(blank=True, help_text='La page n’affiche qu’un lien : rien n’est demandé à l’autre site tant que personne ne le suit.', verbose_name='ou l’adresse de la vidéo, ailleurs')),
                ('duree', pages.minutage.ChampMinutage(blank=True, help_text='Minutes et secondes : « 2:30 ».', null=True, verbose_name='durée')),
                ('langue', models.CharField(choices=[('fr', 'français'), ('en', 'anglais'), ('es', 'espagnol'), ('iu', 'inuktitut'), ('cr', 'cri'), ('moe', 'innu')], default='fr', max_length=3, verbose_name='langue parlée')),
                ('sous_titres_verifies_le', models.DateField(blank=True, help_text='Le jour où quelqu’un a regardé la vidéo, là-bas, avec ses sous-titres.', null=True, verbose_name='sous-titres vérifiés le')),
                ('audiodescription', models.CharField(blank=True, help_text='Où l’entendre, ou pourquoi il n’y en a pas : « tout ce qu’on voit est dit par les voix ».', max_length=200, verbose_name='audiodescription')),
                ('transcription', wagtail.fields.RichTextField(blank=True, help_text='Tout ce qui se dit, et ce qui s’entend. Mettez en gras le nom ou le rôle de qui parle.', verbose_name='transcription')),
                ('corps', wagtail.fields.StreamField([('texte', 0), ('image', 5), ('citation', 7), ('selection', 11), ('mur_extrait', 16), ('encadre', 19), ('questions', 24), ('appel', 29)], blank=True, block_lookup={0: ('pages.blocs.texte.TexteBlock', (), {}), 1: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Laissez vide pour garder celui de l’image.', 'label': 'Texte de remplacement, pour cette page', 'max_length': 250, 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Légende', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'help_text': 'Laissez vide pour garder celui de l’image.', 'label': 'Crédit, pour cette page', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('image', 1), ('texte_alternatif', 2), ('legende', 3), ('credit', 4)]], {}), 6: ('pages.blocs.citation.TemoignageChooser', (), {'help_text': 'Son texte n’est pas copié ici\xa0: s’il est retiré, la citation disparaît d’elle-même.', 'label': 'Témoignage'}), 7: ('wagtail.blocks.StructBlock', [[('temoignage', 6)]], {}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Titre', 'max_length': 120}), 9: ('pages.blocs.citation.TemoignageChooser', (), {'label': 'Témoignage'}), 10: ('wagtail.blocks.ListBlock', (9,), {'help_text': 'De deux à six. Un témoignage retiré disparaît de lui-même.', 'label': 'Témoignages', 'max_num': 6, 'min_num': 2}), 11: ('wagtail.blocks.StructBlock', [[('titre', 8), ('temoignages', 10)]], {}), 12: ('pages.blocs.mur_extrait.AmorceChooser', (), {'help_text': 'Vide : toutes les phrases.', 'label': 'Phrase à compléter', 'required': False}), 13: ('pages.blocs.mur_extrait.ThemeChooser', (), {'help_text': 'Vide : tous les thèmes.', 'label': 'Thème', 'required': False}), 14: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'L’année. Vide : toutes les éditions.', 'label': 'Édition', 'max_value': 2100, 'min_value': 2013, 'required': False}), 15: ('wagtail.blocks.IntegerBlock', (), {'default': 6, 'help_text': 'De trois à neuf.', 'label': 'Combien', 'max_value': 9, 'min_value': 3}), 16: ('wagtail.blocks.StructBlock', [[('titre', 8), ('amorce', 12), ('theme', 13), ('edition', 14), ('nombre', 15)]], {}), 17: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ul', 'link'], 'label': 'Texte'}), 18: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('lin', 'lin (discret)'), ('gaude', 'jaune'), ('eglantine', 'rose'), ('mousse', 'vert tendre')], 'label': 'Couleur'}), 19: ('wagtail.blocks.StructBlock', [[('titre', 8), ('texte', 17), ('ton', 18)]], {}), 20: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 21: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ul', 'link'], 'label': 'Réponse'}), 22: ('wagtail.blocks.StructBlock', [[('question', 20), ('reponse', 21)]], {'icon': 'help', 'label': 'Question et réponse'}), 23: ('wagtail.blocks.ListBlock', (22,), {'label': 'Questions', 'min_num': 1}), 24: ('wagtail.blocks.StructBlock', [[('titre', 8), ('questions', 23)]], {}), 25: ('wagtail.blocks.TextBlock', (), {'label': 'Texte', 'required': False, 'rows': 2}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'Un verbe\xa0: «\xa0Compléter une phrase\xa0», «\xa0Lire le mur\xa0».', 'label': 'Bouton', 'max_length': 40}), 27: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page du site', 'required': False}), 28: ('wagtail.blocks.CharBlock', (), {'help_text': 'Par exemple /temoigner/ ou https://exemple.org.', 'label': 'ou adresse', 'max_length': 500, 'required': False, 'validators': [pages.blocs.appel.valider_adresse]}), 29: ('wagtail.blocks.StructBlock', [[('titre', 8), ('texte', 25), ('bouton', 26), ('page', 27), ('adresse', 28)]], {})}, verbose_name='corps')),
                ('affiche', models.ForeignKey(blank=True, help_text='Vide : l’image tirée de la vidéo du site.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='medias.imagecampagne', verbose_name='affiche')),
                ('enregistrement', models.ForeignKey(blank=True, help_text='Ses sous-titres et sa transcription se relisent avec elle, dans les enregistrements.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='medias.enregistrement', verbose_name='vidéo du site')),
                ('ressource', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='reseau.ressource', verbose_name='ressource visitée')),
            ],
            options={
                'verbose_name': 'capsule vidéo',
                'verbose_name_plural': 'capsules vidéo',
            },
            bases=(pages.sorties.page.Imprimable, pages.publication.publiable.Publiable, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='PersonneCapsule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('autorisation', models.ForeignKey(blank=True, help_text='Son accord doit être enregistré, et valoir pour tout le site. S’il prend fin, la capsule se tait.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='medias.autorisationnom', verbose_name='personne')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='personnes', to='pages.capsulepage')),
            ],
            options={
                'verbose_name': 'personne d’une capsule',
                'verbose_name_plural': 'personnes d’une capsule',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SerieCapsulesPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('confidentialite', models.CharField(choices=[('public', 'public'), ('membres', 'réservé aux membres'), ('travail', 'document de travail')], default='public', help_text='Seul « public » se publie. Le reste se lit par un lien de partage, avec sa mention sur chaque page. Revenir à « public » demande deux personnes.', max_length=8, verbose_name='confidentialité')),
                ('rectifie_le', models.DateField(editable=False, null=True)),
                ('chapeau', models.TextField(blank=True, help_text='Une ou deux phrases, sous le titre.', max_length=300, verbose_name='chapeau')),
                ('affiche', models.ForeignKey(blank=True, help_text='L’image de la série, dans la page des capsules.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='medias.imagecampagne', verbose_name='affiche')),
            ],
            options={
                'verbose_name': 'série de capsules',
                'verbose_name_plural': 'séries de capsules',
            },
            bases=(pages.publication.publiable.Publiable, 'wagtailcore.page', models.Model),
        ),
    ]
