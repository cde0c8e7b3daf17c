"""Forms of the public and of the moderators. What was typed is always shown again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medias.langues import langue_active
from reseau.langue.regions import REGIONS
from reseau.models import Ressource

from .actions import LONGUEUR_DEMANDE, Demande
from .etats import Duree, Echelon, Portee
from .models import Amorce
from .regles import AGE_MINIMAL, defaut_de_texte, nettoyer


class CodeField(forms.CharField):
    """The seven words of a slip, typed as one types."""

    def __init__(self, **options: Any) -> None:
        """Take the options of a text field; the label, the hint and the length are ours."""
        attributs = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        super().__init__(
            label=_("Votre code de retrait"),
            help_text=_("Sept mots. Les majuscules, les accents et les espaces n’ont pas d’importance."),
            max_length=300,
            widget=forms.TextInput(attrs=attributs),
            **options,
        )


class TexteLibreField(forms.CharField):
    """Anyone's words: invisible characters removed, the rest left as typed, limits said in plain French."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return nettoyer(str(value or ""))

    def validate(self, value: str) -> None:
        if defaut := defaut_de_texte(value):
            raise forms.ValidationError(defaut)


class AmorceField(forms.ModelChoiceField[Amorce]):
    """The sentences to complete, each in the language of the page where the staff wrote it so."""

    def label_from_instance(self, obj: Amorce) -> str:
        return obj.montree.html


class TemoignerForm(forms.Form):
    """A person's words, how they accept to be named, and the uses they allow."""

    amorce = AmorceField(
        Amorce.objects.none(),
        label=_("Par où commencer?"),
        widget=forms.RadioSelect,
        required=False,
        empty_label=_("J’écris librement"),
        blank=True,
    )
    texte = TexteLibreField(
        label=_("Vos mots"),
        help_text=_(
            "Quelques mots suffisent. Évitez les noms, même le vôtre. Nous ne corrigeons pas votre façon d’écrire."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    region = forms.ChoiceField(
        label=_("Votre région"),
        required=False,
        choices=[("", _("Je préfère ne pas le dire")), *((region.code, region.nom) for region in REGIONS)],
    )
    ressource = forms.ModelChoiceField(
        Ressource.objects.none(),
        label=_("Votre ressource"),
        required=False,
        empty_label=_("Aucune, ou je préfère ne pas le dire"),
    )
    attribution = forms.ChoiceField(
        label=_("Ce que la signature peut dire de plus précis"),
        help_text=_("Si trop peu de personnes pourraient avoir écrit ce texte, la signature sera plus vague."),
        choices=Echelon.choices,
        initial=Echelon.QUEBEC,
        widget=forms.RadioSelect,
    )
    usages = forms.MultipleChoiceField(
        label=_("Où vos mots peuvent paraître"),
        choices=Portee.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un usage, sinon nous ne pouvons rien faire de vos mots.")},
    )
    duree = forms.ChoiceField(
        label=_("Pendant combien de temps"), choices=Duree.choices, initial=Duree.EDITION, widget=forms.RadioSelect
    )
    relecture = forms.BooleanField(
        required=False,
        label=_("Je veux relire le texte proposé avant sa publication."),
        help_text=_(
            "Revenez le lire avec votre code : nous n’avons aucun moyen de vous écrire. Sans votre accord, il ne sera "
            "pas publié."
        ),
    )
    code = CodeField(required=False)
    age = forms.BooleanField(
        label=_("J’ai %(age)s ans ou plus.") % {"age": AGE_MINIMAL},
        error_messages={"required": _("Il faut avoir 14 ans ou plus pour envoyer un texte ici.")},
    )
    # A field that people never see and that scripts fill.
    adresse_web = forms.CharField(required=False, label=_("Laissez ce champ vide"))
    # Judged by the view, which gives a new one in place of one that is missing, spoiled or too old.
    jeton = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer today's sentences and resources."""
        super().__init__(*args, **kwargs)
        self._choisir("amorce", Amorce.objects.proposees())
        self._choisir("ressource", Ressource.objects.actives().order_by("region", "nom"))

    def _choisir(self, nom: str, choix: Any) -> None:
        champ = self.fields[nom]
        if isinstance(champ, forms.ModelChoiceField):
            champ.queryset = choix

    def demande(self, auteur: str = "") -> Demande:
        """Return what was asked, for `actions.deposer`; `auteur`: whose code was typed, if any."""
        donnees = self.cleaned_data
        return Demande(
            texte=donnees["texte"],
            attribution=donnees["attribution"],
            usages=donnees["usages"],
            amorce=donnees["amorce"],
            region=donnees["region"],
            ressource=donnees["ressource"],
            duree=donnees["duree"],
            auteur=auteur,
            relecture_voulue=donnees["relecture"],
            langue=langue_active(),
        )


class CodeForm(forms.Form):
    """What opens the follow-up page."""

    code = CodeField(error_messages={"required": _("Écrivez les sept mots de votre code.")})


class DemandeForm(forms.Form):
    """What an author asks to change in the proposed text."""

    demande = forms.CharField(
        label=_("Ce qu’il faut changer"),
        help_text=_("Une ou deux phrases. Seules les personnes qui lisent votre texte les verront."),
        max_length=LONGUEUR_DEMANDE,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": _("Dites ce qu’il faut changer.")},
    )
