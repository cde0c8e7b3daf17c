"""The words of a testimony in another language: a row of their own, approved like the words themselves.

The translation tool of the pages never sees them: it keeps its strings for ever.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte
from medias.langues import Langue

from ..etats import EtatTraduction
from ..renseignements import CODE, MOTS_PUBLIES, SUIVI


class TraductionQuerySet(models.QuerySet["Traduction"]):
    """Reading translations. What the public sees of them also passes by `Temoignage.objects.publies`."""

    def approuvees(self) -> "TraductionQuerySet":
        """Those that someone other than their writers approved."""
        return self.filter(etat=EtatTraduction.APPROUVEE)


class Traduction(models.Model):
    """One testimony in one language. It goes with its testimony: a withdrawal deletes it in the same transaction."""

    temoignage = models.ForeignKey(
        "Temoignage", models.CASCADE, related_name="traductions", verbose_name=_("témoignage")
    )
    langue = models.CharField(_("langue"), max_length=3, choices=Langue)
    texte = models.TextField(_("traduction"))
    etat = models.CharField(_("état"), max_length=12, choices=EtatTraduction, default=EtatTraduction.PROPOSEE)
    # Keyed hash of the words that it translates: it is not shown beside any others.
    empreinte_source = models.CharField(max_length=64)
    # Kept passages: keyed hash of the passage → reason (`MotifGarde`).
    gardes = models.JSONField(default=dict, blank=True)
    constats_ouverts = models.PositiveIntegerField(_("passages à décider"))
    traduite_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    modifiee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    modifiee_le = models.DateTimeField(_("écrite le"))
    approuvee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approuvee_le = models.DateTimeField(_("approuvée le"), null=True)

    objects = TraductionQuerySet.as_manager()

    donnees = Carte(
        MOTS_PUBLIES.dans("texte"),
        CODE.dans("empreinte_source gardes"),
        SUIVI.dans("etat constats_ouverts"),
        ACTE.dans("traduite_par modifiee_par modifiee_le approuvee_par approuvee_le"),
        autres="id temoignage langue",
    )

    class Meta:
        permissions = [("traduire_parole", _("Traduire les paroles publiées"))]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["temoignage", "langue"], name="une_traduction_par_langue"),
            models.CheckConstraint(name="traduction_avec_texte", condition=~Q(texte="") & ~Q(empreinte_source="")),
            models.CheckConstraint(
                name="traduction_approuvee_par_une_autre",
                condition=Q(etat=EtatTraduction.PROPOSEE, approuvee_par__isnull=True, approuvee_le__isnull=True)
                | (
                    Q(etat=EtatTraduction.APPROUVEE, approuvee_par__isnull=False, approuvee_le__isnull=False)
                    & ~Q(approuvee_par=F("traduite_par"))
                    & ~Q(approuvee_par=F("modifiee_par"))
                ),
            ),
            models.CheckConstraint(
                name="traduction_sans_passage_ouvert",
                condition=Q(etat=EtatTraduction.PROPOSEE) | Q(constats_ouverts=0),
            ),
        ]
        verbose_name = _("traduction d’une parole")
        verbose_name_plural = _("traductions des paroles")

    def __str__(self) -> str:
        return f"{self.temoignage_id} {self.langue}"

    @property
    def est_approuvee(self) -> bool:
        """Whether the site may show it."""
        return self.etat == EtatTraduction.APPROUVEE
