"""The wall: every published testimony, newest campaign first."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from temoignages.models import Amorce, Temoignage

from ..croisement import Choix, croiser, paroles_de
from ..filtres import choix_de, filtres, tuiles
from ..redaction import RedactionForm
from ..regles import PAR_PAGE, vedette_en_tete


class MurPage(Page):
    """A wall of quotations. A filter never shows fewer than five, nor lets a smaller count be deduced."""

    chapeau = models.TextField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases, sous le titre.")
    )

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = _("Tous les témoignages publiés, par phrase à compléter, région et édition.")
    base_form_class = RedactionForm

    content_panels = [*Page.content_panels, FieldPanel("chapeau")]
    search_fields = [*Page.search_fields, index.SearchField("chapeau")]

    class Meta:
        verbose_name = _("mur des témoignages")
        verbose_name_plural = _("murs des témoignages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the tiles and the filters, and the page of the wall that the query asks for."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        croisement = croiser()
        offertes = {
            amorce.pk: amorce
            for amorce in Amorce.objects.all()
            if amorce.active or croisement.est_montrable(Choix(phrase=amorce.pk))
        }
        choix = choix_de(request.GET, offertes)
        montrable = croisement.est_montrable(choix)
        paginateur = Paginator(paroles_de(choix) if montrable else Temoignage.objects.none(), PAR_PAGE)
        # Known already: no second count of thousands of rows.
        paginateur.count = croisement.compte(choix) if montrable else 0
        page = paginateur.get_page(request.GET.get("page"))
        liste, vedette = list(page.object_list), False
        if page.number == 1:
            liste, vedette = vedette_en_tete(liste)
        return contexte | {
            "amorces": tuiles(offertes.values(), croisement, choix),
            "filtres": filtres(croisement, choix),
            "choix": choix,
            "sans_phrase": choix.sur("phrase", None).requete,
            "page_du_mur": page,
            "temoignages": liste,
            "vedette": vedette,
            "trop_rare": not montrable,
            "base": f"?{choix.requete}&" if choix.axes else "?",
        }
