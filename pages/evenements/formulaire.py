"""What a resource types of an event: a first screen that is enough, and the details."""

from datetime import date
from typing import Any, ClassVar, Final
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from reseau.horloge import maintenant
from reseau.models.validateurs import a_une_adresse

from ..models.evenement import Evenement
from ..regles import PREMIERE_EDITION
from ..telephones import est_un_telephone
from .etats import ACCES, CHAMPS_SAISIS, DATES, Modalite, Reponse
from .formulaire_heures import HeureField, HorsHoraire, bornes, horaire

LIEU_PRECIS: Final = ("lieu", "adresse")
DUREE: Final = ("jour", "heure_debut", "heure_fin", "dernier_jour")
ESSENTIEL: Final = (
    "genre", "titre", *DUREE,
    "modalite", *LIEU_PRECIS, "municipalite", "courriel_public", "telephone_public",
)  # fmt: skip
DETAILS: Final = ("description", "langue", "lien_en_ligne", "lien_inscription", "cout", "region", "lieu_masque")
# Where an address could be told though it must not.
_BAVARDS: Final = ("titre", "description", "contact_acces")
ANNEES_A_VENIR: Final = 2
REPONSES = [(Reponse.OUI, _("Oui")), (Reponse.NON, _("Non")), (Reponse.INCONNU, _("Non précisé"))]


class AdresseWebField(forms.URLField):
    """An address of the web; https when nothing is said, and nothing else than http."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        """Take `https` for granted."""
        super().__init__(assume_scheme="https", **kwargs)


class JourField(forms.DateField):
    """A day, in a year that an event may have."""

    default_error_messages = {"invalid": _("Écrivez la date ainsi : 2026-10-10.")}

    def __init__(self, **kwargs: Any) -> None:
        """Ask with the calendar of the browser."""
        choix = forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d")
        super().__init__(widget=choix, input_formats=["%Y-%m-%d", "%d/%m/%Y"], **kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse what a slip of the finger makes: the year 26, the year 20266."""
        jour: date | None = super().clean(value)
        if jour and not PREMIERE_EDITION <= jour.year <= maintenant().year + ANNEES_A_VENIR:
            raise forms.ValidationError(_now("Vérifiez l’année."))
        return jour


