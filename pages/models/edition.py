"""A year of the campaign. Everything that can be computed is: rank, state, countdown, address."""

import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from medias.donnees import Carte
from reseau.horloge import aujourdhui
from temoignages.models import Temoignage

from .. import presentation
from ..blocs import CorpsStreamBlock, feuilles_de
from ..blocs.texte import FONCTIONS_COURTES
from ..etats import FILS, FOND_DE_L_AFFICHE, EtatEdition, Palette
from ..langues import langue_active, sa_langue_d_abord
from ..plan_contenu import plan_de_l_edition
from ..publication.page import PagePubliable
from ..publication.regles import CONTRASTE, GENERIQUES
from ..publication.regles.edition_figee import EDITION_FIGEE
from ..publication.sortie import Document
from ..regles import (
    DERNIERE_EDITION,
    PREMIERE_EDITION,
    etat_edition,
    jour_de_la_journee,
    vedette_en_tete,
)
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from ..sous_etat import retenir
from .figeable import Figeable


class EditionQuerySet(PageQuerySet):
    """Reading editions."""

    def courante(self) -> "EditionPage | None":
        """The next one whose day is not over, otherwise the latest; the reader's language before its twin."""
        publiees = self.live()
        edition: EditionPage | None = (
            publiees.filter(jour__gte=aujourdhui()).order_by("jour", sa_langue_d_abord()).first()
            or publiees.order_by("-jour", sa_langue_d_abord()).first()
        )
        return edition


def prochaine_annee() -> int:
    """Return the year after the last edition: what a new page, or a copy of one, is about."""
    derniere = EditionPage.objects.aggregate(annee=models.Max("annee"))["annee"]
    return int(derniere) + 1 if derniere else aujourdhui().year


