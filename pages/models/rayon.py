"""A shelf: the workbooks, the resource sheets."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from medias.donnees import Carte

from ..ouvertes import ouvertes
from ..publication.regles import GENERIQUES
from .rayonnage import Rayonnage


class RayonPage(Rayonnage):
    """What is published under it, the latest first."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.CahierPage", "pages.FichePage"]
    template = "pages/rayon_page.html"
    page_description = _("Une liste qui se tient d’elle-même : les cahiers ou les fiches qu’on place en dessous.")
    regles_de_publication = GENERIQUES

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("rayon")
        verbose_name_plural = _("rayons")

    def publications(self) -> Any:
        """Return its children that its readers may read, the latest first."""
        dans_l_ordre = (F("first_published_at").desc(nulls_last=True), "-pk")
        return ouvertes(Page.objects.child_of(self), depuis=self).order_by(*dans_l_ordre).specific()
