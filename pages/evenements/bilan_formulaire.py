"""What a resource types after its event: a count and a word; then its photographs, one at a time."""

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.forms import ChampImageRecue
from reseau.horloge import aujourdhui

from ..models import BilanEvenement
from ..nombres import lire_nombre
from .bilan import Accord

ACCEPTES: Final = "image/jpeg,image/png,image/webp,image/avif,image/heic"
DUREE_MAXIMALE: Final = timedelta(days=366 * 5)


class NombreField(forms.IntegerField):
    """A count, as people write it: « 1 200 »."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Écrivez un nombre seulement : 40, 1 200.")}

    def to_python(self, value: Any) -> int | None:
        """Read it with its spaces."""
        lu = lire_nombre(str(value)) if value not in self.empty_values else None
        return super().to_python(str(lu) if lu is not None else value)


class BilanForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The count and the word."""

    participants = NombreField(
        label=_("Combien de personnes sont venues?"),
        required=False,
        min_value=0,
        validators=[MaxValueValidator(99_999)],
        help_text=_("À peu près suffit. Laissez vide si personne n’a compté."),
    )

    class Meta:
        model = BilanEvenement
        fields = ["participants", "mot"]
        labels = {"mot": _("Un mot pour la fédération")}
        help_texts = {"mot": _("Ce qui a marché, ou pas. Seules votre équipe et la fédération le liront.")}
        widgets = {"mot": forms.Textarea(attrs={"rows": 4})}


class PhotoForm(forms.Form):
    """One photograph, and the permission of whoever is recognised on it."""

    image = ChampImageRecue(
        label=_("Photo"),
        widget=forms.FileInput(attrs={"accept": ACCEPTES}),
    )
    texte = forms.CharField(
        label=_("Ce que la photo montre"),
        max_length=250,
        help_text=_("Une phrase, pour qui ne la voit pas. Sans nom de personne."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    personnes = forms.TypedChoiceField(
        label=_("Reconnaît-on quelqu’un?"),
        choices=[("non", _("non, personne")), ("oui", _("oui, et chaque personne a donné son accord par écrit"))],
        coerce=lambda valeur: valeur == "oui",
        widget=forms.RadioSelect,
        help_text=_("De dos, de loin ou par un tatouage, une personne peut se reconnaître. Sans accord, pas de photo."),
    )
    accord_donne_le = forms.DateField(
        label=_("Accord donné le"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    accord_jusqu_au = forms.DateField(
        label=_("Accord valable jusqu’au"),
        required=False,
        help_text=_("La photo sera effacée le lendemain. Cinq ans au plus."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    accord_preuve = forms.CharField(
        label=_("Où gardez-vous l’accord signé?"),
        required=False,
        max_length=200,
        help_text=_("Par exemple « classeur des accords, no 12 ». Ne nommez personne."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the whole permission when somebody is recognised, and for nothing when nobody is."""
        lu: dict[str, Any] = super().clean() or {}
        if lu.get("personnes"):
            for champ in ("accord_donne_le", "accord_jusqu_au", "accord_preuve"):
                if not lu.get(champ) and champ not in self.errors:
                    self.add_error(
                        champ, _now("Sans cette réponse, une photo où l’on reconnaît quelqu’un est refusée.")
                    )
            self._verifier_les_dates(lu.get("accord_donne_le"), lu.get("accord_jusqu_au"))
        return lu

    def _verifier_les_dates(self, donne: Any, fin: Any) -> None:
        if donne and donne > aujourdhui():
            self.add_error("accord_donne_le", _now("Cette date n’est pas encore venue."))
        if fin and fin < aujourdhui():
            self.add_error("accord_jusqu_au", _now("Cet accord est déjà fini : la photo ne peut pas être gardée."))
        if donne and fin and not donne <= fin <= donne + DUREE_MAXIMALE:
            self.add_error("accord_jusqu_au", _now("De la date de l’accord à cinq ans plus tard."))

    @property
    def accord(self) -> Accord | None:
        """The permission, nothing when nobody is recognised."""
        lu = self.cleaned_data
        if not lu["personnes"]:
            return None
        return Accord(lu["accord_donne_le"], lu["accord_jusqu_au"], lu["accord_preuve"])
