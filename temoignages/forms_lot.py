"""Forms of a workshop's batch: its file or its pasted lines, and what the resource attests."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medias.tableaux import TAILLE_MAX, TROP_LOURD
from reseau.horloge import aujourdhui

from .actions import Confirmation, Versement
from .contenus import Saisie
from .etats import Duree, Echelon, Portee
from .models import Amorce
from .regles import EDITIONS, edition_de, fin_de_consentement

# A resource gives the words of this year, or of a workshop whose file it finds again.
EDITIONS_OFFERTES = 3
ACCEPTES = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FichierForm(forms.Form):
    """A workshop's file."""

    fichier = forms.FileField(
        label=_("Fichier CSV ou XLSX"),
        help_text=_(
            "Une ligne par phrase, avec les colonnes : amorce, texte, ressource, attribution et, au besoin, personne. "
            "2 Mo au plus."
        ),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTES}),
    )
    edition = forms.IntegerField(label=_("Édition"), min_value=EDITIONS.start, max_value=EDITIONS[-1])

    def clean_fichier(self) -> Any:
        return _pas_trop_lourd(self.cleaned_data["fichier"])


class VersementForm(forms.Form):
    """The words of a resource: pasted lines or a file, and what is chosen once for all of them."""

    collage = forms.CharField(
        label=_("Collez vos lignes ici"),
        required=False,
        strip=False,
        help_text=_(
            "Un texte par ligne. Ou un tableau copié d’Excel, avec sa ligne de titres : phrase, texte, personne."
        ),
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off", "spellcheck": "false"}),
    )
    fichier = forms.FileField(
        label=_("Ou choisissez un fichier"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "CSV ou XLSX, 2 Mo au plus. La première ligne nomme les colonnes; seule « texte » est obligatoire."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTES}),
    )
    amorce = forms.ModelChoiceField(
        Amorce.objects.none(),
        label=_("La phrase que ces textes complètent"),
        required=False,
        empty_label=_("Aucune : ce sont des textes libres"),
        to_field_name="texte",
    )
    attribution = forms.ChoiceField(
        label=_("Ce que la signature peut dire de plus précis"),
        help_text=_("Si trop peu de personnes pourraient avoir écrit un texte, la signature sera plus vague."),
        choices=[
            (Echelon.RESSOURCE, _("La ressource et sa région")),
            (Echelon.REGION, _("La région seulement")),
            (Echelon.QUEBEC, _("Le Québec, sans plus de précision")),
        ],
        initial=Echelon.QUEBEC,
        widget=forms.RadioSelect,
    )
    edition = forms.TypedChoiceField(label=_("Pour la campagne de"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer today's sentences, and the last campaigns."""
        super().__init__(*args, **kwargs)
        amorce, edition, courante = self.fields["amorce"], self.fields["edition"], edition_de(aujourdhui())
        if isinstance(amorce, forms.ModelChoiceField):
            amorce.queryset = Amorce.objects.proposees()
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [(annee, str(annee)) for annee in range(courante, courante - EDITIONS_OFFERTES, -1)]
        self.initial.setdefault("edition", courante)

    def clean_fichier(self) -> Any:
        return _pas_trop_lourd(self.cleaned_data["fichier"])

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, not for both."""
        donnees: dict[str, Any] = super().clean() or {}
        if "fichier" in self.errors or "collage" in self.errors:
            return donnees
        colle, fichier = donnees["collage"].strip(), donnees["fichier"]
        if colle and fichier:
            self.add_error("fichier", _("Vous avez aussi collé des lignes : gardez l’un ou l’autre."))
        elif not colle and fichier is None:
            self.add_error("collage", _("Collez au moins une ligne, ou choisissez un fichier."))
        elif fichier is not None and not fichier.size:
            self.add_error("fichier", _("Le fichier est vide."))
        return donnees

    @property
    def fautif(self) -> str:
        """The field that what cannot be read came by."""
        return "fichier" if self.cleaned_data.get("fichier") else "collage"

    def versement(self) -> Versement:
        """Return what was sent, for `actions.verser`."""
        donnees = self.cleaned_data
        fichier = donnees["fichier"]
        saisie = Saisie(
            collage="" if fichier else donnees["collage"],
            amorce=donnees["amorce"].texte if donnees["amorce"] else "",
            attribution=donnees["attribution"],
        )
        return Versement(saisie, fichier.read() if fichier else b"", donnees["edition"])


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
    def champs_des_ressources(self) -> list[forms.BoundField]:
        """The fields that ask how many people took part."""
        return [self[nom] for nom in self._cles]

    def confirmation(self) -> Confirmation:
        """Return what was attested, for `actions.confirmer_lot`; unknown numbers are absent."""
        donnees = self.cleaned_data
        return Confirmation(
            attestation=donnees["attestation"],
            participants={cle: donnees[nom] for nom, cle in self._cles.items() if donnees.get(nom)},
            duree=donnees["duree"],
            usages=donnees.get("usages", (Portee.WEB,)),
            relecture=donnees.get("relecture", False),
            sans_les_erreurs=donnees["sans_les_erreurs"],
        )


class AttestationForm(ConfirmationForm):
    """What a resource attests of its own batch: it also says which uses were accepted, and who wants to read again."""

    usages = forms.MultipleChoiceField(
        label=_("Où les personnes ont accepté que leurs mots paraissent"),
        choices=Portee.choices,
        initial=[Portee.WEB],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un usage.")},
    )
    relecture = forms.BooleanField(
        label=_("Les personnes veulent relire le texte proposé avant qu’il soit publié, avec le code de leur talon."),
        required=False,
    )

    def __init__(self, *args: Any, edition: int, **kwargs: Any) -> None:
        """Keep the campaign: a consent may already be over."""
        super().__init__(*args, **kwargs)
        self._edition = edition
        self.fields["jeton"].required = False  # the view gives a new one in place of one that is missing
        self.fields["attestation"].label = _(
            "J’atteste, pour ma ressource, que chaque personne a accepté ces usages pendant cette durée, qu’elle a "
            "14 ans ou plus, que la ressource garde les signatures, et que chacune recevra son talon."
        )
        self.fields["sans_les_erreurs"].label = _("Verser sans les lignes à corriger")
        for champ in self.champs_des_ressources:
            champ.field.label = champ.label = _("Combien de personnes ont participé?")

    def clean_duree(self) -> str:
        """Refuse a length that is over already: nothing could ever be shown."""
        duree = str(self.cleaned_data["duree"])
        if fin_de_consentement(self._edition, duree) < aujourdhui():
            raise forms.ValidationError(
                _("Pour la campagne de %(edition)s, cette durée est déjà passée : rien ne pourrait paraître.")
                % {"edition": self._edition}
            )
        return duree


def _pas_trop_lourd(fichier: Any) -> Any:
    if fichier and fichier.size > TAILLE_MAX:
        raise forms.ValidationError(TROP_LOURD)
    return fichier