class EditionPage(Imprimable, Figeable, PagePubliable):
    """One year. Its slug is the year; copying the page opens the next year, without its date or its quotations."""

    annee = models.PositiveSmallIntegerField(
        _("année"),
        default=prochaine_annee,
        validators=[
            MinValueValidator(PREMIERE_EDITION, _("La première Journée a eu lieu en %(limit_value)s.")),
            MaxValueValidator(DERNIERE_EDITION, _("Une année avant %(limit_value)s.")),
        ],
        help_text=_("L’adresse et le rang (« 14e ») en découlent."),
    )
    jour = models.DateField(_("jour de la Journée"), blank=True, help_text=_("Vide : le 10 octobre de l’année."))
    theme = models.CharField(_("thème"), max_length=160, blank=True)
    slogan = models.CharField(_("slogan"), max_length=80, blank=True, help_text=_("En grand, sur l’affiche."))
    palette = models.CharField(_("fils"), max_length=12, choices=Palette, default=Palette.HABITUELLE, blank=True)
    introduction = RichTextField(_("introduction"), features=FONCTIONS_COURTES, blank=True)
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(EditionQuerySet)()

    parent_page_types = ["pages.CampagnePage"]
    subpage_types = ["pages.ProgrammePage", "pages.OeuvrePage"]
    exclude_fields_in_copy = ["annee", "jour", "vedettes"]
    page_description = _("Une année de la Journée : thème, slogan, textes, témoignages en vedette.")
    regles_de_publication = (*GENERIQUES, CONTRASTE, EDITION_FIGEE)

    content_panels = [
        *PagePubliable.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("annee"), FieldPanel("jour")]),
                FieldPanel("theme"),
                FieldPanel("slogan"),
                FieldPanel("palette"),
            ],
            heading=_("Édition"),
        ),
        FieldPanel("introduction"),
        InlinePanel(
            "vedettes",
            label=_("témoignage"),
            heading=_("Témoignages en vedette"),
            help_text=_("Un témoignage retiré disparaît de la page de lui-même."),
        ),
        FieldPanel("corps"),
    ]
    # No slug: it is the year.
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Moteurs de recherche"))
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("theme"),
        index.SearchField("slogan"),
        index.SearchField("introduction"),
        index.SearchField("corps"),
        index.FilterField("annee"),
    ]

    donnees = Carte(
        CONTENU.dans("introduction corps"),
        autres="page_ptr confidentialite rectifie_le annee jour theme slogan palette",
    )

    class Meta:
        verbose_name = _("édition")
        verbose_name_plural = _("éditions")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._deduire()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self._deduire()
        super().minimal_clean()

    def _deduire(self) -> None:
        """Fill what follows from the year."""
        if PREMIERE_EDITION <= (self.annee or 0) <= DERNIERE_EDITION:
            self.slug = str(self.annee)
            self.jour = self._jour_saisi or jour_de_la_journee(self.annee)

    @property
    def _jour_saisi(self) -> datetime.date | None:
        """The day, which a form may leave empty until `_deduire`."""
        return getattr(self, "jour", None)

    def clean(self) -> None:
        """Check the edition: one a year (in a language), whose day is in that year."""
        jumelles = EditionPage.objects.filter(annee=self.annee, locale=self.locale_id).exclude(pk=self.pk)
        if self.annee and jumelles.exists():
            raise ValidationError({"annee": _now("L’édition %(annee)s existe déjà.") % {"annee": self.annee}})
        super().clean()
        if self._jour_saisi and self._jour_saisi.year != self.annee:
            raise ValidationError({"jour": _now("Ce jour n’est pas en %(annee)s.") % {"annee": self.annee}})

    @property
    def ordinal(self) -> str:
        """Its rank as plain text: « 14e »."""
        return presentation.ordinal_texte(self.annee)

    @property
    def ordinal_html(self) -> SafeString:
        """Its rank with raised letters, in a form that a voice can say."""
        return presentation.ordinal_html(self.annee)

    @property
    def couples_de_couleurs(self) -> list[tuple[str, str, str]]:
        """Its threads on the ground of its poster, for the gate that measures contrasts."""
        return [(self.get_palette_display(), fil, FOND_DE_L_AFFICHE) for fil in FILS.get(self.palette, ())]

    @property
    def etat(self) -> EtatEdition:
        """Before, the day, or after."""
        return etat_edition(self.jour, aujourdhui())

    @property
    def est_passee(self) -> bool:
        """Whether its day is over."""
        return self.etat == EtatEdition.APRES

    @property
    def jour_qui_fige(self) -> datetime.date:
        """Its day."""
        return self.jour

    @property
    def compte_a_rebours(self) -> SafeString:
        """How far its day is, as a sentence without its final period."""
        return presentation.compte_a_rebours(self.annee, self.jour, aujourdhui())

    @property
    def date_longue(self) -> str:
        """« dimanche 10 octobre 2027 »."""
        return presentation.date_longue(self.jour)

    @property
    def date_courte(self) -> str:
        """« 10 octobre 2027 »."""
        return presentation.date_courte(self.jour)

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_de_l_edition(self)

    @cached_property
    def temoignages_vedettes(self) -> list[Temoignage]:
        """Its featured testimonies that may be shown today, in the editor's order."""
        choisis = [vedette.temoignage_id for vedette in self.vedettes.all()]
        publies = Temoignage.objects.publies_par_cle(choisis)
        return [publies[pk] for pk in choisis if pk in publies]

    @property
    def a_une_grande_vedette(self) -> bool:
        """Whether the first featured testimony is short enough, and light enough, to lead the page."""
        return vedette_en_tete(self.temoignages_vedettes[:1])[1]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the other published editions of the campaign, the latest first, and the one to go to from a past one."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        publiees = retenir(request, (EditionPage, self.path[: -self.steplen]), self._publiees)
        courante = retenir(request, (EditionPage, langue_active()), EditionPage.objects.courante)
        contexte["autres_editions"] = [edition for edition in publiees if edition.pk != self.pk]
        contexte["edition_courante"] = courante if courante and courante.pk != self.pk else None
        return contexte

    def _publiees(self) -> list["EditionPage"]:
        return list(EditionPage.objects.sibling_of(self).live().order_by("-annee"))


class TemoignageVedette(Orderable):
    """A testimony that an edition features: a reference, never a copy."""

    page = ParentalKey(EditionPage, on_delete=models.CASCADE, related_name="vedettes")
    temoignage = models.ForeignKey(Temoignage, models.CASCADE, related_name="+", verbose_name=_("témoignage"))

    panels = [FieldPanel("temoignage")]

    donnees = Carte(autres="id sort_order page temoignage")

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "temoignage"], name="une_vedette_une_fois")]
        verbose_name = _("témoignage en vedette")
        verbose_name_plural = _("témoignages en vedette")

    def __str__(self) -> str:
        return str(self.temoignage_id)
