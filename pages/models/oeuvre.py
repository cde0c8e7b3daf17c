"""A work made by many hands, where it was left, and what became of it."""

import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from medias.donnees import IMAGE, Carte
from reseau.horloge import aujourdhui

from ..blocs.texte import FONCTIONS_COURTES
from ..plan_oeuvre import plan_de_l_oeuvre
from ..presentation import date_courte
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.edition_figee import EDITION_FIGEE
from ..publication.regles.oeuvre import OEUVRE
from ..publication.sortie import Document
from ..regles import echeance_du_suivi, jour_de_la_journee
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from ..traduction.rangees import RangeeTraduite
from .edition import EditionPage
from .figeable import Figeable


class OeuvreQuerySet(PageQuerySet):
    """Reading works."""

    def suivi_attendu(self, jour: datetime.date | None = None) -> "list[OeuvrePage]":
        """Return the public works whose follow-up is due on `jour` (today), the oldest first."""
        jour = jour or aujourdhui()
        muettes = self.live().filter(Q(suivi="") | Q(suivi_le=None)).exclude(depot_le=None).order_by("depot_le")
        return [oeuvre for oeuvre in muettes if echeance_du_suivi(oeuvre.depot_le, oeuvre.retour_prevu_le) <= jour]


class OeuvrePage(Imprimable, Figeable, PagePubliable):
    """A collective work. A year after it was left somewhere, the staff is asked for news, which the page then shows."""

    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée où elle a été faite.")
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases."))
    description = RichTextField(_("description"), features=["h2", "h3", *FONCTIONS_COURTES], blank=True)
    lieu = models.CharField(_("lieu du dépôt"), max_length=160, blank=True)
    destinataire = models.CharField(
        _("destinataire"),
        max_length=160,
        blank=True,
        help_text=_("Un bureau, pas une personne : « le bureau de la ministre », « la mairie »."),
    )
    depot_le = models.DateField(_("déposée le"), null=True, blank=True)
    retour_prevu_le = models.DateField(
        _("retour prévu le"), null=True, blank=True, help_text=_("Vide : le suivi est demandé un an après le dépôt.")
    )
    suivi = RichTextField(
        _("suivi"), features=FONCTIONS_COURTES, blank=True, help_text=_("Ce que l’œuvre est devenue, en quelques mots.")
    )
    suivi_le = models.DateField(_("nouvelles du"), null=True, blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(OeuvreQuerySet)()

    parent_page_types = ["pages.AccueilPage", "pages.EditionPage"]
    subpage_types: list[str] = []
    page_description = _("Une œuvre collective : ce qu’elle est, où elle est déposée, ce qu’elle devient.")
    regles_de_publication = (*GENERIQUES, OEUVRE, EDITION_FIGEE)
    # News come a year later, when the rest is frozen.
    champs_ouverts = frozenset({"suivi", "suivi_le"})

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("edition"),
        FieldPanel("chapeau"),
        FieldPanel("description"),
        InlinePanel("photos", label=_("photo"), heading=_("Photos")),
        MultiFieldPanel(
            [
                FieldPanel("lieu"),
                FieldPanel("destinataire"),
                FieldRowPanel([FieldPanel("depot_le"), FieldPanel("retour_prevu_le")]),
            ],
            heading=_("Dépôt"),
        ),
        MultiFieldPanel([FieldPanel("suivi"), FieldPanel("suivi_le")], heading=_("Suivi, un an plus tard")),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("description"),
        index.SearchField("suivi"),
        index.FilterField("edition"),
    ]

    donnees = Carte(
        CONTENU.dans("chapeau description destinataire suivi"),
        autres="page_ptr confidentialite rectifie_le edition lieu depot_le retour_prevu_le suivi_le",
    )

    class Meta:
        verbose_name = _("œuvre collective")
        verbose_name_plural = _("œuvres collectives")

    @property
    def jour_qui_fige(self) -> datetime.date | None:
        """The day of its edition: the one that it names, or else the one it stands under."""
        if self.edition:
            return jour_de_la_journee(self.edition)
        edition = EditionPage.objects.parent_of(self).first() if self.path else None
        return edition.jour if edition else None

    @property
    def faits(self) -> list[tuple[str, str]]:
        """Where it was left, to whom, when, until when: what is known."""
        dits = [
            (_now("Lieu du dépôt"), self.lieu),
            (_now("Remise à"), self.destinataire),
            (_now("Déposée le"), date_courte(self.depot_le) if self.depot_le else ""),
            (_now("Retour prévu le"), date_courte(self.retour_prevu_le) if self.retour_prevu_le else ""),
        ]
        return [(nom, valeur) for nom, valeur in dits if valeur]

    @property
    def suivi_montre(self) -> bool:
        """Whether there are news, and of when."""
        return bool(self.suivi and self.suivi_le)

    @property
    def suivi_ecrit_le(self) -> str:
        """« 12 octobre 2027 »."""
        return date_courte(self.suivi_le) if self.suivi_le else ""

    @cached_property
    def photographies(self) -> list[Any]:
        """Its photographs, with their images and their sizes, in three queries."""
        photos = list(self.photos.all())
        prefetch_related_objects(photos, "image__renditions")
        return photos

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_de_l_oeuvre(self)


class PhotoOeuvre(RangeeTraduite):
    """A photograph, told at length to who does not see it."""

    page = ParentalKey(OeuvrePage, on_delete=models.CASCADE, related_name="photos")
    image: Any = models.ForeignKey("medias.ImageCampagne", models.PROTECT, related_name="+", verbose_name=_("image"))
    legende = models.CharField(_("légende"), max_length=250, blank=True)
    description_longue = models.TextField(
        _("description longue"),
        max_length=2000,
        blank=True,
        help_text=_("Ce qu’on voit, de près et de loin : matières, couleurs, gestes. Tout le monde la lit."),
    )

    panels = [FieldPanel("image"), FieldPanel("legende"), FieldPanel("description_longue")]

    donnees = Carte(IMAGE.dans("image legende description_longue"), autres="id sort_order page locale translation_key")

    class Meta(RangeeTraduite.Meta):
        verbose_name = _("photo d’une œuvre")
        verbose_name_plural = _("photos d’une œuvre")

    def __str__(self) -> str:
        return self.legende or str(self.image_id)
