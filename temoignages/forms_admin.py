"""Forms of the moderators: one decision a flagged passage, a file of a workshop, closed lists of reasons."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from reseau.langue.regions import REGIONS
from reseau.models import Ressource

from .actions import Confirmation, Garde, Remplacement
from .anonymat import Constat
from .etats import Avertissement, Duree, MotifGarde, MotifRefus, MotifRenvoi
from .feuilles import TAILLE_MAX
from .forms import TexteLibreField
from .models.depot import DepotQuerySet
from .regles import EDITIONS


class Choix:
    """What a moderator may do of a flagged passage."""

    REMPLACER, GARDER, ATTENDRE = "remplacer", "garder", "attendre"


class DecisionForm(forms.Form):
    """One flagged passage: replace it, keep it for a reason, or leave it for later."""

    debut = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    fin = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    choix = forms.ChoiceField(
        label=_("Décision"),
        choices=[
            (Choix.REMPLACER, _("Remplacer")),
            (Choix.GARDER, _("Garder")),
            (Choix.ATTENDRE, _("Décider plus tard")),
        ],
        widget=forms.RadioSelect,
    )
    texte = forms.CharField(label=_("Remplacer par"), required=False, max_length=200)
    raison = forms.ChoiceField(label=_("Garder parce que"), required=False, choices=[("", "—"), *MotifGarde.choices])

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        if donnees.get("choix") == Choix.GARDER and not donnees.get("raison"):
            self.add_error("raison", _("Choisissez une raison dans la liste."))
        return donnees

    def decision(self) -> Remplacement | Garde | None:
        """Return the decision for `actions.caviarder`; none while it waits."""
        donnees = self.cleaned_data
        if donnees.get("choix") == Choix.REMPLACER:
            return Remplacement(donnees["debut"], donnees["fin"], donnees["texte"])
        if donnees.get("choix") == Choix.GARDER:
            return Garde(donnees["debut"], donnees["fin"], donnees["raison"])
        return None


def decisions_initiales(constats: Sequence[Constat]) -> list[dict[str, Any]]:
    """Return what each flagged passage proposes at first: replace what identifies, decide of the rest."""
    return [
        {
            "debut": constat.debut,
            "fin": constat.fin,
            "texte": constat.suggestion,
            "choix": Choix.REMPLACER if constat.niveau == "direct" else Choix.ATTENDRE,
        }
        for constat in constats
    ]


DecisionFormSet = forms.formset_factory(DecisionForm, extra=0, max_num=2000, absolute_max=2000)


class RetoucheForm(forms.Form):
    """The whole proposed text, for what the detector missed."""

    texte = TexteLibreField(
        label=_("Texte proposé"),
        help_text=_("Retirez ici ce que la machine n’a pas vu. Ne corrigez ni l’orthographe ni les tournures."),
    )


class SoumissionForm(forms.Form):
    """What the second reader and the public need to know."""

    avertissement = forms.ChoiceField(
        label=_("Avertissement au public"), required=False, choices=[("", _("Aucun")), *Avertissement.choices]
    )
    theme_sensible = forms.BooleanField(
        label=_("Thème sensible : rendre la signature plus vague d’un cran"), required=False
    )


class RefusForm(forms.Form):
    """Why a text is not retained."""

    motif = forms.ChoiceField(label=_("Ne pas retenir, parce que"), choices=[("", "—"), *MotifRefus.choices])


class RenvoiForm(forms.Form):
    """Why a text goes back to its first reader."""

    motif = forms.ChoiceField(label=_("Renvoyer, parce que"), choices=[("", "—"), *MotifRenvoi.choices])


TROP_LOURD = _("Le fichier dépasse 2 Mo. Coupez-le en plusieurs fichiers.")


class FiltreForm(forms.Form):
    """What a moderator looks for in a queue. Anything else in the address is as good as nothing."""

    region = forms.ChoiceField(label=_("Région"), required=False)
    ressource = forms.ModelChoiceField(
        Ressource.objects.none(), label=_("Ressource"), required=False, empty_label=_("Toutes")
    )
    edition = forms.TypedChoiceField(label=_("Édition"), required=False, coerce=int, empty_value=None)
    urgent = forms.BooleanField(label=_("À lire en premier seulement"), required=False)

    def __init__(self, *args: Any, depots: DepotQuerySet, **kwargs: Any) -> None:
        """Offer what the queue holds."""
        super().__init__(*args, **kwargs)
        self._depots = depots
        presents = list(depots.order_by().values_list("region", "ressource", "edition").distinct())
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
        """Return the deposits that answer; a field that makes no sense filters nothing."""
        self.is_valid()
        criteres = {nom: valeur for nom, valeur in self.cleaned_data.items() if valeur}
        return self._depots.filter(**criteres)

    @property
    def requete(self) -> str:
        """The filters in force, as a query string to go on with."""
        self.is_valid()
        return urlencode({nom: self.data[nom] for nom, valeur in self.cleaned_data.items() if valeur})


class FichierForm(forms.Form):
    """A workshop's file."""

    fichier = forms.FileField(
        label=_("Fichier CSV"),
        help_text=_("Une ligne par phrase, avec les colonnes : amorce, texte, ressource, attribution. 2 Mo au plus."),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
    edition = forms.IntegerField(label=_("Édition"), min_value=EDITIONS.start, max_value=EDITIONS[-1])

    def clean_fichier(self) -> Any:
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(TROP_LOURD)
        return fichier


class ConfirmationForm(forms.Form):
    """The attestation of the resource, and how many people took part in each workshop."""

    attestation = forms.BooleanField(
        label=_(
            "La ressource atteste que chaque personne a accepté que ses mots paraissent sur ce site pendant cette "
            "durée, qu’elle a 14 ans ou plus, et qu’elle recevra son talon."
        ),
        error_messages={"required": _("Il faut attester que les personnes ont consenti.")},
    )
    duree = forms.ChoiceField(
        label=_("Durée à laquelle les personnes ont consenti"),
        choices=Duree.choices,
        initial=Duree.EDITION,
        widget=forms.RadioSelect,
    )
    sans_les_erreurs = forms.BooleanField(label=_("Importer sans les lignes à corriger"), required=False)
    jeton = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, ressources: Any = (), **kwargs: Any) -> None:
        """Add one field a resource of the file."""
        super().__init__(*args, **kwargs)
        self._cles = {f"participants-{ressource.pk}": ressource.pk for ressource in ressources}
        for ressource in ressources:
            self.fields[f"participants-{ressource.pk}"] = forms.IntegerField(
                label=ressource.nom,
                required=False,
                min_value=1,
                max_value=1000,
                help_text=_("Personnes présentes. Vide : inconnu."),
            )

    @property
    def noms_des_ressources(self) -> list[str]:
        """Names of the fields that ask how many people took part."""
        return list(self._cles)

    def confirmation(self) -> Confirmation:
        """Return what was attested, for `actions.confirmer_lot`; unknown numbers are absent."""
        donnees = self.cleaned_data
        return Confirmation(
            attestation=donnees["attestation"],
            participants={cle: donnees[nom] for nom, cle in self._cles.items() if donnees.get(nom)},
            duree=donnees["duree"],
            sans_les_erreurs=donnees["sans_les_erreurs"],
        )


class RetraitForm(forms.Form):
    """A person asked, without their code: by the address of the published text, or its number in the queue."""

    identifiant = forms.CharField(
        label=_("Adresse ou identifiant du texte"),
        max_length=200,
        help_text=_("Par exemple /paroles/k7q2m/ pour un texte publié, ou le numéro du dépôt dans la file."),
    )

    def clean_identifiant(self) -> str:
        """Keep the last part of an address."""
        return str(self.cleaned_data["identifiant"]).strip().rstrip("/").rpartition("/")[2]
