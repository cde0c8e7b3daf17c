"""The forms of an import of events: the file, then the rows that were shown, signed for who saw them."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from medias.tableaux import TAILLE_MAX, TROP_LOURD, FeuilleIllisible
from reseau.models import Compte

from .lignes import FeuilleEvenements, RangeeEvenement, lire_evenements

SEL: Final = "pages.importer_evenements"
DUREE: Final = 3600  # seconds between a preview and its confirmation
# The rows travel in the page, signed, between the two: nothing is kept. Under what one request may carry.
JETON_MAX: Final = 2_000_000


class FichierEvenementsForm(forms.Form):
    """A file, read as soon as it comes: `feuille` holds its rows."""

    fichier = forms.FileField(
        label=_("Fichier CSV ou XLSX"),
        help_text=_("Une ligne par événement : ressource, titre, genre, date, début, fin. 2 Mo au plus."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Le fichier est vide.")},
    )
    feuille: FeuilleEvenements

    def clean_fichier(self) -> Any:
        """Read the file; say in French why it cannot be."""
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(TROP_LOURD)
        try:
            self.feuille = lire_evenements(fichier.read())
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

    def clean_jeton(self) -> list[RangeeEvenement]:
        """Return the rows."""
        try:
            lu: Mapping[str, Any] = signing.loads(self.cleaned_data["jeton"], salt=SEL, max_age=DUREE)
        except signing.BadSignature as erreur:
            raise forms.ValidationError(_("L’aperçu a expiré. Envoyez le fichier de nouveau.")) from erreur
        if lu["par"] != self._par.pk:
            raise forms.ValidationError(_("Cet aperçu n’est pas le vôtre. Envoyez le fichier de nouveau."))
        return [RangeeEvenement(numero, cases) for numero, cases in lu["rangees"]]


def sceller_rangees(rangees: list[RangeeEvenement], par: Compte) -> str:
    """Return the rows as a signed text, which `ConfirmationImportForm` reads."""
    contenu = {"par": par.pk, "rangees": [(rangee.numero, dict(rangee.cases)) for rangee in rangees]}
    return signing.dumps(contenu, salt=SEL, compress=True)
