"""Key figures: a series is what is counted, a value is how many there were on a day, and who says so.

A value never changes: a page shows tomorrow the number that was approved in it. To correct one, add another of the same
date; the gate `CHIFFRES` then refuses the former one, and two public pages that would disagree.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import ReferenceIndex

from medias.donnees import Carte
from medias.langues import Langue

from ..etats import Qualificatif
from ..nombres import avec_unite, ecrire_nombre, lire_nombre
from ..presentation import date_courte


def sans_zeros(nombre: Decimal) -> Decimal:
    """Return the same number without the zeros that its column adds: 12.5000 is 12.5."""
    return nombre.quantize(Decimal(1)) if nombre == nombre.to_integral_value() else nombre.normalize()


class NombreFormField(forms.DecimalField):
    """A number typed as in Québec."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        """Return the number, or refuse it with the way to write it."""
        if isinstance(value, str) and value.strip():
            value = lire_nombre(value)
            if value is None:
                raise ValidationError(_now("Écrivez un nombre : 20 000 ou 12,5."))
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number as it is typed, which is in French whatever the language of the screen."""
        return ecrire_nombre(sans_zeros(value), Langue.FRANCAIS) if isinstance(value, Decimal) else value


class NombreField(models.DecimalField[Any, Any]):
    """A decimal whose forms accept a comma and spaces."""

    def formfield(self, **options: Any) -> Any:
        """Return the field of a form."""
        return super().formfield(**{"form_class": NombreFormField, **options, "localize": False})


class SerieChiffreForm(WagtailAdminModelForm):
    """A value that a public page shows stays."""

    def clean(self) -> dict[str, Any]:
        """Refuse to delete what is quoted."""
        propre: dict[str, Any] = super().clean()
        rangees = self.formsets["valeurs"]
        for rangee in rangees.deleted_forms if rangees.is_valid() else ():
            if rangee.instance.pk and rangee.instance.est_citee:
                raise ValidationError(
                    _now("« %(valeur)s » est citée dans une page : elle ne s’efface pas.") % {"valeur": rangee.instance}
                )
        return propre


class SerieChiffre(ClusterableModel):
    """What is counted."""

    libelle = models.CharField(
        _("libellé"),
        max_length=160,
        help_text=_("Ce qui est compté, sans le nombre : « personnes accueillies en un an »."),
    )
    unite = models.CharField(
        _("unité"), max_length=20, blank=True, help_text=_("« % », « $ », « h »; vide pour compter des choses.")
    )
    definition = models.TextField(
        _("définition"), max_length=600, help_text=_("Ce qui entre dans le compte, et ce qui n’y entre pas.")
    )

    donnees = Carte(autres="id libelle unite definition")

    base_form_class = SerieChiffreForm
    panels = [
        FieldPanel("libelle"),
        FieldPanel("unite"),
        FieldPanel("definition"),
        InlinePanel(
            "valeurs",
            label=_("valeur"),
            heading=_("Valeurs"),
            help_text=_("Une valeur ne se modifie pas. Pour la corriger, ajoutez-en une autre à la même date."),
        ),
    ]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("libelle"), name="une_serie_par_libelle")]
        ordering = ["libelle"]
        verbose_name = _("chiffre clé")
        verbose_name_plural = _("chiffres clés")

    def __str__(self) -> str:
        return self.libelle

    @property
    def ancre(self) -> str:
        """Where the page of figures shows it."""
        return f"chiffre-{self.pk}-{slugify(self.libelle)[:40]}"


class ValeurManager(models.Manager["Valeur"]):
    """Values are never read without what they count."""

    def get_queryset(self) -> "models.QuerySet[Valeur]":
        """Return the values with their series."""
        return super().get_queryset().select_related("serie")


class Valeur(models.Model):
    """How many, on a day, according to whom. Written once."""

    FIGES = ("nombre", "qualificatif", "date", "source", "adresse")

    serie = ParentalKey(SerieChiffre, on_delete=models.CASCADE, related_name="valeurs", verbose_name=_("chiffre clé"))
    qualificatif = models.CharField(_("précision"), max_length=8, choices=Qualificatif, default=Qualificatif.EXACT)
    nombre = NombreField(_("nombre"), max_digits=16, decimal_places=4, help_text=_("Par exemple 20 000 ou 12,5."))
    date = models.DateField(_("en date du"))
    source = models.CharField(_("source"), max_length=250, help_text=_("Qui le dit, et où."))
    adresse = models.URLField(_("adresse de la source"), blank=True)
    ajoutee_le = models.DateTimeField(default=timezone.now, editable=False)

    donnees = Carte(autres="id serie qualificatif nombre date source adresse ajoutee_le")

    objects = ValeurManager()

    panels = [
        FieldRowPanel([FieldPanel("qualificatif"), FieldPanel("nombre"), FieldPanel("date")]),
        FieldPanel("source"),
        FieldPanel("adresse"),
    ]

    class Meta:
        ordering = ["-date", "-pk"]
        verbose_name = _("valeur")
        verbose_name_plural = _("valeurs")

    def __str__(self) -> str:
        mots = {"libelle": self.serie.libelle, "valeur": self.texte, "date": date_courte(self.date)}
        return _now("%(libelle)s : %(valeur)s (%(date)s)") % mots

    def clean(self) -> None:
        """Refuse to change a value."""
        super().clean()
        ancienne = Valeur.objects.filter(pk=self.pk).first() if self.pk else None
        if ancienne and any(getattr(ancienne, nom) != getattr(self, nom) for nom in self.FIGES):
            raise ValidationError(
                _now("Une valeur ne se modifie pas : ajoutez-en une autre à la même date, elle la corrigera.")
            )

    @property
    def nombre_texte(self) -> str:
        """« 20 000 », « 12,5 % »."""
        return avec_unite(ecrire_nombre(sans_zeros(self.nombre)), self.serie.unite)

    @property
    def precision(self) -> str:
        """« plus de », « environ »; nothing for an exact number."""
        return "" if self.qualificatif == Qualificatif.EXACT else str(self.get_qualificatif_display())

    @property
    def texte(self) -> str:
        """« plus de 20 000 », « 12,5 % »."""
        return f"{self.precision} {self.nombre_texte}".lstrip()

    @property
    def date_texte(self) -> str:
        """« 10 octobre 2026 »."""
        return date_courte(self.date)

    @property
    def est_citee(self) -> bool:
        """Whether a page shows it."""
        return bool(ReferenceIndex.get_references_to(self).exists())