class EvenementForm(forms.ModelForm[Evenement]):
    """The event as its resource writes it. Once valid, `instance` holds all that was typed; nothing is saved here."""

    jour = JourField(label=_("Date"))
    heure_debut = HeureField(label=_("Heure de début"), help_text=_("13 h, 13:30 ou 1330."))
    heure_fin = HeureField(label=_("Heure de fin"), help_text=_("24 h pour minuit."))
    dernier_jour = JourField(
        label=_("Dernier jour"), required=False, help_text=_("Seulement s’il finit un autre jour.")
    )
    lien_en_ligne = AdresseWebField(label=_("Lien pour y assister en ligne"), required=False, max_length=200)
    lien_inscription = AdresseWebField(label=_("Lien pour s’inscrire"), required=False, max_length=200)

    class Meta:
        model = Evenement
        fields = tuple(champ for champ in CHAMPS_SAISIS if champ not in DATES)
        labels: ClassVar = {
            "titre": _("Titre"),
            "genre": _("Genre d’activité"),
            "modalite": _("Où"),
            "lieu": _("Nom du lieu"),
            "adresse": _("Adresse"),
            "municipalite": _("Municipalité"),
            "region": _("Région"),
            "description": _("Description"),
            "langue": _("Langue"),
            "cout": _("Coût"),
            "lieu_masque": _("N’afficher que la municipalité"),
            "contact_acces": _("À qui parler de ses besoins"),
            "courriel_public": _("Courriel pour le public"),
            "telephone_public": _("Téléphone pour le public"),
        }
        widgets: ClassVar = {
            **dict.fromkeys(ACCES, forms.RadioSelect),
            "description": forms.Textarea(attrs={"rows": 5}),
            "adresse": forms.TextInput(attrs={"autocomplete": "address-line1"}),
            "municipalite": forms.TextInput(attrs={"autocomplete": "address-level2"}),
            "courriel_public": forms.EmailInput(attrs={"autocomplete": "email"}),
            "telephone_public": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            "contact_acces": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Start from what `instance` says; a hidden resource is not asked where it is."""
        super().__init__(*args, **kwargs)
        self.order_fields([*ESSENTIEL, *DETAILS, *ACCES])
        if not self.instance._state.adding:
            moment = horaire(self.instance.debut, self.instance.fin, ZoneInfo(settings.TIME_ZONE))
            self.initial = {**moment, **self.initial}
        if self._reste_masque:
            for nom in (*LIEU_PRECIS, "lieu_masque"):
                del self.fields[nom]
        self.fields["municipalite"].required = self["modalite"].value() != Modalite.EN_LIGNE
        for nom, champ in self.fields.items():
            champ.widget.attrs.pop("maxlength", None)  # a browser cuts in silence what is pasted too long
            if champ.required:
                champ.error_messages["required"] = _now("Remplissez ce champ.")
            if nom in ACCES and isinstance(champ, forms.ChoiceField):
                champ.choices = REPONSES

    @property
    def _reste_masque(self) -> bool:
        return self.instance.ressource.lieu_masque

    def _champs(self, noms: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[nom] for nom in noms if nom in self.fields]

    @property
    def quoi(self) -> list[forms.BoundField]:
        """What it is."""
        return self._champs(("genre", "titre"))

    @property
    def quand(self) -> list[forms.BoundField]:
        """When."""
        return self._champs(DUREE)

    @property
    def ou(self) -> list[forms.BoundField]:
        """Where, and who to ask."""
        return self._champs(ESSENTIEL[6:])

    @property
    def details(self) -> list[forms.BoundField]:
        """What can wait."""
        return self._champs(DETAILS)

    @property
    def acces(self) -> list[forms.BoundField]:
        """The questions about access, one by one."""
        return self._champs(ACCES)

    @property
    def details_ouverts(self) -> bool:
        """Whether what can wait has to be seen now."""
        return bool(self.errors.keys() & {*DETAILS, *ACCES, "contact_acces"})

    def clean_telephone_public(self) -> str:
        """Refuse a number that none can dial."""
        numero: str = self.cleaned_data["telephone_public"]
        if numero and not est_un_telephone(numero):
            raise forms.ValidationError(_now("Ce numéro ne se compose pas : écrivez « 514 555-0100 »."))
        return numero

    def clean(self) -> dict[str, Any]:
        """Put the day and the hours together; keep a hidden place hidden."""
        donnees: dict[str, Any] = super().clean() or {}
        if not self.errors.keys() & set(DUREE):
            self._poser_le_moment(donnees)
        if self._reste_masque:
            self.instance.lieu_masque, self.instance.lieu, self.instance.adresse = True, "", ""
        if self._reste_masque or donnees.get("lieu_masque"):
            for nom in _BAVARDS:
                if a_une_adresse(donnees.get(nom, "")):
                    self.add_error(nom, _now("Une adresse s’y lit, alors que seule la municipalité doit paraître."))
        return donnees

    def _poser_le_moment(self, donnees: dict[str, Any]) -> None:
        publie_jusque = self.instance.fin if self.instance.live else None
        try:
            debut, fin = bornes(**{nom: donnees[nom] for nom in DUREE}, fuseau=ZoneInfo(settings.TIME_ZONE))
        except HorsHoraire as erreur:
            self.add_error(erreur.champ, str(erreur))
            return
        if fin <= maintenant() and fin != publie_jusque:
            self.add_error("jour", _now("Cette date est passée."))
            return
        self.instance.debut, self.instance.fin = debut, fin
