"""A short video: one of ours, or a link to another platform; shown as long as everyone in it accepts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtailmedia.edit_handlers import MediaChooserPanel

from medias.donnees import IMAGE, Carte
from medias.durees import duree_en_mots
from medias.models import AutorisationNom, Enregistrement, Langue, PorteeNom
from reseau.horloge import aujourdhui

from ..avertissements import AUCUN_AVERTISSEMENT, AVERTISSEMENTS
from ..blocs import CorpsStreamBlock, feuilles_de
from ..blocs.texte import FONCTIONS_COURTES
from ..capsules import faits_de, json_ld_de, vignettes
from ..minutage import ChampMinutage
from ..plan_capsule import plan_de_la_capsule
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.capsule import ENREGISTREMENT, LIEN_EXTERNE, RECONNAISSABLE, UNE_SEULE_VIDEO
from ..publication.regles.noms import PERSONNES_NOMMEES
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from ..visites import Visite
from .accord import accord_perdu
from .capsule_personne import PersonneCapsule

if TYPE_CHECKING:
    from medias.models import ImageCampagne

AUTRES_MONTREES = 3
# One of the sizes that pages show (`medias.tailles`): already made.
TAILLE_DE_L_AFFICHE = "format-webp|width-960"


def _est_refusee() -> Q:
    """Return the condition that someone in a capsule does not accept, today, to be named or to be shown."""
    refus = PersonneCapsule.objects.filter(accord_perdu(), page=OuterRef("pk"))
    cachee = Enregistrement.objects.filter(pk=OuterRef("enregistrement"), montrable=False)
    return Q(Exists(refus)) | Q(Exists(cachee))


class CapsuleQuerySet(PageQuerySet):
    """Reading capsules."""

    def montrables(self) -> Any:
        """Return the public ones whose people all accept, today, to be named and to be shown (`est_montrable`)."""
        return self.live().filter(~_est_refusee())

    def tues(self) -> Any:
        """The others: what they refer to is not public by them (`medias.retenues`)."""
        return self.filter(_est_refusee())

    def avec_affiches(self) -> Any:
        """Read their posters with them, whatever their number."""
        return self.prefetch_related("affiche__renditions", "enregistrement")


class CapsulePage(Visite, Imprimable, PagePubliable):
    """A video with its words. Nothing of another platform is asked for before the reader follows its link."""

    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée dont elle parle, s’il y en a une.")
    )
    chapeau = models.TextField(
        _("résumé"), max_length=300, help_text=_("Une ou deux phrases : ce qu’on y voit, qui y parle.")
    )
    avertissement = models.CharField(
        _("avertissement"),
        max_length=20,
        choices=AVERTISSEMENTS,
        help_text=_("Si la capsule parle d’un sujet qui peut faire mal, le site le dit avant la vidéo."),
    )
    enregistrement: Any = models.ForeignKey(
        "medias.Enregistrement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vidéo du site"),
        help_text=_("Ses sous-titres et sa transcription se relisent avec elle, dans les enregistrements."),
    )
    lien_externe = models.URLField(
        _("ou l’adresse de la vidéo, ailleurs"),
        blank=True,
        help_text=_("La page n’affiche qu’un lien : rien n’est demandé à l’autre site tant que personne ne le suit."),
    )
    affiche: "models.ForeignKey[ImageCampagne | None, ImageCampagne | None]" = models.ForeignKey(
        "medias.ImageCampagne",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("affiche"),
        help_text=_("Vide : l’image tirée de la vidéo du site."),
    )
    duree = ChampMinutage(_("durée"), null=True, blank=True, help_text=_("Minutes et secondes : « 2:30 »."))
    langue = models.CharField(_("langue parlée"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    sous_titres_verifies_le = models.DateField(
        _("sous-titres vérifiés le"),
        null=True,
        blank=True,
        help_text=_("Le jour où quelqu’un a regardé la vidéo, là-bas, avec ses sous-titres."),
    )
    audiodescription = models.CharField(
        _("audiodescription"),
        max_length=200,
        blank=True,
        help_text=_("Où l’entendre, ou pourquoi il n’y en a pas : « tout ce qu’on voit est dit par les voix »."),
    )
    transcription = RichTextField(
        _("transcription"),
        features=["h3", *FONCTIONS_COURTES],
        blank=True,
        help_text=_("Tout ce qui se dit, et ce qui s’entend. Mettez en gras le nom ou le rôle de qui parle."),
    )
    ressource = models.ForeignKey(
        "reseau.Ressource",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ressource visitée"),
    )
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(CapsuleQuerySet)()

    parent_page_types = ["pages.CapsulesPage", "pages.SerieCapsulesPage"]
    champs_gardes = ("transcription",)  # what people say in it
    subpage_types: list[str] = []
    page_description = _("Une courte vidéo, avec ses sous-titres, sa transcription et les personnes qu’elle nomme.")
    regles_de_publication = (
        *GENERIQUES, UNE_SEULE_VIDEO, ENREGISTREMENT, LIEN_EXTERNE, PERSONNES_NOMMEES, RECONNAISSABLE,
    )  # fmt: skip

    content_panels = [
        *PagePubliable.content_panels,
        FieldRowPanel([FieldPanel("edition"), FieldPanel("avertissement")]),
        FieldPanel("chapeau"),
        MediaChooserPanel("enregistrement", media_type="video"),
        FieldPanel("affiche"),
        MultiFieldPanel(
            [
                FieldPanel("lien_externe"),
                FieldRowPanel([FieldPanel("duree"), FieldPanel("langue")]),
                FieldPanel("sous_titres_verifies_le"),
                FieldPanel("audiodescription"),
                FieldPanel("transcription"),
            ],
            heading=_("Une vidéo qui est ailleurs"),
            help_text=_("À remplir seulement si la vidéo n’est pas sur ce site."),
        ),
        InlinePanel(
            "personnes",
            label=_("personne"),
            heading=_("Personnes nommées"),
            help_text=_("Si une seule d’entre elles retire son accord, la capsule quitte aussitôt le site."),
        ),
        FieldPanel("ressource"),
        FieldPanel("corps"),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("transcription"),
        index.SearchField("corps"),
        index.FilterField("edition"),
    ]

    donnees = Carte(
        CONTENU.dans("chapeau transcription corps"),
        IMAGE.dans("enregistrement affiche"),
        autres="page_ptr confidentialite rectifie_le edition avertissement lien_externe duree langue"
        " sous_titres_verifies_le audiodescription ressource",
    )

    class Meta:
        verbose_name = _("capsule vidéo")
        verbose_name_plural = _("capsules vidéo")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer at any of its public addresses.

        Raises:
            Http404: someone in it accepts no longer, or not yet; a new consent brings it back.
        """
        if not self.est_montrable:
            raise Http404(_now("Cette capsule n’est pas montrée."))
        reponse: HttpResponseBase = super().serve(request, *args, **kwargs)
        return reponse

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the capsules that stand beside it, and what it tells search engines once it is public."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        voisines = CapsulePage.objects.sibling_of(self, inclusive=False) if self.path else CapsulePage.objects.none()
        choisies = voisines.montrables().avec_affiches().order_by("path")[:AUTRES_MONTREES]
        public = self.live and not getattr(request, "is_preview", False) and not getattr(request, "partage", None)
        return contexte | {"autres": vignettes(choisies), "json_ld": json_ld_de(self, request) if public else ""}

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return ["css/composants/lecteur.css", "css/pages/capsules.css", *feuilles_de(self.corps)]

    @cached_property
    def video(self) -> Any:
        """The video of the site with its words; nothing when it is elsewhere."""
        if self.enregistrement is not None:
            prefetch_related_objects([self.enregistrement], "pistes")
        return self.enregistrement

    @cached_property
    def accords(self) -> list[AutorisationNom | None]:
        """The permission of each person that it names; nothing in the place of one that was erased."""
        return [rangee.autorisation for rangee in self.personnes.select_related("autorisation")]

    def voix_entendues(self) -> Iterator[tuple[int, int]]:
        """Yield the key of its video, and that of each permission of those whom it names (`VoixEntendue`)."""
        for personne in self.personnes.all():
            if self.enregistrement_id and personne.autorisation_id:
                yield self.enregistrement_id, personne.autorisation_id

    @property
    def est_montrable(self) -> bool:
        """Whether everyone in it accepts, today, to be named and to be shown (`CapsuleQuerySet.montrables` in SQL)."""
        jour = aujourdhui()
        nommees = all(accord is not None and accord.couvre(PorteeNom.SITE, jour) for accord in self.accords)
        return nommees and (self.enregistrement is None or self.enregistrement.est_montrable)

    @property
    def sujet_sensible(self) -> str:
        """What its content warning names; nothing when there is nothing to warn of."""
        return "" if self.avertissement in {"", AUCUN_AVERTISSEMENT} else self.get_avertissement_display()

    @property
    def duree_s(self) -> float:
        """How long it lasts, in seconds; zero when nobody knows yet."""
        if self.enregistrement is not None:
            return float(self.enregistrement.duration)
        return float(self.duree or 0)

    @property
    def duree_en_mots(self) -> str:
        """« 2 min 30 s »; nothing when nobody knows yet."""
        return duree_en_mots(self.duree_s) if self.duree_s else ""

    @property
    def adresse_de_l_affiche(self) -> str:
        """The address, on this site, of what stands for the video; empty when there is nothing to show."""
        if self.affiche is not None and self.affiche.est_montrable:
            return str(get_rendition_or_not_found(self.affiche, TAILLE_DE_L_AFFICHE).url)
        return self.enregistrement.affiche_url if self.enregistrement is not None else ""

    @property
    def langue_parlee(self) -> Langue:
        """What is spoken in it."""
        return Langue(self.enregistrement.langue if self.enregistrement is not None else self.langue)

    @property
    def faits(self) -> list[tuple[str, str]]:
        """What its page says of it in brief, under the video."""
        return faits_de(self, complets=False)

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_de_la_capsule(self)
