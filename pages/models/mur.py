"""The wall: every published testimony, newest campaign first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from temoignages.models import Amorce, Temoignage

from ..presentation import compte_affiche
from ..regles import PAR_PAGE, est_trop_rare, phrase_choisie, vedette_en_tete


@dataclass(frozen=True, slots=True)
class Tuile:
    """A sentence to complete, as a link that filters the wall."""

    texte: str
    couleur: str
    url: str
    compte_affiche: str
    courante: bool


class MurPage(Page):
    """A wall of quotations. A filter never shows fewer than five: so few could be told apart."""

    chapeau = models.TextField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases, sous le titre.")
    )

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = _("Tous les témoignages publiés, par phrase à compléter.")

    content_panels = [*Page.content_panels, FieldPanel("chapeau")]
    search_fields = [*Page.search_fields, index.SearchField("chapeau")]

    class Meta:
        verbose_name = _("mur des témoignages")
        verbose_name_plural = _("murs des témoignages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the tiles, and the page of the wall that the query asks for; a bad query is as good as none."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        comptes = _comptes_par_phrase()
        offertes = {
            amorce.pk: amorce
            for amorce in Amorce.objects.all()
            if amorce.active or not est_trop_rare(comptes.get(amorce.pk, 0))
        }
        choisie = phrase_choisie(request.GET.get("phrase", ""), offertes)
        trop_rare = choisie is not None and est_trop_rare(comptes.get(choisie, 0))
        paroles = Temoignage.objects.none() if trop_rare else Temoignage.objects.publies()
        if choisie is not None:
            paroles = paroles.filter(amorce=choisie)
        paginateur = Paginator(paroles, PAR_PAGE)
        # Known already: no second count of thousands of rows.
        paginateur.count = 0 if trop_rare else sum(comptes.values()) if choisie is None else comptes[choisie]
        page = paginateur.get_page(request.GET.get("page"))
        liste, vedette = list(page.object_list), False
        if page.number == 1:
            liste, vedette = vedette_en_tete(liste)
        return contexte | {
            "amorces": [_tuile(amorce, comptes.get(cle, 0), cle == choisie) for cle, amorce in offertes.items()],
            "phrase": choisie,
            "page_du_mur": page,
            "temoignages": liste,
            "vedette": vedette,
            "trop_rare": trop_rare,
            "base": f"?phrase={choisie}&" if choisie is not None else "?",
        }


def _comptes_par_phrase() -> Mapping[int | None, int]:
    """Return how many testimonies each sentence has on the wall today; those without one are under None."""
    return dict(Temoignage.objects.publies().order_by().values_list("amorce").annotate(Count("pk")))


def _tuile(amorce: Amorce, compte: int, courante: bool) -> Tuile:
    return Tuile(amorce.texte, amorce.couleur, f"?phrase={amorce.pk}", compte_affiche(compte), courante)
