"""The home page: the net, the countdown, giving and receiving."""

from functools import cached_property
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from medias.donnees import Carte
from medias.preparees import Parametre, preparee
from temoignages.models import Amorce, Temoignage

from ..blocs import CorpsStreamBlock, feuilles_de
from ..langues import langue_active
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..regles import LIGNES_DU_TITRE, SIGNES_PAR_LIGNE, lignes_du_titre, lignes_trop_longues
from ..renseignements import CONTENU
from ..sous_etat import retenir
from .edition import EditionPage

RANGS_PAR_PHRASE = 3
LONGUEUR_D_UN_RANG = 120  # Two lines, on the half of a screen.


def valider_accroche(accroche: str) -> None:
    """Refuse a hero title that would not pass between the threads: three lines, twelve characters each."""
    if not 1 <= len(lignes_du_titre(accroche)) <= LIGNES_DU_TITRE:
        raise ValidationError(_now("Le grand titre tient en trois lignes au plus : coupez-le à la main."))
    if longues := lignes_trop_longues(accroche):
        message = _now("Trop long pour le filet : « %(ligne)s » compte %(signes)s caractères, le maximum est %(max)s.")
        raise ValidationError(message % {"ligne": longues[0], "signes": len(longues[0]), "max": SIGNES_PAR_LIGNE})


class Rang(NamedTuple):
    """One row of the woven section."""

    est_recu: bool
    temoignage: Temoignage


class AccueilPage(PagePubliable):
    """The root of the site."""

    accroche = models.TextField(
        _("grand titre"),
        default="Des fils\nqui tiennent\nensemble",
        validators=[valider_accroche],
        help_text=_("Trois lignes courtes, coupées à la main; 12 caractères au plus par ligne."),
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True, help_text=_("Deux ou trois phrases."))
    croise_titre = models.CharField(_("titre"), max_length=80, default="L’entraide, c’est un va-et-vient")
    croise_chapeau = models.CharField(
        _("chapeau"),
        max_length=200,
        blank=True,
        default="On a tendu le début d’une phrase. Des membres l’ont terminée.",
    )
    amorce_recu = models.ForeignKey(
        Amorce, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("phrase : ce que je reçois")
    )
    amorce_donne = models.ForeignKey(
        Amorce, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("phrase : ce que j’apporte")
    )
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.CampagnePage",
        "pages.MurPage",
        "pages.ContenuPage",
        "pages.SalleDePressePage",
        "pages.OeuvrePage",
        "pages.ProgrammePage",
        "pages.PlateformePage",
        "pages.PlanPage",
        "pages.ChiffresPage",
        "pages.RayonPage",
        "pages.PublicationsPage",
        "pages.AgendaPage",
        "pages.RepertoirePage",
        "pages.BoitePage",
        "pages.CapsulesPage",
        "pages.BaladoPage",
    ]
    max_count = 1
    page_description = _("La première page du site : le filet, le compte à rebours, deux phrases qui se croisent.")
    regles_de_publication = GENERIQUES

    content_panels = [
        *PagePubliable.content_panels,
        MultiFieldPanel([FieldPanel("accroche"), FieldPanel("chapeau")], heading=_("Entrée")),
        MultiFieldPanel(
            [
                FieldPanel("croise_titre"),
                FieldPanel("croise_chapeau"),
                FieldPanel("amorce_recu"),
                FieldPanel("amorce_donne"),
            ],
            heading=_("Va-et-vient"),
            help_text=_(
                "Les trois paroles courtes les plus récentes de chaque phrase alternent. Rien n’est à choisir."
            ),
        ),
        FieldPanel("corps"),
    ]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau"), index.SearchField("corps")]

    donnees = Carte(
        CONTENU.dans("accroche chapeau corps"),
        autres="page_ptr confidentialite rectifie_le croise_titre croise_chapeau amorce_recu amorce_donne",
    )

    class Meta:
        verbose_name = _("accueil")
        verbose_name_plural = _("accueils")

    def clean(self) -> None:
        """Check the page: the two sentences of the woven section differ."""
        super().clean()
        if self.amorce_recu_id and self.amorce_recu_id == self.amorce_donne_id:
            raise ValidationError({"amorce_donne": _now("Choisissez deux phrases différentes.")})

    @property
    def lignes_titre(self) -> list[str]:
        """The lines of the hero title."""
        return lignes_du_titre(self.accroche)

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    @cached_property
    def edition(self) -> EditionPage | None:
        """The edition that the countdown speaks of."""
        return EditionPage.objects.courante()

    @cached_property
    def rangs(self) -> list[Rang]:
        """The woven rows, received and given in turn; none unless both sentences have an answer."""
        recus, donnes = (_reponses(amorce) for amorce in (self.amorce_recu_id, self.amorce_donne_id))
        if not recus or not donnes:
            return []
        paires = zip_longest((Rang(True, recu) for recu in recus), (Rang(False, donne) for donne in donnes))
        return [rang for rang in chain.from_iterable(paires) if rang is not None]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the wall, when there is one, for the links of the page."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        self.edition = retenir(request, (EditionPage, langue_active()), EditionPage.objects.courante)
        contexte["mur"] = self.get_children().live().filter(content_type__model="murpage").first()
        return contexte


def _reponses(amorce: int | None) -> list[Temoignage]:
    """Return the latest short answers to a sentence that need no content warning."""
    if amorce is None:
        return []
    return preparee(_courtes).lire(amorce)


def _courtes() -> QuerySet[Temoignage]:
    courtes = Temoignage.objects.publies().annotate(longueur=Length("texte"))
    courtes = courtes.filter(amorce=Parametre(0), avertissement="", longueur__lte=LONGUEUR_D_UN_RANG)
    return courtes[:RANGS_PAR_PHRASE]
