"""Forms of the translations: what to list, the words in another language, and why a flagged passage stays."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from medias.langues import Langue

from .actions import Garde
from .actions.traduire import LANGUES
from .anonymat import Constat
from .etats import EtatTraduction, MotifGarde
from .forms import TexteLibreField
from .models import Temoignage, Traduction
from .models.temoignage import TemoignageQuerySet

A_TRADUIRE = "a-traduire"
VERS = [(langue.value, langue.label) for langue in reversed(LANGUES)]  # English first


class FiltreTraductionsForm(forms.Form):
    """Which published words to list. Anything else in the address is as good as nothing."""

    vers = forms.ChoiceField(label=_("Traduire vers"), required=False, choices=VERS, initial=Langue.ANGLAIS)
    etat = forms.ChoiceField(
        label=_("Où en est-ce"),
        required=False,
        choices=[("", _("Tout")), (A_TRADUIRE, _("à traduire")), *EtatTraduction.choices],
    )
    edition = forms.TypedChoiceField(label=_("Édition"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the campaign years that have published words."""
        super().__init__(*args, **kwargs)
        annees = Temoignage.objects.publies().order_by("-edition").values_list("edition", flat=True).distinct()
        champ = self.fields["edition"]
        if isinstance(champ, forms.ChoiceField):
            champ.choices = [("", _("Toutes")), *((annee, annee) for annee in annees)]

    @property
    def langue(self) -> Langue:
        """The language to translate into: English unless another is asked for."""
        self.is_valid()
        return Langue(self.cleaned_data.get("vers") or Langue.ANGLAIS)

    def temoignages(self) -> TemoignageQuerySet:
        """Return the published words in another language that answer, the latest campaign first."""
        langue, voulu = self.langue, self.cleaned_data
        siennes = Traduction.objects.filter(temoignage=OuterRef("pk"), langue=langue)
        temoignages = Temoignage.objects.publies().exclude(langue=langue)
        if voulu.get("edition"):
            temoignages = temoignages.filter(edition=voulu["edition"])
        if voulu.get("etat") == A_TRADUIRE:
            return temoignages.exclude(Exists(siennes))
        return temoignages.filter(Exists(siennes.filter(etat=voulu["etat"]))) if voulu.get("etat") else temoignages

    @property
    def requete(self) -> str:
        """The filters in force, as a query string to go on with."""
        self.is_valid()
        return urlencode({nom: self.data[nom] for nom, valeur in self.cleaned_data.items() if valeur})


class TraductionForm(forms.Form):
    """The words in another language."""

    texte = TexteLibreField(
        label=_("Traduction"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_("Dites la même chose, pas plus : ni nom, ni lieu, ni détail que l’original ne dit pas."),
    )


class GardeForm(forms.Form):
    """One flagged passage of the version on screen: change it in the text, or say why it stays."""

    debut = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    fin = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    raison = forms.ChoiceField(
        label=_("Le garder, parce que"),
        required=False,
        choices=[("", _("Pas encore : je le change dans le texte")), *MotifGarde.choices],
    )


GardeFormSet = forms.formset_factory(GardeForm, extra=0, max_num=2000, absolute_max=2000)


def gardes_initiales(constats: Sequence[Constat]) -> list[dict[str, int]]:
    """Return what each flagged passage proposes at first: nothing decided."""
    return [{"debut": constat.debut, "fin": constat.fin} for constat in constats]


def gardes_lues(gardes: "forms.BaseFormSet[GardeForm]") -> list[Garde]:
    """Return what a valid set of forms keeps, for `actions.traduire`."""
    donnees = [formulaire.cleaned_data for formulaire in gardes]
    return [Garde(lu["debut"], lu["fin"], lu["raison"]) for lu in donnees if lu.get("raison")]
