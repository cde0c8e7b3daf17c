"""What a tool gives: a document, a recording, or a link to another site."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtailmedia.edit_handlers import MediaChooserPanel

from medias.donnees import Carte
from medias.langues import Langue

from ..renseignements import CONTENU
from ..traduction.rangees import RangeeTraduite
from .outil import OutilPage


class FichierOutil(RangeeTraduite):
    """One of the three, with its name. The language of a file is its own; that of a link is said here."""

    page = ParentalKey(OutilPage, on_delete=models.CASCADE, related_name="fichiers")
    libelle = models.CharField(_("nom"), max_length=120, help_text=_("« Brochure », « Diapositives », « Corrigé »."))
    note = models.CharField(_("précision"), max_length=120, blank=True, help_text=_("« À imprimer, 11 × 17 po »."))
    document: Any = models.ForeignKey(
        "medias.DocumentCampagne", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document")
    )
    enregistrement: Any = models.ForeignKey(
        "medias.Enregistrement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("enregistrement"),
    )
    adresse = models.URLField(_("ou l’adresse d’un autre site"), blank=True)
    langue = models.CharField(
        _("langue de l’autre site"), max_length=3, choices=Langue, blank=True, help_text=_("Pour un lien seulement.")
    )
    est_accessible = models.BooleanField(
        _("se lit avec un lecteur d’écran"),
        default=False,
        help_text=_(
            "Vérifié : titres, ordre de lecture, images décrites. Sinon, ajoutez au document sa version accessible."
        ),
    )

    panels = [
        FieldRowPanel([FieldPanel("libelle"), FieldPanel("note")]),
        FieldPanel("document"),
        FieldPanel("est_accessible"),
        MediaChooserPanel("enregistrement"),
        FieldRowPanel([FieldPanel("adresse"), FieldPanel("langue")]),
    ]

    donnees = Carte(
        CONTENU.dans("libelle note"),
        autres="id sort_order page locale translation_key document enregistrement adresse langue est_accessible",
    )

    class Meta(RangeeTraduite.Meta):
        verbose_name = _("fichier d’un outil")
        verbose_name_plural = _("fichiers d’un outil")

    def __str__(self) -> str:
        return self.libelle
