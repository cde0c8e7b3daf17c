"""Forms of the moderators: one decision a flagged passage, closed lists of reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from medias.langues import Langue

from .actions import Garde, Passage, Remplacement
from .anonymat import Constat
from .etats import Avertissement, MotifGarde, MotifRefus, MotifRenvoi, TypeMarque
from .forms import TexteLibreField
from .models import Theme
from .presentation import nom_du_type


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


def decisions_lues(decisions: "forms.BaseFormSet[DecisionForm]") -> tuple[list[Remplacement], list[Garde]]:
    """Return what a valid set of forms replaces and what it keeps, for `actions.caviarder`."""
    lues = [formulaire.decision() for formulaire in decisions]
    return [d for d in lues if isinstance(d, Remplacement)], [d for d in lues if isinstance(d, Garde)]


F = TypeVar("F", bound=forms.Form)


@dataclass(frozen=True)
class Ligne(Generic[F]):
    """A flagged passage beside its form: `numero` is the one that it bears in the text."""

    numero: int
    passage: str
    constat: Constat
    formulaire: F

    @property
    def type(self) -> str:
        """What was found, in a word or two."""
        return nom_du_type(self.constat.type)


def lignes_de(texte: str, constats: Sequence[Constat], decisions: "forms.BaseFormSet[F]") -> "list[Ligne[F]]":
    """Return each passage of `texte` with its form, in order."""
    paires = enumerate(zip(constats, decisions.forms, strict=False), start=1)
    return [Ligne(numero, texte[c.debut : c.fin], c, formulaire) for numero, (c, formulaire) in paires]


class MarqueForm(forms.Form):
    """Words that the machine did not see, to hide by hand."""

    passage = forms.CharField(
        label=_("Passage à masquer"),
        max_length=500,
        help_text=_(
            "Les mots exacts du texte proposé. Ou sélectionnez-les dans le texte, puis appuyez sur la touche m."
        ),
    )
    type = forms.ChoiceField(label=_("C’est"), choices=TypeMarque.choices)
    texte = forms.CharField(
        label=_("Remplacer par"),
        required=False,
        max_length=200,
        help_text=_("Vide : une mention comme [prénom retiré], [lieu retiré] ou […]."),
    )
    laquelle = forms.IntegerField(
        label=_("Laquelle, si ces mots reviennent"),
        required=False,
        min_value=1,
        help_text=_("1 pour la première fois, 2 pour la deuxième…"),
    )
    toutes = forms.BooleanField(label=_("Toutes les fois"), required=False)

    def lu(self) -> Passage:
        """Return what to hide, for `actions.masquer`."""
        donnees = self.cleaned_data
        laquelle = 0 if donnees["toutes"] else donnees["laquelle"]
        return Passage(donnees["passage"], donnees["type"], donnees["texte"], laquelle)


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
    theme = forms.ModelChoiceField(Theme.objects.all(), label=_("Thème"), required=False, empty_label=_("Aucun"))
    langue = forms.ChoiceField(label=_("Langue du texte"), required=False, choices=Langue.choices)
    theme_sensible = forms.BooleanField(
        label=_("Thème sensible : rendre la signature plus vague d’un cran"), required=False
    )


class RefusForm(forms.Form):
    """Why a text is not retained."""

    motif = forms.ChoiceField(label=_("Ne pas retenir, parce que"))

    def __init__(self, *args: Any, limite: bool = False, **kwargs: Any) -> None:
        """Offer that its author has too many texts published, where it is so (`limite`)."""
        super().__init__(*args, **kwargs)
        motifs = [choix for choix in MotifRefus.choices if limite or choix[0] != MotifRefus.LIMITE]
        champ = self.fields["motif"]
        if isinstance(champ, forms.ChoiceField):
            champ.choices = [("", "—"), *motifs]


class RenvoiForm(forms.Form):
    """Why a second reader sends a text back to the first: what its author asks, only its author can say."""

    motif = forms.ChoiceField(
        label=_("Renvoyer, parce que"),
        choices=[("", "—"), *(choix for choix in MotifRenvoi.choices if choix[0] != MotifRenvoi.AUTEUR)],
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
