"""A text for the press. Its end, its dateline and its mention of diffusion are computed, never typed."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte
from medias.models import ImageCampagne, PorteeNom
from reseau.horloge import aujourdhui, maintenant
from reseau.typographie import typographier

from ..blocs import CorpsCommuniqueStreamBlock, feuilles_de
from ..blocs.texte import FONCTIONS_COURTES
from ..etats import Diffusion, GenreCommunique
from ..plan_communique import plan_du_communique
from ..presentation import date_courte
from ..presse_zip import repondre_en_zip, sans_condition
from ..publication.confidentialite import moment
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.regles.communique import AVIS_COMPLET, DIFFUSION, FIN_ECRITE
from ..publication.regles.contacts import ADRESSES_DE_ROLE, CONTACTS
from ..publication.regles.noms import PERSONNES_NOMMEES
from ..publication.regles.sources import CHIFFRES_CLES, CHIFFRES_DU_TEXTE
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from ..sorties.reponse import texte_pour
from .communique_rangees import VarianteRegionale

QUI, QUOI, QUAND, OU = _("Qui"), _("Quoi"), _("Quand"), _("Où")


class CommuniquePage(Imprimable, PagePubliable):
    """A release, an advisory, an invitation or a reaction; one address more for the wire, and one a region."""

    genre = models.CharField(_("genre"), max_length=12, choices=GenreCommunique, default=GenreCommunique.COMMUNIQUE)
    diffusion = models.CharField(
        _("diffusion"),
        max_length=10,
        choices=Diffusion,
        default=Diffusion.IMMEDIATE,
        help_text=_("Sous embargo : choisissez l’heure (de Montréal) dans « Définir un horaire », puis soumettez."),
    )
    ville = models.CharField(_("ville"), max_length=80, default="Montréal")
    date = models.DateField(_("date"), default=aujourdhui)
    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée dont il parle, s’il y en a une.")
    )
    chapeau = models.TextField(_("chapeau"), max_length=400, blank=True, help_text=_("Une ou deux phrases."))
    qui = models.TextField(QUI, max_length=300, blank=True)
    quoi = models.TextField(QUOI, max_length=300, blank=True)
    quand = models.TextField(QUAND, max_length=200, blank=True)
    ou = models.TextField(OU, max_length=300, blank=True)
    corps = StreamField(CorpsCommuniqueStreamBlock(), verbose_name=_("corps"), blank=True)
    a_propos = RichTextField(_("à propos de la fédération"), features=FONCTIONS_COURTES, blank=True)
    sources = RichTextField(
        _("sources des chiffres"),
        features=FONCTIONS_COURTES,
        blank=True,
        help_text=_("D’où viennent les chiffres du texte, un par ligne, avec leur date."),
    )

    parent_page_types = ["pages.SalleDePressePage"]
    subpage_types: list[str] = []
    page_description = _("Un communiqué, un avis aux médias, une invitation ou une réaction.")
    regles_de_publication = (
        *GENERIQUES, DIFFUSION, FIN_ECRITE, AVIS_COMPLET, PERSONNES_NOMMEES, CHIFFRES, CHIFFRES_CLES, CHIFFRES_DU_TEXTE,
        CONTACTS, ADRESSES_DE_ROLE,
    )  # fmt: skip
    propose_un_erratum = True
    portee_des_noms = PorteeNom.COMMUNIQUES

    content_panels = [
        *PagePubliable.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("genre"), FieldPanel("diffusion")]),
                FieldRowPanel([FieldPanel("ville"), FieldPanel("date"), FieldPanel("edition")]),
            ],
            heading=_("Diffusion"),
        ),
        FieldPanel("chapeau"),
        MultiFieldPanel(
            [FieldPanel("qui"), FieldPanel("quoi"), FieldPanel("quand"), FieldPanel("ou")],
            heading=_("Qui, quoi, quand, où"),
            help_text=_("Demandé pour un avis aux médias."),
        ),
        FieldPanel("corps"),
        InlinePanel("porte_paroles", label=_("porte-parole"), heading=_("Porte-paroles")),
        FieldPanel("a_propos"),
        InlinePanel("contacts", label=_("contact"), heading=_("Renseignements")),
        FieldPanel("sources"),
        InlinePanel(
            "photos",
            label=_("photo"),
            heading=_("Photos pour la presse"),
            help_text=_("Au bas de la page, et en grand dans le dossier de presse, avec leur crédit."),
        ),
        InlinePanel("variantes", label=_("version régionale"), heading=_("Versions régionales")),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("corps"),
        index.FilterField("genre"),
        index.FilterField("date"),
        index.FilterField("edition"),
    ]

    donnees = Carte(
        CONTENU.dans("chapeau qui quoi quand ou corps a_propos sources"),
        autres="page_ptr confidentialite rectifie_le genre diffusion ville date edition",
    )

    class Meta:
        verbose_name = _("communiqué")
        verbose_name_plural = _("communiqués")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    @property
    def mention_de_diffusion(self) -> str:
        """« Pour diffusion immédiate », or until when newsrooms must wait."""
        if self.diffusion == Diffusion.EMBARGO and self.go_live_at and self.go_live_at > maintenant():
            return _now("Sous embargo jusqu’au %(moment)s") % {"moment": moment(self.go_live_at)}
        return _now("Pour diffusion immédiate")

    @property
    def date_courte(self) -> str:
        """« 10 octobre 2026 »."""
        return date_courte(self.date)

    @property
    def origine(self) -> str:
        """The dateline, with its dash: « Montréal, le 10 octobre 2026 – »."""
        dites = {"ville": self.ville, "date": date_courte(self.date)}
        return typographier(_now("%(ville)s, le %(date)s") % dites) + "\u00a0–"

    @property
    def faits(self) -> list[tuple[str, str]]:
        """Who, what, when, where: those that are written."""
        paires = [(QUI, self.qui), (QUOI, self.quoi), (QUAND, self.quand), (OU, self.ou)]
        return [(str(nom), texte) for nom, texte in paires if texte.strip()]

    @cached_property
    def personnes(self) -> list[Any]:
        """Its spokespersons who accept to be named today."""
        rangees = self.porte_paroles.select_related("autorisation")
        return [r.autorisation for r in rangees if r.autorisation and r.autorisation.est_valide(aujourdhui())]

    @cached_property
    def photographies(self) -> list[Any]:
        """Its photographs for the press that may be shown, with their images and their sizes."""
        photos = list(self.photos.all())
        # The default manager of images says which may be shown, in the same query.
        images = ImageCampagne.objects.in_bulk([photo.image_id for photo in photos])
        prefetch_related_objects(list(images.values()), "renditions")
        for photo in photos:
            photo.image = images[photo.image_id]
        return [photo for photo in photos if photo.image.est_montrable]

    def variante(self, code: str) -> VarianteRegionale:
        """Return its version for a region.

        Raises:
            Http404: it has none.
        """
        trouvee = next((rangee for rangee in self.variantes.all() if rangee.region == code), None)
        if trouvee is None:
            raise Http404
        return trouvee

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_du_communique(self)

    @path("region/<slug:code>/", name="region")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def pour_une_region(self, request: HttpRequest, code: str) -> HttpResponse:
        """Show the release with the paragraph of a region."""
        return self.render(request, context_overrides={"variante": self.variante(code)})

    @path("region/<slug:code>/pdf/", name="pdf_region")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def en_pdf_pour_une_region(self, request: HttpRequest, code: str) -> HttpResponse:
        """Answer with a PDF that holds the paragraph of a region."""
        variante = self.variante(code)
        reponse: HttpResponse = self.repondre_en_pdf(request, plan_du_communique(self, variante), str(variante))
        return reponse

    @path("region/<slug:code>/texte/", name="texte_region")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def en_texte_pour_une_region(self, request: HttpRequest, code: str) -> HttpResponse:
        """Answer with plain text, and the paragraph of a region."""
        reponse: HttpResponse = self.repondre_en_texte(request, plan_du_communique(self, self.variante(code)))
        return reponse

    @path("presse.zip/", name="presse")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def pour_la_presse(self, request: HttpRequest) -> StreamingHttpResponse:
        """Answer with everything that a newsroom needs, as one zip."""
        return self._zip(request, self.en_pdf(sans_condition(request)), None)

    @path("region/<slug:code>/presse.zip/", name="presse_region")  # type: ignore[untyped-decorator]  # idem
    def pour_la_presse_d_une_region(self, request: HttpRequest, code: str) -> StreamingHttpResponse:
        """Answer with the zip of a region."""
        pdf = self.en_pdf_pour_une_region(sans_condition(request), code)
        return self._zip(request, pdf, self.variante(code))

    def _zip(
        self, request: HttpRequest, pdf: HttpResponse, variante: VarianteRegionale | None
    ) -> StreamingHttpResponse:
        region = variante.region if variante else ""
        texte = texte_pour(request, self, plan_du_communique(self, variante))
        return repondre_en_zip(request, self, region, pdf.content, texte)
