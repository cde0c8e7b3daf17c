"""An invitation to join the people of a resource: a link that serves once, for two weeks."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte

from ..etats import EtatInvitation
from ..horloge import maintenant
from ..renseignements import INVITATION
from .compte import masquer
from .ressource import Ressource

if TYPE_CHECKING:
    from datetime import datetime


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Reading invitations."""

    def en_attente(self) -> "InvitationQuerySet":
        """Those whose link still opens."""
        return self.filter(etat=EtatInvitation.EN_ATTENTE, expire_le__gt=maintenant())

    def echues(self) -> "InvitationQuerySet":
        """Those that nobody answered in time, and that still hold an address."""
        return self.filter(etat=EtatInvitation.EN_ATTENTE, expire_le__lte=maintenant())

    def terminees_avant(self, instant: "datetime") -> "InvitationQuerySet":
        """Those of no more use, whose link ended before `instant`."""
        return self.exclude(etat=EtatInvitation.EN_ATTENTE).filter(expire_le__lte=instant)


class Invitation(models.Model):
    """An invitation. What stands here opens nothing: the link is signed with the site's secret."""

    ressource = models.ForeignKey(Ressource, on_delete=models.CASCADE, related_name="invitations")
    adresse = models.EmailField(_("courriel"), blank=True)
    grain = models.CharField(max_length=32, editable=False)
    etat = models.CharField(_("état"), max_length=12, choices=EtatInvitation, default=EtatInvitation.EN_ATTENTE)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    cree_le = models.DateTimeField(default=maintenant)
    expire_le = models.DateTimeField()
    envoyee_le = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    donnees = Carte(
        INVITATION.dans("adresse"), ACTE.dans("par cree_le"), autres="id ressource grain etat expire_le envoyee_le"
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-cree_le", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(etat=EtatInvitation.EN_ATTENTE) | Q(adresse=""),
                name="invitation_terminee_sans_adresse",
            ),
            models.UniqueConstraint(
                fields=["ressource", "adresse"],
                condition=Q(etat=EtatInvitation.EN_ATTENTE),
                name="une_invitation_par_ressource_et_adresse",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ressource} ({self.pk})"

    @property
    def est_ouverte(self) -> bool:
        """Whether the link still opens."""
        return self.etat == EtatInvitation.EN_ATTENTE and self.expire_le > maintenant()

    @property
    def adresse_masquee(self) -> str:
        """The address, as colleagues see it."""
        return masquer(self.adresse)
