"""The strategic plan of the federation, for a few years."""

import datetime
from functools import cached_property

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte
from reseau.horloge import aujourdhui

from ..arbre_plan_strategique import EnjeuLu, lire_enjeux, mots_des
from ..blocs.enjeu import EnjeuBlock
from ..blocs.texte import FONCTIONS_COURTES
from ..blocs.valeurs import ValeursBlock
from ..plan_strategique import plan_du_plan_strategique
from ..presentation import date_courte
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.regles.plan_strategique import PLAN
from ..publication.regles.references import REFERENCES
from ..publication.regles.sources import CHIFFRES_A_CITER
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from .savante import Savante

PREMIERE_ANNEE, DERNIERE_ANNEE = 2000, 2100
FEUILLES = ["css/pages/document.css", "css/pages/plan.css", *(f"css/blocs/{nom}.css" for nom in (
    "valeurs", "enjeu", "objectif", "resultat", "indicateur", "texte", "chiffre", "extrait", "citation", "encadre",
    "image", "reference",
))]  # fmt: skip


class PlanPage(Imprimable, Savante, PagePubliable):
    """Issues, objectives, expected results, indicators. A project until its adoption: no follow-up is read before."""

    debut = models.PositiveSmallIntegerField(
        _("première année"), validators=[MinValueValidator(PREMIERE_ANNEE), MaxValueValidator(DERNIERE_ANNEE)]
    )
    fin = models.PositiveSmallIntegerField(
        _("dernière année"), validators=[MinValueValidator(PREMIERE_ANNEE), MaxValueValidator(DERNIERE_ANNEE)]
    )
    adopte_le = models.DateField(
        _("adopté le"),
        null=True,
        blank=True,
        help_text=_("Vide, le plan est un projet : son suivi ne paraît nulle part."),
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True)
    preambule = RichTextField(_("préambule"), features=FONCTIONS_COURTES, blank=True)
    mission = models.TextField(_("mission"), max_length=800, blank=True)
    vision = models.TextField(_("vision"), max_length=800, blank=True)
    principes = StreamField(
        [("valeurs", ValeursBlock())], verbose_name=_("principes"), blank=True, max_num=1,
        help_text=_("Ce qui guide tout le reste."),
    )  # fmt: skip
    enjeux = StreamField(
        [("enjeu", EnjeuBlock())], verbose_name=_("enjeux"), blank=True,
        help_text=_("La grille synthèse se fait toute seule, à partir d’ici."),
    )  # fmt: skip

    donnees = Carte(
        CONTENU.dans("chapeau preambule mission vision principes enjeux bibliographie"),
        autres="page_ptr confidentialite rectifie_le debut fin adopte_le",
    )

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    page_description = _("Le plan stratégique : enjeux, objectifs, résultats attendus, et leur suivi après l’adoption.")
    regles_de_publication = (*GENERIQUES, *REFERENCES, CHIFFRES, CHIFFRES_A_CITER, *PLAN)
    propose_un_erratum = True

    content_panels = [
        *PagePubliable.content_panels,
        MultiFieldPanel([FieldPanel("debut"), FieldPanel("fin"), FieldPanel("adopte_le")], heading=_("Période")),
        FieldPanel("chapeau"),
        FieldPanel("preambule"),
        FieldPanel("mission"),
        FieldPanel("vision"),
        FieldPanel("principes"),
        FieldPanel("enjeux"),
        Savante.panneau_bibliographie,
    ]
    # Not `enjeux` itself: its blocks hold the follow-up of a plan that nobody has adopted yet.
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("preambule"),
        index.SearchField("mission"),
        index.SearchField("vision"),
        index.SearchField("principes"),
        index.SearchField("mots_des_enjeux"),
    ]

    class Meta:
        verbose_name = _("plan stratégique")
        verbose_name_plural = _("plans stratégiques")

    @property
    def adoption(self) -> datetime.date | None:
        """The day it was adopted; nothing for a project, nor for a day to come."""
        return self.adopte_le if self.adopte_le and self.adopte_le <= aujourdhui() else None

    @property
    def est_adopte(self) -> bool:
        """Whether the plan is more than a project."""
        return self.adoption is not None

    @property
    def periode(self) -> str:
        """« 2026-2029 »."""
        return f"{self.debut}-{self.fin}"

    @property
    def etat(self) -> str:
        """« Adopté le 12 juin 2026. », or that it is a project."""
        if self.adoption:
            return _now("Adopté le %(date)s.") % {"date": date_courte(self.adoption)}
        return _now("Projet : ce plan n’est pas encore adopté.")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return FEUILLES

    @property
    def tete_courante(self) -> str:
        """What each printed page repeats; paper says that a project is one."""
        parts = [self.title, self.periode, *([] if self.est_adopte else [_now("projet")])]
        return " · ".join(parts)

    @cached_property
    def enjeux_lus(self) -> list[EnjeuLu]:
        """Its issues as every output reads them."""
        return lire_enjeux(self.enjeux, est_adopte=self.est_adopte)

    @property
    def mots_des_enjeux(self) -> str:
        """What the search may know of its issues."""
        return "\n".join(mots_des(lire_enjeux(self.enjeux, est_adopte=self.est_adopte)))

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_du_plan_strategique(self)
