"""The shelves of publications, and the page of them all."""

from typing import Any

import factory

from pages.models import PublicationsPage, RayonPage

from .pages import PublieeFactory, accueil


class RayonPageFactory(PublieeFactory):
    class Meta:
        model = RayonPage

    title = "Cahiers"
    slug = "cahiers"
    parent = factory.LazyFunction(accueil)


class PublicationsPageFactory(PublieeFactory):
    class Meta:
        model = PublicationsPage

    title = "Publications"
    slug = "publications"
    show_in_menus = True
    parent = factory.LazyFunction(accueil)


def un_rayon(slug: str = "cahiers") -> Any:
    """Return a public shelf, made once."""
    return RayonPage.objects.filter(slug=slug).first() or RayonPageFactory.create(slug=slug, title=slug.capitalize())
