"""The rows of a release: who speaks, whom to call, what each region adds, what the press may print."""

from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from medias.donnees import IMAGE, Carte
from reseau.langue.regions import CODES, region_par_code
from reseau.presentation import en_lieu

from ..regional import commencer_par_le_lieu
from ..renseignements import CONTENU
from ..telephones import lien_telephone
from ..traduction.rangees import RangeeTraduite
from .accord import cle_d_accord

REGION: Final = "region/"  # what the routes of a regional version begin with


class PorteParole(Orderable):
    """A person whom the press may ask for; read from her permission, never typed."""

    page = ParentalKey("pages.CommuniquePage", on_delete=models.CASCADE, related_name="porte_paroles")
    autorisation = cle_d_accord(
        _("personne"), _("Son accord doit être enregistré; sans lui, la page ne se publie pas.")
    )

    panels = [FieldPanel("autorisation")]

    donnees = Carte(autres="id sort_order page autorisation")

    class Meta(Orderable.Meta):
        verbose_name = _("porte-parole")
        verbose_name_plural = _("porte-paroles")

    def __str__(self) -> str:
        return str(self.autorisation or "")


class ContactPresse(RangeeTraduite):
    """Whom to write to: a role, whose address outlives the person."""

    page = ParentalKey("pages.CommuniquePage", on_delete=models.CASCADE, related_name="contacts")
    role = models.CharField(_("rôle"), max_length=120, help_text=_("« Relations avec les médias » plutôt qu’un nom."))
    courriel = models.EmailField(_("courriel"), blank=True, help_text=_("Une adresse de rôle : presse@…"))
    telephone = models.CharField(
        _("téléphone"), max_length=40, blank=True, help_text=_("« 514 555-0100 » ou « 514 555-0100, poste 21 ».")
    )

    champs_gardes = ("telephone",)
    panels = [FieldPanel("role"), FieldRowPanel([FieldPanel("courriel"), FieldPanel("telephone")])]

    donnees = Carte(CONTENU.dans("role courriel telephone"), autres="id sort_order page locale translation_key")

    class Meta(RangeeTraduite.Meta):
        verbose_name = _("contact pour la presse")
        verbose_name_plural = _("contacts pour la presse")

    def __str__(self) -> str:
        return self.role

    @property
    def lien_telephone(self) -> str:
        """The address that dials its number; empty when there is none to dial."""
        return lien_telephone(self.telephone)


class VarianteRegionale(RangeeTraduite):
    """One paragraph that a region adds, at its own address."""

    page = ParentalKey("pages.CommuniquePage", on_delete=models.CASCADE, related_name="variantes")
    region = models.CharField(_("région"), max_length=2, choices=CODES)
    paragraphe = models.TextField(
        _("paragraphe"),
        max_length=1200,
        help_text=_("Le site commence la phrase : « En Estrie, … ». Écrivez seulement la suite."),
    )

    panels = [FieldPanel("region"), FieldPanel("paragraphe")]

    donnees = Carte(CONTENU.dans("paragraphe"), autres="id sort_order page locale translation_key region")

    class Meta(RangeeTraduite.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "region"], name="une_variante_par_region")]
        verbose_name = _("version régionale")
        verbose_name_plural = _("versions régionales")

    def __str__(self) -> str:
        return self.get_region_display()

    @property
    def route(self) -> str:
        """Where it is, under the address of its release."""
        return f"{REGION}{self.region}/"

    @property
    def en_lieu(self) -> str:
        """« en Estrie », « au Bas-Saint-Laurent », “in Estrie”."""
        region = region_par_code(self.region)
        return en_lieu(region) if region else ""

    @property
    def texte(self) -> str:
        """The whole paragraph, from its locative."""
        return commencer_par_le_lieu(self.paragraphe, self.en_lieu)


class PhotoPresse(RangeeTraduite):
    """A photograph given to the press with its credit; beside the text, which the wire takes alone."""

    page = ParentalKey("pages.CommuniquePage", on_delete=models.CASCADE, related_name="photos")
    image: Any = models.ForeignKey("medias.ImageCampagne", models.PROTECT, related_name="+", verbose_name=_("image"))
    legende = models.CharField(_("légende"), max_length=250, blank=True)

    panels = [FieldPanel("image"), FieldPanel("legende")]

    donnees = Carte(IMAGE.dans("image legende"), autres="id sort_order page locale translation_key")

    class Meta(RangeeTraduite.Meta):
        verbose_name = _("photo pour la presse")
        verbose_name_plural = _("photos pour la presse")

    def __str__(self) -> str:
        return self.legende or str(self.image_id)
