"""The chamber: raw deposits, sealed, opened only through `actions.lire`."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte
from medias.langues import Langue
from reseau.langue.regions import REGIONS

from ..etats import EN_ATTENTE, VIVANTS, Avertissement, Echelon, EtatDepot, MotifGarde, MotifRefus, MotifRenvoi
from ..renseignements import CODE, MOTS_RECUS, PROVENANCE, SUIVI
from .consentement import Consentement


class DepotQuerySet(models.QuerySet["Depot"]):
    """Reading deposits, never their words."""

    def a_lire(self) -> "DepotQuerySet":
        """The first reader's queue: immediate danger first, then the oldest."""
        return self.filter(etat__in=(EtatDepot.RECU, EtatDepot.EN_LECTURE)).order_by("-urgent", "recu_le", "ligne")

    def a_approuver(self) -> "DepotQuerySet":
        """The second reader's queue."""
        return self.filter(etat=EtatDepot.SOUMIS).order_by("-urgent", "soumis_le")

    def ecartes(self) -> "DepotQuerySet":
        """Put aside by a burst of automated posts; someone can bring them back."""
        return self.filter(etat=EtatDepot.ECARTE).order_by("recu_le")

    def attestes(self) -> "DepotQuerySet":
        """Those that count as neighbours: attested by a resource, or read by a person. Not what anyone just posted."""
        return self.filter(Q(lot__isnull=False, etat__in=VIVANTS) | Q(etat__in=(EtatDepot.SOUMIS, EtatDepot.PUBLIE)))

    def echus(self, limite: datetime.datetime) -> "DepotQuerySet":
        """Decided before `limite`, with raw words still there."""
        return self.filter(decide_le__lte=limite, detruit_le=None)

    def sans_decision(self) -> "DepotQuerySet":
        """Nobody decided of them yet; `fin` is the last day of the longest consent that stands, or None."""
        siens = Consentement.objects.filter(empreinte_code=OuterRef("empreinte_code"), retire_le=None)
        return self.filter(etat__in=EN_ATTENTE, detruit_le=None).annotate(
            fin=Subquery(siens.order_by("-jusqu_au").values("jusqu_au")[:1])
        )


