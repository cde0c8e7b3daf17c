"""A page of content: who we are, how we protect your words, another page in plain words."""

from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs import CorpsStreamBlock, feuilles_de
from ..plan_contenu import plan_du_contenu
from ..publication.regles import GENERIQUES
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from .chapeautee import PageChapeautee

# What may have a version that is easy to read: their templates lead to it.
A_SIMPLIFIER: Final = (
    "pages.CampagnePage",
    "pages.CahierPage",
    "pages.CommuniquePage",
    "pages.ContenuPage",
    "pages.EditionPage",
    "pages.FichePage",
    "pages.PlanPage",
    "pages.PlateformePage",
    "pages.RevendicationPage",
)


class ContenuPage(Imprimable, PageChapeautee):
    """A title, a standfirst, nine kinds of block. It may be the version of another page that is easy to read."""

    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)
    au_pied = models.BooleanField(
        _("afficher au pied"), default=False, help_text=_("Un lien vers cette page, au bas de toutes les pages.")
    )
    # Told by the easy page, so that a frozen edition or an adopted plan has one without being published again.
    simplifie = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="versions_faciles",
        verbose_name=_("version facile à lire de"),
        help_text=_("La page que celle-ci redit en mots simples. Chacune mènera à l’autre, près de son titre."),
    )

    parent_page_types = ["pages.AccueilPage", "pages.ContenuPage"]
    subpage_types = ["pages.ContenuPage"]
    page_description = _("Une page libre : textes, images, citations, encadrés, questions, appels.")
    regles_de_publication = GENERIQUES
    personnes_par_defaut = 1
    exclude_fields_in_copy = ["simplifie"]

    content_panels = [*PageChapeautee.content_panels, FieldPanel("corps")]
    promote_panels = [
        *PageChapeautee.promote_panels,
        FieldPanel("au_pied"),
        PageChooserPanel("simplifie", page_type=list(A_SIMPLIFIER)),
    ]
    search_fields = [*PageChapeautee.search_fields, index.SearchField("corps")]

    donnees = Carte(CONTENU.dans("chapeau corps"), autres="page_ptr confidentialite rectifie_le au_pied simplifie")

    class Meta:
        verbose_name = _("page de contenu")
        verbose_name_plural = _("pages de contenu")

    def clean(self) -> None:
        """Check what it says again in plain words: another page, that has no such version yet and is none itself."""
        super().clean()
        if self.simplifie_id and (erreur := self._refus_de_simplifier(self.simplifie_id)):
            raise ValidationError({"simplifie": erreur})

    def _refus_de_simplifier(self, complete: int) -> str:
        autres = ContenuPage.objects.exclude(pk=self.pk)
        if complete == self.pk or (self.pk and autres.filter(simplifie=self.pk).exists()):
            return _now("Une page ne peut pas être à la fois la version facile et la version complète.")
        if autres.filter(pk=complete, simplifie__isnull=False).exists():
            return _now("Cette page est déjà une version facile à lire : choisissez la page complète.")
        if autre := autres.filter(simplifie=complete, locale=self.locale_id).first():
            return _now("Cette page a déjà une version facile à lire : « %(titre)s ».") % {"titre": autre.title}
        return ""

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_du_contenu(self)
