"""The reviewed help lines: one settings object, with the date a person last checked the numbers."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.db import Error, models
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.fields import StreamField

from medias.donnees import Carte
from reseau.horloge import aujourdhui

from ..aide import LIGNES, LigneAide
from ..blocs import LigneAideBlock
from ..regles import chiffres_du_numero, est_en_ordre, verification_a_refaire
from ..sous_etat import retenir

journal = logging.getLogger(__name__)


class AideSetting(BaseGenericSetting):
    """Empty lines mean those of the code (`pages.aide`)."""

    lignes = StreamField(
        [("ligne", LigneAideBlock())],
        verbose_name=_("lignes d’aide"),
        blank=True,
        help_text=_(
            "Laissez vide pour garder celles du site. L’ordre est fixé : 1 866 APPELLE, 811, 988, 911; "
            "d’autres lignes peuvent s’y ajouter."
        ),
    )
    verifie_le = models.DateField(
        _("vérifié le"),
        null=True,
        blank=True,
        help_text=_("Le jour où une personne a appelé ou relu chaque ligne. À refaire tous les 180 jours."),
    )

    panels = [FieldPanel("verifie_le"), FieldPanel("lignes")]

    donnees = Carte(autres="id lignes verifie_le")

    class Meta:
        verbose_name = _("lignes d’aide")
        verbose_name_plural = _("lignes d’aide")

    def clean(self) -> None:
        """Check the settings: the four lines in their order, a date that is not ahead."""
        super().clean()
        erreurs: dict[str, Any] = {}
        if self.verifie_le and self.verifie_le > aujourdhui():
            erreurs["verifie_le"] = _now("Cette date n’est pas encore arrivée.")
        numeros = [chiffres_du_numero(bloc.value["telephone"]) for bloc in self.lignes]
        if numeros and not est_en_ordre(numeros):
            erreurs["lignes"] = _now("Gardez ces quatre lignes, dans cet ordre : 1 866 APPELLE, 811, 988, 911.")
        if erreurs:
            raise ValidationError(erreurs)

    @classmethod
    def lignes_affichees(cls, requete: HttpRequest | None = None) -> tuple[LigneAide, ...]:
        """Return the lines that every page shows, in one query at most: the saved ones, or those of the code.

        A database that does not answer never takes the help lines away.
        """
        try:
            lignes = retenir(requete, "aide", cls._lire)
        except Error:
            journal.warning("Help lines not read: those of the code are shown")
            lignes = LIGNES
        return tuple(ligne.traduite() for ligne in lignes)

    @classmethod
    def _lire(cls) -> tuple[LigneAide, ...]:
        reglage = cls.objects.first()
        return tuple(bloc.value.ligne for bloc in reglage.lignes) if reglage and reglage.lignes else LIGNES

    @classmethod
    def est_a_verifier(cls) -> bool:
        """Say whether the staff must check the lines again."""
        return verification_a_refaire(cls.objects.values_list("verifie_le", flat=True).first(), aujourdhui())