class Depot(models.Model):
    """Someone's words as received. `brut` and `propose` are sealed; the words are nowhere else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    etat = models.CharField(_("état"), max_length=12, choices=EtatDepot, default=EtatDepot.RECU)
    amorce = models.ForeignKey("Amorce", models.PROTECT, null=True, blank=True, verbose_name=_("phrase"))
    lot = models.ForeignKey("Lot", models.PROTECT, null=True, blank=True, related_name="depots")
    ligne = models.PositiveIntegerField(_("ligne du fichier"), null=True, blank=True)
    edition = models.PositiveSmallIntegerField(_("édition"))
    langue = models.CharField(_("langue du texte"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    region = models.CharField(
        _("région"), max_length=2, choices=[(region.code, region.nom) for region in REGIONS], blank=True
    )
    ressource = models.ForeignKey(
        "reseau.Ressource", models.PROTECT, null=True, blank=True, verbose_name=_("ressource")
    )
    attribution_voulue = models.CharField(_("attribution acceptée"), max_length=12, choices=Echelon)
    empreinte_code = models.CharField(max_length=64, unique=True)
    # The hash of the first code that this person received: texts given with a code one already has share it.
    auteur = models.CharField(max_length=64)
    brut = models.BinaryField(null=True)
    propose = models.BinaryField(null=True)
    # What the author asks to change in the proposed text: sealed like the rest.
    demande_auteur = models.BinaryField(null=True)
    relecture_voulue = models.BooleanField(_("la personne veut relire avant la publication"), default=False)
    # Keyed hash of the proposed text that its author accepted; another text needs another acceptance.
    bon_a_tirer = models.CharField(max_length=64, blank=True)
    urgent = models.BooleanField(_("danger immédiat possible"), default=False)
    recu_le = models.DateTimeField(_("reçu le"))

    pris_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    pris_le = models.DateTimeField(null=True)
    modifie_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    soumis_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    soumis_le = models.DateTimeField(null=True)
    decide_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decide_le = models.DateTimeField(null=True)
    constats_ouverts = models.PositiveIntegerField(_("passages à décider"), null=True)
    directs_ouverts = models.PositiveIntegerField(_("dont ceux qui identifient"), null=True)
    avertissement = models.CharField(_("avertissement"), max_length=20, choices=Avertissement, blank=True)
    theme = models.ForeignKey("Theme", models.PROTECT, null=True, blank=True, verbose_name=_("thème"))
    theme_sensible = models.BooleanField(_("thème sensible : attribution plus vague d’un cran"), default=False)
    motif_refus = models.CharField(max_length=12, choices=MotifRefus, blank=True)
    motif_renvoi = models.CharField(max_length=14, choices=MotifRenvoi, blank=True)
    detruit_le = models.DateTimeField(null=True)
    rappels = models.PositiveSmallIntegerField(default=0, help_text="Warnings sent before its destruction.")

    objects = DepotQuerySet.as_manager()

    donnees = Carte(
        MOTS_RECUS.dans("brut propose demande_auteur"),
        CODE.dans("empreinte_code auteur bon_a_tirer"),
        PROVENANCE.dans(
            "amorce lot ligne region ressource attribution_voulue avertissement theme theme_sensible urgent"
        ),
        SUIVI.dans(
            "etat recu_le relecture_voulue constats_ouverts directs_ouverts motif_refus motif_renvoi detruit_le"
        ),
        ACTE.dans("pris_par pris_le modifie_par soumis_par soumis_le decide_par decide_le"),
        autres="id edition langue rappels",
    )

    class Meta:
        permissions = [
            ("moderer_depot", _("Lire et anonymiser les paroles reçues")),
            ("approuver_depot", _("Approuver les paroles anonymisées par une autre personne")),
            ("importer_depot", _("Importer les phrases d’un atelier")),
            ("retirer_depot", _("Retirer un texte à la demande de la personne")),
        ]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="publie_par_deux_personnes",
                condition=~Q(etat=EtatDepot.PUBLIE)
                | (
                    Q(decide_par__isnull=False, soumis_par__isnull=False, modifie_par__isnull=False)
                    & ~Q(decide_par=F("soumis_par"))
                    & ~Q(decide_par=F("modifie_par"))
                ),
            ),
            models.CheckConstraint(
                name="publie_sans_passage_ouvert",
                condition=~Q(etat=EtatDepot.PUBLIE) | Q(constats_ouverts=0, constats_ouverts__isnull=False),
            ),
            models.CheckConstraint(
                name="detruit_sans_texte",
                condition=Q(detruit_le__isnull=True)
                | Q(brut__isnull=True, propose__isnull=True, demande_auteur__isnull=True),
            ),
            models.CheckConstraint(
                name="publie_avec_bon_a_tirer",
                condition=~Q(etat=EtatDepot.PUBLIE) | Q(relecture_voulue=False) | ~Q(bon_a_tirer=""),
            ),
            models.UniqueConstraint(fields=["lot", "ligne"], name="une_ligne_une_fois"),
        ]
        indexes = [
            models.Index(fields=["etat", "recu_le"], name="depot_file"),
            models.Index(fields=["auteur"], name="depot_auteur"),
        ]
        verbose_name = _("dépôt")
        verbose_name_plural = _("dépôts")

    def __str__(self) -> str:
        return str(self.pk)[:8]

    @property
    def est_detruit(self) -> bool:
        """Whether the raw words are gone for good."""
        return self.brut is None

    def attend_son_auteur(self, empreinte: str) -> bool:
        """Whether its author wants to read it again, and has not accepted the proposal of this hash."""
        return self.relecture_voulue and self.bon_a_tirer != empreinte


class DecisionConstat(models.Model):
    """What a moderator decided of one flagged passage. Holds no text.

    A kept passage is a keyed hash, a hidden one two places: both go with the words.
    """

    depot = models.ForeignKey(Depot, models.CASCADE, related_name="decisions")
    type = models.CharField(max_length=24)
    niveau = models.CharField(max_length=8)
    regle = models.CharField(max_length=60)
    raison_garde = models.CharField(max_length=12, choices=MotifGarde, blank=True)
    empreinte = models.CharField(max_length=64, blank=True)
    # Where the words hidden stand in the text received: what is given back there undoes this decision, and no other.
    debut_recu = models.PositiveIntegerField(null=True)
    fin_recu = models.PositiveIntegerField(null=True)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    le = models.DateTimeField()

    donnees = Carte(
        CODE.dans("empreinte"),
        SUIVI.dans("type niveau regle raison_garde debut_recu fin_recu"),
        ACTE.dans("par le"),
        autres="id depot",
    )

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["depot", "empreinte"], name="decision_garde")]

    def __str__(self) -> str:
        return f"{self.depot_id} {self.type}"
