"""The forms that keep the directory: a file of resources, and the two listings of one resource."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from medias.tableaux import TAILLE_MAX, TROP_LOURD, FeuilleIllisible

from .feuilles import FeuilleRessources, RangeeRessource, lire_ressources
from .models import Compte, Ressource

SEL = "reseau.importer_ressources"
DUREE = 3600  # seconds between a preview and its confirmation
# The rows travel in the page, signed, between the two: nothing is kept. Under what one request may carry.
JETON_MAX = 2_000_000


class FichierRessourcesForm(forms.Form):
    """A file, read as soon as it comes: `feuille` holds its rows."""

    fichier = forms.FileField(
        label=_("Fichier CSV ou XLSX"),
        help_text=_("Une ligne par ressource. Les colonnes « nom » et « région » sont obligatoires. 2 Mo au plus."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Le fichier est vide.")},
    )
    feuille: FeuilleRessources

    def clean_fichier(self) -> Any:
        """Read the file; say in French why it cannot be."""
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(TROP_LOURD)
        try:
            self.feuille = lire_ressources(fichier.read())
        except FeuilleIllisible as erreur:
            raise forms.ValidationError(str(erreur)) from erreur
        return fichier


class ConfirmationImportForm(forms.Form):
    """The rows that were shown, signed for the person who saw them."""

    jeton = forms.CharField(widget=forms.HiddenInput, max_length=JETON_MAX)

    def __init__(self, *args: Any, par: Compte, **kwargs: Any) -> None:
        """Keep who confirms: rows shown to someone else are not theirs."""
        super().__init__(*args, **kwargs)
        self._par = par

    def clean_jeton(self) -> list[RangeeRessource]:
        """Return the rows."""
        try:
            lu: Mapping[str, Any] = signing.loads(self.cleaned_data["jeton"], salt=SEL, max_age=DUREE)
        except signing.BadSignature as erreur:
            raise forms.ValidationError(_("L’aperçu a expiré. Envoyez le fichier de nouveau.")) from erreur
        if lu["par"] != self._par.pk:
            raise forms.ValidationError(_("Cet aperçu n’est pas le vôtre. Envoyez le fichier de nouveau."))
        return [RangeeRessource(numero, cases) for numero, cases in lu["rangees"]]


def sceller_rangees(rangees: list[RangeeRessource], par: Compte) -> str:
    """Return the rows as a signed text, which `ConfirmationImportForm` reads."""
    contenu = {"par": par.pk, "rangees": [(rangee.numero, dict(rangee.cases)) for rangee in rangees]}
    return signing.dumps(contenu, salt=SEL, compress=True)


class _ChoixRessource(forms.ModelChoiceField[Ressource]):
    def label_from_instance(self, ressource: Ressource) -> str:
        """Tell apart two resources of one name."""
        return f"{ressource.nom} ({ressource.get_region_display()})"


class DeuxRessourcesForm(forms.Form):
    """The listing that stays, and the one that goes."""

    gardee = _ChoixRessource(Ressource.objects.all(), label=_("La fiche à garder"))
    absorbee = _ChoixRessource(Ressource.objects.all(), label=_("La fiche en trop"))

    def clean(self) -> dict[str, Any]:
        """Refuse one and the same."""
        donnees: dict[str, Any] = super().clean() or {}
        if donnees.get("gardee") and donnees.get("gardee") == donnees.get("absorbee"):
            self.add_error("absorbee", _("Choisissez deux fiches différentes."))
        return donnees
