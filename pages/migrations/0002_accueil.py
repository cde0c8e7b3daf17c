"""A fresh database answers on `/`: the home page takes the place of Wagtail's welcome page."""

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TITRE = "Journée de l’alternative en santé mentale"


def creer_accueil(apps: Apps, _editeur: BaseDatabaseSchemaEditor) -> None:
    """Replace the untouched welcome page and its site; a tree that someone has begun is left alone."""
    Page = apps.get_model("wagtailcore.Page")
    bienvenue = Page.objects.filter(depth=2)
    if [page.content_type.model for page in bienvenue] != ["page"]:
        return
    bienvenue.delete()
    langue, _cree = apps.get_model("wagtailcore.Locale").objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    genre, _cree = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="pages", model="accueilpage"
    )
    accueil = apps.get_model("pages.AccueilPage").objects.create(
        title=TITRE, draft_title=TITRE, slug="accueil", url_path="/accueil/", path="00010001", depth=2, numchild=0,
        content_type=genre, locale=langue, live=True,
    )  # fmt: skip
    apps.get_model("wagtailcore.Site").objects.create(
        hostname="localhost", site_name=TITRE, root_page=accueil, is_default_site=True
    )


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]
    operations = [migrations.RunPython(creer_accueil, migrations.RunPython.noop)]
