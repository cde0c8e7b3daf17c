"""A workshop file: sealed until confirmed, then only its count remains."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte

from ..renseignements import CODE, FICHIER, PROVENANCE


class Lot(models.Model):
    """One import of completed sentences. The file itself is sealed, and destroyed once confirmed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.PositiveSmallIntegerField(_("édition"))
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("importé par"))
    cree_le = models.DateTimeField(_("créé le"))
    contenu = models.BinaryField(null=True)
    empreinte_fichier = models.CharField(max_length=64)
    confirme_le = models.DateTimeField(_("confirmé le"), null=True)
    abandonne_le = models.DateTimeField(null=True)
    # Set when a resource imports in its own space: every line is then its own.
    ressource = models.ForeignKey("reseau.Ressource", models.PROTECT, null=True, blank=True, related_name="lots")
    lignes = models.PositiveIntegerField(_("phrases importées"), default=0)

    donnees = Carte(
        FICHIER.dans("contenu"),
        CODE.dans("empreinte_fichier"),
        PROVENANCE.dans("ressource"),
        ACTE.dans("par cree_le confirme_le abandonne_le"),
        autres="id edition lignes",
    )

    class Meta:
        default_permissions = ()
        ordering = ["-cree_le"]
        constraints = [
            models.UniqueConstraint(
                fields=["empreinte_fichier"],
                condition=models.Q(confirme_le__isnull=False),
                name="un_fichier_importe_une_fois",
            ),
        ]
        verbose_name = _("fichier d’atelier")
        verbose_name_plural = _("fichiers d’ateliers")

    def __str__(self) -> str:
        return str(self.pk)[:8]


class ParticipationAtelier(models.Model):
    """How many people took part in a resource's workshop, as it declared: the attribution ladder needs it."""

    lot = models.ForeignKey(Lot, models.CASCADE, related_name="participations")
    ressource = models.ForeignKey("reseau.Ressource", models.CASCADE, related_name="participations")
    nombre = models.PositiveIntegerField(_("personnes présentes"))

    donnees = Carte(autres="id lot ressource nombre")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["lot", "ressource"], name="une_participation_par_lot")]

    def __str__(self) -> str:
        return f"{self.ressource_id} {self.nombre}"
