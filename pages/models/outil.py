"""A tool of the library: what it is, for whom, and its files in every form."""

from functools import cached_property
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from medias.donnees import Carte
from medias.licences import Licence
from medias.visibilite import lire_les_restrictions
from reseau.models import Ressource
from temoignages.models import Theme

from ..blocs import CorpsStreamBlock, feuilles_de
from ..boite.etats import GenreOutil, Lecture, PublicVise
from ..boite.fiche import Fiche
from ..boite.fichiers import documents_cites
from ..boite.qr import repondre_en_qr
from ..boite.sorties import donner_la_trousse, mener_au_document
from ..ouvertes import ouvertes
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.outil import OUTIL
from ..renseignements import CONTENU


class PublicsField(models.JSONField):
    """Several audiences, each ticked; kept as the list of their values."""

    def formfield(self, **_options: Any) -> Any:
        """Return the boxes to tick."""
        return forms.MultipleChoiceField(
            choices=PublicVise.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
        )


class OutilPage(RoutablePageMixin, PagePubliable):
    """A brochure, a quiz, a poster… Its address always leads to the latest version of its files."""

    genre = models.CharField(_("type d’outil"), max_length=14, choices=GenreOutil, default=GenreOutil.BROCHURE)
    resume = models.TextField(_("résumé"), max_length=300, blank=True, help_text=_("Ce que c’est, en deux phrases."))
    couverture: Any = models.ForeignKey(
        "medias.ImageCampagne", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("couverture")
    )
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("comment s’en servir"), blank=True)
    publics = PublicsField(_("pour qui"), default=list, blank=True)
    themes = ParentalManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("thèmes"))
    duree = models.PositiveSmallIntegerField(
        _("durée, en minutes"), null=True, blank=True, help_text=_("Vide : le temps de lire.")
    )
    niveau = models.CharField(_("lecture"), max_length=7, choices=Lecture, default=Lecture.COURANT)
    version_simple = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="versions_courantes",
        verbose_name=_("version facile à lire"),
        help_text=_(
            "Un autre outil, qui dit la même chose en mots simples. Les deux pages se renvoient l’une à l’autre."
        ),
    )
    licence = models.CharField(
        _("licence"), max_length=12, choices=Licence, blank=True, help_text=_("Ce que les autres peuvent en faire.")
    )
    attribution = models.CharField(
        _("phrase de crédit"), max_length=200, blank=True, help_text=_("Ce qu’il faut écrire en le reprenant.")
    )
    edition = models.PositiveSmallIntegerField(_("année"), null=True, blank=True, help_text=_("Celle de sa parution."))
    ressource = models.ForeignKey(
        Ressource, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("fait par")
    )
    raison_sans_accessible = models.CharField(
        _("pourquoi il n’y a pas de version accessible"),
        max_length=200,
        blank=True,
        help_text=_("La page le dira, avec la façon de demander de l’aide."),
    )

    parent_page_types = ["pages.BoitePage"]
    champs_gardes = ("attribution",)  # whose work it is
    subpage_types: list[str] = []
    page_description = _("Un outil à prendre : brochure, guide, affiche, quiz, autoformation, vidéo.")
    regles_de_publication = (*GENERIQUES, OUTIL)

    content_panels = [
        *PagePubliable.content_panels,
        FieldRowPanel([FieldPanel("genre"), FieldPanel("edition")]),
        FieldPanel("resume"),
        FieldPanel("couverture"),
        InlinePanel("fichiers", label=_("fichier ou lien"), heading=_("Fichiers, dans l’ordre; le premier d’abord")),
        FieldPanel("raison_sans_accessible"),
        FieldPanel("corps"),
        MultiFieldPanel(
            [
                FieldPanel("publics"),
                FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("duree"), FieldPanel("niveau")]),
                FieldPanel("version_simple"),
            ],
            heading=_("Pour le trouver"),
        ),
        MultiFieldPanel(
            [FieldPanel("ressource"), FieldPanel("licence"), FieldPanel("attribution")],
            heading=_("Qui, et à quelles conditions"),
        ),
    ]
    search_fields = [*PagePubliable.search_fields, index.SearchField("resume"), index.SearchField("corps")]

    donnees = Carte(
        CONTENU.dans("resume corps couverture attribution"),
        autres="page_ptr confidentialite rectifie_le genre publics themes duree niveau version_simple licence edition"
        " ressource raison_sans_accessible",
    )

    class Meta:
        verbose_name = _("outil")
        verbose_name_plural = _("outils")

    @classmethod
    def a_montrer(cls, **lesquels: Any) -> list["OutilPage"]:
        """Return tools that anyone may read with their files, in five queries whatever their number."""
        rangees: Any = cls.fichiers.rel.related_model
        fichiers = rangees.objects.select_related("document__version_accessible")
        publics = ouvertes(cls.objects.filter(**lesquels)).select_related("ressource", "locale")
        avec_les_fichiers = (models.Prefetch("fichiers", fichiers), "fichiers__enregistrement__pistes")
        outils = list(publics.prefetch_related(*avec_les_fichiers))
        lire_les_restrictions(documents_cites(rangee for outil in outils for rangee in outil.fichiers.all()))
        return outils

    @classmethod
    def en_cartes(cls) -> Any:
        """Return the open tools that are in the index, with what a list shows of them, and no more, in no order."""
        indexes = ouvertes(cls.objects.filter(fiche__isnull=False)).select_related("fiche")
        return indexes.defer("corps", "fiche__marques").order_by()

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    @cached_property
    def montre(self) -> Fiche:
        """What its page says of it (`pages.boite.fiche.Fiche`)."""
        return Fiche(self)

    def get_route_paths(self) -> list[str]:
        """Return what a redirect must follow when its address changes: what is printed leads there."""
        return ["/", "/derniere-version/", "/trousse.zip/"]

    @path("derniere-version/", name="derniere_version")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def derniere_version(self, request: HttpRequest) -> HttpResponseBase:
        """Lead to the latest version of its first document."""
        return mener_au_document(request, self)

    @path("fichiers/<numero:cle>/", name="fichier")  # type: ignore[untyped-decorator]  # idem
    def fichier(self, request: HttpRequest, cle: int) -> HttpResponseBase:
        """Lead to the latest version of one of its documents, or of the accessible version of one, by its number."""
        return mener_au_document(request, self, cle)

    @path("trousse.zip/", name="trousse")  # type: ignore[untyped-decorator]  # idem
    def trousse(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with all its documents, as one file."""
        return donner_la_trousse(request, self, [self])

    @path("qr.svg/", name="qr")  # type: ignore[untyped-decorator]  # idem
    def qr(self, request: HttpRequest) -> HttpResponse:
        """Answer with its address, drawn for paper."""
        return repondre_en_qr(self)
