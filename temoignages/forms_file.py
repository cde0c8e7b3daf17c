"""Forms of the queues: what a moderator looks for, and how much they read in a day."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reseau.horloge import maintenant
from reseau.langue.regions import REGIONS
from reseau.models import Compte, Ressource

from .files import File
from .models.depot import DepotQuerySet

LECTURES_MIN, LECTURES_MAX = 10, 300
PASSAGES = {
    "identifient": (_("Au moins un qui identifie"), Q(directs_ouverts__gt=0)),
    "restants": (_("Au moins un"), Q(constats_ouverts__gt=0)),
    "aucun": (_("Aucun"), Q(constats_ouverts=0)),
    "inconnu": (_("Pas encore comptés"), Q(directs_ouverts=None)),
}
AGES = (
    (3, _("Plus de 3 jours")),
    (7, _("Plus d’une semaine")),
    (14, _("Plus de deux semaines")),
    (30, _("Plus d’un mois")),
)


class FiltreForm(forms.Form):
    """What a moderator looks for in a queue. Anything else in the address is as good as nothing."""

    region = forms.ChoiceField(label=_("Région"), required=False)
    ressource = forms.ModelChoiceField(
        Ressource.objects.none(), label=_("Ressource"), required=False, empty_label=_("Toutes")
    )
    edition = forms.TypedChoiceField(label=_("Édition"), required=False, coerce=int, empty_value=None)
    passages = forms.ChoiceField(
        label=_("Passages à décider"),
        required=False,
        choices=[("", _("Tous")), *((cle, titre) for cle, (titre, _critere) in PASSAGES.items())],
    )
    age = forms.TypedChoiceField(
        label=_("Reçu depuis"), required=False, coerce=int, empty_value=None, choices=[("", _("Toujours")), *AGES]
    )
    tri = forms.ChoiceField(
        label=_("Ordre"),
        required=False,
        choices=[("", _("Le danger, puis le plus ancien")), ("echeance", _("L’échéance la plus proche"))],
    )
    retard = forms.BooleanField(label=_("En retard seulement"), required=False)
    urgent = forms.BooleanField(label=_("À lire en premier seulement"), required=False)

    def __init__(self, *args: Any, file: File, **kwargs: Any) -> None:
        """Offer what the queue holds; due dates only where there are."""
        super().__init__(*args, **kwargs)
        self._depots = file.depots()
        if not file.depuis:
            del self.fields["retard"], self.fields["tri"]
        presents = list(file.lire().order_by().values_list("region", "ressource", "edition").distinct())
        regions, ressources, editions = ({rang[i] for rang in presents} - {None} for i in range(3))
        self._offrir("region", [(region.code, region.nom) for region in REGIONS if region.code in regions])
        self._offrir("edition", [(annee, annee) for annee in sorted(editions, reverse=True)])
        champ = self.fields["ressource"]
        if isinstance(champ, forms.ModelChoiceField):
            champ.queryset = Ressource.objects.filter(pk__in=ressources)

    def _offrir(self, nom: str, choix: list[tuple[Any, Any]]) -> None:
        champ = self.fields[nom]
        if isinstance(champ, forms.ChoiceField):
            champ.choices = [("", _("Toutes")), *choix]

    def depots(self) -> DepotQuerySet:
        """Return the deposits that answer, in order; a field that makes no sense filters nothing."""
        self.is_valid()
        voulu = {nom: valeur for nom, valeur in self.cleaned_data.items() if valeur}
        simples = {nom: voulu[nom] for nom in ("region", "ressource", "edition", "urgent") if nom in voulu}
        depots = self._depots.filter(**simples)
        if "passages" in voulu:
            depots = depots.filter(PASSAGES[voulu["passages"]][1])
        if "age" in voulu:
            depots = depots.filter(recu_le__lt=maintenant() - timedelta(days=voulu["age"]))
        if "retard" in voulu:
            depots = depots.filter(Q(("echeance__lt", maintenant())))
        return depots.order_by(F("echeance"), "ligne") if "tri" in voulu else depots

    @property
    def requete(self) -> str:
        """The filters in force, as a query string to go on with."""
        self.is_valid()
        return urlencode({nom: self.data[nom] for nom, valeur in self.cleaned_data.items() if valeur})


class PreferencesForm(forms.ModelForm[Compte]):
    """How many texts a person reads in a day, for their own sake."""

    lectures_par_jour = forms.IntegerField(
        label=_("Textes par jour"),
        min_value=LECTURES_MIN,
        max_value=LECTURES_MAX,
        help_text=_("De 10 à 300. Un danger possible passe toujours."),
    )

    class Meta:
        model = Compte
        fields = ["lectures_par_jour"]
