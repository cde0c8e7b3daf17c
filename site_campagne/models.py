"""What the administration says of the site itself."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from medias.donnees import Carte
from pages.telephones import est_un_telephone, lien_telephone
from reseau.horloge import aujourdhui
from reseau.renseignements import COORDONNEES

from .fraicheur.marques import Marque
from .planification.modeles import TachePlanifiee

__all__ = ["AccessibiliteSetting", "Marque", "ResponsableSetting", "TachePlanifiee"]


class ResponsableSetting(BaseGenericSetting):
    """The person in charge of personal information: a title and an address that do not change with the person.

    Source: Act respecting the protection of personal information in the private sector (Québec), s. 3.1: the title and
    contact information are published on the website.
    """

    titre = models.CharField(
        _("titre"),
        max_length=120,
        blank=True,
        help_text=_("La fonction, sans nom : « Responsable de la protection des renseignements personnels »."),
    )
    courriel = models.EmailField(
        _("courriel"), blank=True, help_text=_("Une adresse de fonction, qui reste quand la personne change.")
    )

    donnees = Carte(COORDONNEES.dans("titre courriel"), autres="id")

    panels = [FieldPanel("titre"), FieldPanel("courriel")]

    class Meta:
        verbose_name = _("responsable de la vie privée")
        verbose_name_plural = _("responsable de la vie privée")

    def __str__(self) -> str:
        return self.titre

    @property
    def est_complet(self) -> bool:
        """Whether the public can write to someone."""
        return bool(self.titre and self.courriel)


class AccessibiliteSetting(BaseGenericSetting):
    """What only people know of the accessibility of the site: who is told, who looked when, what still catches."""

    courriel = models.EmailField(
        _("courriel"), blank=True, help_text=_("Une adresse de fonction, qui reste quand la personne change.")
    )
    telephone = models.CharField(_("téléphone"), max_length=40, blank=True)
    revue_le = models.DateField(
        _("revu le"),
        null=True,
        blank=True,
        help_text=_("Le jour où une personne a relu le site entier au clavier et au lecteur d’écran."),
    )
    limites = models.TextField(
        _("ce qui accroche encore"),
        blank=True,
        help_text=_("Une limite connue par ligne : où, pour qui, et ce qu’on peut faire en attendant."),
    )

    donnees = Carte(COORDONNEES.dans("courriel telephone"), autres="id revue_le limites")

    panels = [FieldPanel("courriel"), FieldPanel("telephone"), FieldPanel("revue_le"), FieldPanel("limites")]

    class Meta:
        verbose_name = _("accessibilité")
        verbose_name_plural = _("accessibilité")

    def __str__(self) -> str:
        return self.courriel or self.telephone

    def clean(self) -> None:
        """Check the settings: a number that can be dialled, a date that is not ahead."""
        super().clean()
        erreurs = {}
        if self.telephone and not est_un_telephone(self.telephone):
            erreurs["telephone"] = _now("Écrivez un numéro à dix chiffres.")
        if self.revue_le and self.revue_le > aujourdhui():
            erreurs["revue_le"] = _now("Cette date n’est pas encore arrivée.")
        if erreurs:
            raise ValidationError(erreurs)

    @property
    def est_complet(self) -> bool:
        """Whether the public can tell someone."""
        return bool(self.courriel or self.telephone)

    @property
    def lien_telephone(self) -> str:
        """What dials the number."""
        return lien_telephone(self.telephone)

    @property
    def liste_des_limites(self) -> list[str]:
        """What still catches, one by one."""
        return [ligne.strip() for ligne in self.limites.splitlines() if ligne.strip()]
