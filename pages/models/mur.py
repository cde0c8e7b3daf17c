"""The wall: every published testimony, newest campaign first."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte
from temoignages.models import Amorce, Theme

from ..croisement import Choix, croiser
from ..filtres import choix_de, filtres, tuiles
from ..publication.regles import GENERIQUES
from ..regles import vedette_en_tete
from ..tranches import Tranche, tranche_numerotee, tranche_suivante
from .chapeautee import PageChapeautee


class MurPage(PageChapeautee):
    """A wall of quotations. A filter never shows fewer than five, nor lets a smaller count be deduced."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = _("Tous les témoignages publiés, par phrase à compléter, thème, région et édition.")
    regles_de_publication = GENERIQUES

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("mur des témoignages")
        verbose_name_plural = _("murs des témoignages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the tiles and the filters, and the page of the wall that the query asks for."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        phrases = {amorce.pk: amorce for amorce in Amorce.objects.all()}
        themes = {theme.pk: theme.montre for theme in Theme.objects.all()}
        choix = choix_de(request.GET, phrases, themes)
        croisement = croiser(choix)
        offertes = [a for a in phrases.values() if a.active or croisement.est_montrable(Choix(phrase=a.pk))]
        if choix.phrase is not None and phrases[choix.phrase] not in offertes:
            choix = choix.sur("phrase", None)
        montrable = croisement.est_montrable(choix)
        tranche = _tranche(request, choix, croisement.compte(choix) if montrable else 0)
        paroles, vedette = vedette_en_tete(tranche.paroles) if tranche.est_la_premiere else (tranche.paroles, False)
        return contexte | {
            "amorces": tuiles(offertes, croisement, choix),
            "filtres": filtres(croisement, choix, themes),
            "choix": choix,
            "sans_phrase": choix.sur("phrase", None).requete,
            "tranche": tranche,
            "temoignages": paroles,
            "vedette": vedette,
            "trop_rare": not montrable,
            "base": f"?{choix.requete}&" if choix.axes else "?",
        }


def _tranche(request: HttpRequest, choix: Choix, compte: int) -> Tranche:
    apres = request.GET.get("apres")
    suite = tranche_suivante(choix, apres) if apres and compte else None
    return suite or tranche_numerotee(choix, compte, request.GET.get("page"))
