"""Fills the stock site, from its own folder: `python remplir.py contenu.json`, as `tests.bancs.temoin` wrote it."""

import json
import sys
from pathlib import Path
from typing import Any

import django
from django.core.files.base import ContentFile


def main(fichier: Path) -> None:
    """Write the menu and the pages; make each size of each image, as the first reader would."""
    from django.test import Client  # noqa: PLC0415 - the settings are named by the environment

    contenu = json.loads(fichier.read_text())
    accueil = page_d_accueil()
    for rang, titre in enumerate(contenu["menu"]):
        ajouter(accueil, {"titre": titre, "slug": f"menu-{rang}"}, show_in_menus=True)
    for rang, titre in enumerate(contenu["pied"]):
        ajouter(accueil, {"titre": titre, "slug": f"pied-{rang}"})
    for page in contenu["pages"]:
        ajouter(accueil, page) if page["slug"] else ecrire(accueil, page)
        Client(SERVER_NAME="127.0.0.1").get(f"/{page['slug']}/" if page["slug"] else "/")


def page_d_accueil() -> Any:
    """Return the home page that the template of Wagtail makes."""
    from wagtail.models import Page  # noqa: PLC0415 - after `setup`

    return Page.objects.get(slug="home").specific


def ajouter(accueil: Any, page: dict[str, Any], **champs: Any) -> None:
    """Create and publish a page under the home page."""
    neuve = type(accueil)(title=page["titre"], slug=page["slug"], **champs)
    accueil.add_child(instance=neuve)
    ecrire(neuve, page)


def ecrire(page: Any, contenu: dict[str, Any]) -> None:
    """Give a page its words and images, and publish it."""
    page.title, page.introduction = contenu["titre"], contenu.get("introduction", "")
    page.body = [(genre, valeur_de(genre, valeur)) for genre, valeur in contenu.get("blocs", ())]
    page.save_revision().publish()


def valeur_de(genre: str, valeur: str) -> Any:
    """Return what a block of this kind holds."""
    from wagtail.images.models import Image  # noqa: PLC0415 - after `setup`
    from wagtail.rich_text import RichText  # noqa: PLC0415 - idem

    if genre == "paragraph":
        return RichText(valeur)
    if genre == "image":
        fichier = Path(valeur)
        return Image.objects.create(title=fichier.stem, file=ContentFile(fichier.read_bytes(), name=fichier.name))
    return valeur


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
