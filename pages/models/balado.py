"""A series of the podcast: what it is, season by season, and the feed that podcast clients follow."""

import uuid
from typing import Any, Final

from django.core.paginator import Paginator
from django.db import models
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from medias.donnees import Carte
from medias.models import ImageCampagne, Langue

from ..balado import sorties
from ..balado.etats import Categorie
from ..balado.flux import repondre
from ..ouvertes import ouvertes
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.balado import BALADO
from ..renseignements import CONTENU
from .episode import EpisodePage

# docs/tags/guid.md of the podcast namespace: GUIDs of podcasts are version 5, in this space.
ESPACE_DES_BALADOS: Final = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
PAR_PAGE: Final = 20


def guid_de_balado() -> uuid.UUID:
    """Return the GUID of a new series. Its seed is drawn: two series may follow one another at the same address."""
    return uuid.uuid5(ESPACE_DES_BALADOS, uuid.uuid4().hex)


class BaladoPage(RoutablePageMixin, PagePubliable):
    """One series; its episodes are its children."""

    guid = models.UUIDField(default=guid_de_balado, unique=True, editable=False)
    chapeau = models.TextField(
        _("description"), max_length=1000, blank=True, help_text=_("Ce qu’on y entend, en quelques phrases.")
    )
    couverture = models.ForeignKey(
        ImageCampagne,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("couverture"),
        help_text=_("Carrée, au moins 1400 pixels de côté : les applications de balado refusent le reste."),
    )
    langue = models.CharField(_("langue"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    auteur = models.CharField(
        _("qui le fait"), max_length=120, blank=True, help_text=_("L’organisme, pas une personne.")
    )
    courriel = models.EmailField(
        _("courriel"),
        blank=True,
        help_text=_("Une adresse de rôle : balado@… Le flux la montre à tout le monde, et les annuaires y écrivent."),
    )
    categorie = models.CharField(_("catégorie"), max_length=50, choices=Categorie, default=Categorie.SANTE_MENTALE)
    explicite = models.BooleanField(
        _("contenu explicite"),
        default=False,
        help_text=_("Au sens des applications de balado : langage cru ou contenu pour adultes."),
    )

    parent_page_types = ["pages.AccueilPage"]
    raison_intraduisible = _("Un balado est parlé dans une langue : en anglais, ce serait une autre série.")
    subpage_types = ["pages.EpisodePage"]
    show_in_menus_default = True
    page_description = _("Une série balado : ses saisons, ses épisodes, et son flux.")
    regles_de_publication = (*GENERIQUES, *BALADO)
    exclude_fields_in_copy = ["guid"]

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("chapeau"),
        FieldPanel("couverture"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("langue"), FieldPanel("categorie")]),
                FieldRowPanel([FieldPanel("auteur"), FieldPanel("courriel")]),
                FieldPanel("explicite"),
            ],
            heading=_("Pour les applications de balado"),
        ),
    ]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau")]

    donnees = Carte(
        CONTENU.dans("chapeau auteur courriel"),
        autres="page_ptr confidentialite rectifie_le guid couverture langue categorie explicite",
    )

    class Meta:
        verbose_name = _("balado")
        verbose_name_plural = _("balados")

    def episodes(self) -> Any:
        """Return its episodes that its readers may hear today, the latest first, with what any list says of them."""
        diffusables = ouvertes(EpisodePage.objects.child_of(self).diffusables(), depuis=self)
        return diffusables.prefetch_related(
            "enregistrement__pistes", "enregistrement_sans__pistes", "personnes__autorisation"
        )

    def with_content_json(self, content: Any) -> Any:
        """Return the page as a revision has it; its identity is no part of a revision."""
        objet = super().with_content_json(content)
        objet.guid = self.guid
        return objet

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the episodes that the query asks for, the latest season first, and the address of the feed."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        ranges = self.episodes().order_by("-saison", F("numero").desc(nulls_last=True), "-first_published_at", "-pk")
        tranche = Paginator(ranges, PAR_PAGE).get_page(request.GET.get("page"))
        return contexte | {
            "tranche": tranche,
            "flux": f"{sorties.adresse_entiere(self, request)}flux.xml",
            "json_ld": sorties.json_ld_de_la_serie(self, request) if self.live else "",
        }

    @path("flux.xml/", name="flux")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def flux(self, request: HttpRequest) -> HttpResponse:
        """Answer with the feed."""
        return repondre(request, self, list(self.episodes().prefetch_related("chapitres")))
