"""What the administration sees on its dashboard: what a public page still lacks, what the site did not do."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from .models import AccessibiliteSetting, ResponsableSetting
from .planification.retards import taches_en_retard, travailleur_est_muet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ReglageManquantPanel(Component):
    """Shown until the setting is filled, to those who may fill it."""

    template_name = "site_campagne/admin/reglage_manquant.html"
    modele: ClassVar[type[ResponsableSetting] | type[AccessibiliteSetting]]
    titre: "ClassVar[StrOrPromise]"
    raison: "ClassVar[StrOrPromise]"
    geste: "ClassVar[StrOrPromise]"

    @classmethod
    def si_necessaire(cls, requete: HttpRequest) -> list["ReglageManquantPanel"]:
        """Return the panel when there is something to ask of this person, else nothing."""
        if not requete.user.has_perm(f"site_campagne.change_{cls.modele._meta.model_name}"):
            return []
        reglage = cls.modele.objects.first()
        return [] if reglage and reglage.est_complet else [cls()]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is missing, why, and where to write it."""
        url = reverse("wagtailsettings:edit", args=["site_campagne", self.modele._meta.model_name])
        return {"nom": self.name, "titre": self.titre, "raison": self.raison, "geste": self.geste, "url": url}


class ResponsablePanel(ReglageManquantPanel):
    """Who answers for personal information."""

    name = "responsable-vie-privee"
    order = 51
    modele = ResponsableSetting
    titre = _("Personne ne répond encore de la vie privée")
    raison = _(
        "La loi demande d’afficher le titre et l’adresse de la personne responsable des renseignements personnels."
    )
    geste = _("Inscrire la fonction et l’adresse")


class AccessibilitePanel(ReglageManquantPanel):
    """Whom to tell that a page catches."""

    name = "adresse-accessibilite"
    order = 52
    modele = AccessibiliteSetting
    titre = _("Personne ne reçoit encore les messages sur l’accessibilité")
    raison = _("La page « Accessibilité », au pied du site, promet une adresse où dire ce qui accroche.")
    geste = _("Inscrire une adresse")


class TachesEnRetardPanel(Component):
    """The alarm: the site did not do by itself what it should have. Only a person who keeps the server can help."""

    name = "taches-en-retard"
    template_name = "site_campagne/admin/taches_en_retard.html"
    order = 40

    def __init__(self, titres: "list[StrOrPromise]") -> None:
        """Take what to name."""
        self.titres = titres

    @classmethod
    def si_necessaire(cls, requete: HttpRequest) -> list["TachesEnRetardPanel"]:
        """Return the panel to the administration when something is late, else nothing."""
        if not requete.user.has_perm("site_campagne.change_responsablesetting"):
            return []
        titres = [retard.tache.titre for retard in taches_en_retard()]
        return [cls(titres)] if titres or travailleur_est_muet() else []

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is late."""
        return {"nom": self.name, "titres": self.titres}
