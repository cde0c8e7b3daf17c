"""The list of events for the staff: what waits first, what looks alike, what a trusted resource published."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from medias.ponctuation import entre_guillemets
from reseau.langue.regions import CODES
from reseau.models import Ressource, regions_de

from ..models.edition import EditionPage
from ..models.evenement import Evenement
from ..publication.approbation import peut_relire
from .etats import GenreEvenement
from .permissions import peut_importer
from .semblables import reperer
from .suivi import Etape, avec_etape

# The staff's words: « vous seuls le voyez » is said to a resource.
ETAPES = {
    Etape.ATTENTE: _("attend une lecture"),
    Etape.CHANGEMENTS: _("changement demandé"),
    Etape.REFUSE: _("refusé"),
    Etape.PUBLIE: _("publié"),
    Etape.BROUILLON: _("brouillon"),
    Etape.ANNULE: _("annulé"),
}


def evenements_du_tableau(_requete: Any = None) -> "QuerySet[Any]":
    """Return the events with their state: what waits, then what is to review, soonest first; the rest, latest first."""
    rang = Case(
        When(etape=Etape.ATTENTE, then=Value(0)), When(a_revoir=True, live=True, then=Value(1)), default=Value(2)
    )
    lus = avec_etape(Evenement.objects.select_related("ressource", "latest_revision")).annotate(rang=rang)
    return lus.order_by("rang", Case(When(rang__lt=2, then=F("debut"))), "-debut", "pk")


def _editions() -> list[tuple[int, str]]:
    return [
        (annee, str(annee))
        for annee in EditionPage.objects.order_by("-annee").values_list("annee", flat=True).distinct()
    ]


class EvenementFilterSet(WagtailFilterSet):
    """How the list is narrowed."""

    etape = django_filters.ChoiceFilter(label=_("État"), choices=list(ETAPES.items()))
    a_revoir = django_filters.BooleanFilter(label=_("À revoir"))
    region = django_filters.ChoiceFilter(label=_("Région"), choices=CODES)
    genre = django_filters.ChoiceFilter(label=_("Genre"), choices=GenreEvenement.choices)
    edition = django_filters.ChoiceFilter(label=_("Édition"), choices=_editions, method="de_l_edition")
    ressource = django_filters.ModelChoiceFilter(label=_("Ressource"), queryset=Ressource.objects.order_by("cle"))

    class Meta:
        model = Evenement
        fields = ["etape", "a_revoir", "region", "genre", "edition", "ressource"]

    def de_l_edition(self, evenements: Any, _nom: str, annee: str) -> Any:
        """Keep the events of a year."""
        return evenements.d_edition(int(annee))


class EvenementIndexView(IndexView):
    """The list. Its rows are read at once, and compared with the events of their days by one query more."""

    @property
    def header_more_buttons(self) -> list[Any]:
        """Add the import of a file, for those who may."""
        boutons: list[Any] = list(super().header_more_buttons)
        if peut_importer(self.request.user):
            adresse = reverse("publication:importer_evenements")
            boutons.append(Button(_("Importer un fichier"), url=adresse, icon_name="upload", priority=30))
        return boutons

    add_item_label = _("Ajouter un événement")

    def order_queryset(self, queryset: Any) -> Any:
        """Keep our order until a column is asked for."""
        return super().order_queryset(queryset) if self.is_explicitly_ordered else queryset

    def search_queryset(self, queryset: Any) -> Any:
        """Keep the events whose title, municipality or resource hold what was typed."""
        if not self.is_searching:
            return queryset
        texte = self.search_query.strip()
        trouves = Q(titre__icontains=texte) | Q(municipalite__icontains=texte)
        return queryset.filter(trouves | Q(ressource__in=Ressource.objects.contenant(texte)))

    @cached_property
    def list_display(self) -> list[Any]:
        """Return the columns."""
        etat = StatusTagColumn(
            "etape",
            label=_("État"),
            accessor=lambda evenement: ETAPES[Etape(evenement.etape)],
            primary=lambda evenement: evenement.etape == Etape.ATTENTE,
        )
        return [
            "titre",
            etat,
            Column("debut", label=_("Quand"), accessor="moment", sort_key="debut"),
            Column("ressource", label=_("Ressource"), accessor="ressource", sort_key="ressource__cle"),
            Column("region", label=_("Région"), accessor="get_region_display", sort_key="region"),
            Column("avis", label=_("À voir"), accessor=self._avis),
        ]

    def _avis(self, evenement: Any) -> str:
        avis = [str(_("à revoir"))] if evenement.a_revoir and evenement.live else []
        if semblables := self._semblables.get(evenement.pk):
            titres = ", ".join(entre_guillemets(semblable.titre) for semblable in semblables)
            avis.append(str(_("ressemble à %(titres)s")) % {"titres": titres})
        return "; ".join(avis)

    @cached_property
    def _semblables(self) -> Mapping[Any, list[Any]]:
        return reperer(e for e in self._rangees if e.etape == Etape.ATTENTE or e.a_revoir)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Keep the rows of the screen for the comparison."""
        contexte: dict[str, Any] = super().get_context_data(*args, **kwargs)
        self._rangees = list(contexte["object_list"])
        return contexte

    @cached_property
    def _regions(self) -> set[str] | None:
        return regions_de(self.request.user)

    def get_edit_url(self, instance: Any) -> str | None:
        """Lead to the editor who writes in that region, or reads there what waits; the others to the reading."""
        personne = self.request.user
        lit = instance.etape == Etape.ATTENTE and peut_relire(personne)
        permis = personne.has_perm("pages.change_evenement") or lit
        if permis and (self._regions is None or instance.region in self._regions):
            return reverse(self.edit_url_name, args=[instance.pk])
        return None

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Add the reading of what a trusted resource published."""
        boutons: list[Any] = super().get_list_more_buttons(instance)
        if instance.a_revoir and instance.live:
            adresse = self.get_inspect_url(instance)
            boutons.append(Button(_("Relire"), url=adresse, icon_name="check", priority=5))
        return boutons
