"""`/admin/publication/traductions/`: each French page, and where its translation stands."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page

from ..publication.exigence import publiables
from .droits import peut_suivre_les_traductions, peut_traduire
from .etats import EtatTraduction, a_suivre, avec_etat, compter
from .memoire import francais, langues_cibles


def genres(_requete: Any = None) -> "QuerySet[ContentType]":
    """Return the types of pages that are translated."""
    modeles = [m for m in publiables() if issubclass(m, Page) and not m.raison_intraduisible]
    types = ContentType.objects.get_for_models(*modeles).values()
    return ContentType.objects.filter(pk__in=[genre.pk for genre in types]).order_by("model")


class ChoixDeGenre(django_filters.ModelChoiceFilter):
    """The types, by the name that the staff knows."""

    class field_class(django_filters.fields.ModelChoiceField):  # noqa: N801 - django-filter’s name
        def label_from_instance(self, obj: ContentType) -> str:
            return str(capfirst(obj.name))


class FiltreDesTraductions(WagtailFilterSet):
    """By state, by type."""

    etat_traduction = django_filters.ChoiceFilter(label=_("État"), choices=EtatTraduction.choices)
    content_type = ChoixDeGenre(label=_("Type de page"), queryset=genres)

    class Meta:
        model = Page
        fields = ["etat_traduction", "content_type"]


class ColonneDeTraduction(Column):
    """What may be done next, by who looks."""

    cell_template_name = "pages/administration/traduction/gestes.html"

    def __init__(self, *args: Any, traduit: bool, **kwargs: Any) -> None:
        """Keep whether the reader translates."""
        super().__init__(*args, **kwargs)
        self.traduit = traduit

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Return the page and whether the reader translates."""
        contexte: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return contexte | {"page": instance, "traduit": self.traduit}


class ColonneDEtat(Column):
    """The state, in words, with a tag."""

    cell_template_name = "pages/administration/traduction/etat.html"

    def get_value(self, instance: Any) -> EtatTraduction:
        return EtatTraduction(instance.etat_traduction)


class TraductionsView(ReportView):
    """The matrix; searched by title, filtered by state and by type, in a constant number of queries."""

    page_title = _("Traductions")
    header_icon = "wagtail-localize-language"
    template_name = "pages/administration/traduction/matrice.html"
    index_url_name = "publication:traductions"
    index_results_url_name = "publication:traductions_resultats"
    filterset_class = FiltreDesTraductions
    list_export: list[str] = []
    default_ordering = "path"
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    model = Page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn away who does not follow translations."""
        if not peut_suivre_les_traductions(request.user):
            raise PermissionDenied
        reponse: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return reponse

    @cached_property
    def langue(self) -> Locale | None:
        """The language of the column: the one asked for, otherwise the first."""
        cibles = {langue.language_code: langue for langue in langues_cibles()}
        voulue = cibles.get(self.request.GET.get("langue", ""))
        return voulue or next(iter(cibles.values()), None)

    @cached_property
    def traduit(self) -> bool:
        """Whether the reader translates."""
        return peut_traduire(self.request.user)

    def get_base_queryset(self) -> Any:
        if self.langue is None:
            return Page.objects.none()
        pages = a_suivre(Page.objects.filter(locale=francais(), content_type__in=genres()))
        return avec_etat(pages, self.langue).select_related("content_type")

    @cached_property
    def columns(self) -> list[Column]:
        """Title, type, state, what may be done."""
        langue = self.langue.get_display_name() if self.langue else ""
        return [
            Column("title", label=_("Page française"), accessor="title"),
            Column("genre", label=_("Type de page"), accessor=lambda page: capfirst(page.content_type.name)),
            ColonneDEtat("etat_traduction", label=langue),
            ColonneDeTraduction("gestes", label=_("Suite"), traduit=self.traduit),
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the counts and who translates."""
        contexte: dict[str, Any] = super().get_context_data(*args, **kwargs)
        toutes = a_suivre(Page.objects.filter(locale=francais(), content_type__in=genres()))
        comptes = compter(toutes, self.langue) if self.langue else {}
        adresse = reverse("publication:traductions")
        return contexte | {
            "traduit": self.traduit,
            "langue": self.langue,
            "comptes": [
                {"etat": etat, "nombre": nombre, "adresse": f"{adresse}?etat_traduction={etat}"}
                for etat, nombre in comptes.items()
            ],
        }
