"""The two forms of an import from a file: the file, then the rows that were shown, signed for who saw them."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from medias.tableaux import TAILLE_MAX, TROP_LOURD, Feuille, FeuilleIllisible, Rangee

from .models import Compte

DUREE = 3600  # seconds between a preview and its confirmation
# The rows travel in the page, signed, between the two: nothing is kept. Under what one request may carry.
JETON_MAX = 2_000_000


class FichierForm(forms.Form):
    """A file, read as soon as it comes: `feuille` holds its rows. A kind of import says how it reads, and what."""

    aide: ClassVar[Any]
    lire: Callable[[bytes], Feuille]

    fichier = forms.FileField(
        label=_("Fichier CSV ou XLSX"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Le fichier est vide.")},
    )
    feuille: Feuille

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what the file holds."""
        super().__init__(*args, **kwargs)
        self.fields["fichier"].help_text = self.aide

    def clean_fichier(self) -> Any:
        """Read the file; say in French why it cannot be."""
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(TROP_LOURD)
        try:
            self.feuille = self.lire(fichier.read())
        except FeuilleIllisible as erreur:
            raise forms.ValidationError(str(erreur)) from erreur
        return fichier


class ConfirmationForm(forms.Form):
    """The rows that were shown, signed for the person who saw them."""

    jeton = forms.CharField(widget=forms.HiddenInput, max_length=JETON_MAX)

    def __init__(self, *args: Any, par: Compte, sel: str, **kwargs: Any) -> None:
        """Keep who confirms, and what kind of import: rows shown to someone else, or elsewhere, are not theirs."""
        super().__init__(*args, **kwargs)
        self._par, self._sel = par, sel

    def clean_jeton(self) -> list[Rangee]:
        """Return the rows."""
        try:
            lu: Mapping[str, Any] = signing.loads(self.cleaned_data["jeton"], salt=self._sel, max_age=DUREE)
        except signing.BadSignature as erreur:
            raise forms.ValidationError(_("L’aperçu a expiré. Envoyez le fichier de nouveau.")) from erreur
        if lu["par"] != self._par.pk:
            raise forms.ValidationError(_("Cet aperçu n’est pas le vôtre. Envoyez le fichier de nouveau."))
        return [Rangee(numero, cases) for numero, cases in lu["rangees"]]


def sceller_rangees(rangees: list[Rangee], par: Compte, sel: str) -> str:
    """Return the rows as a signed text, which `ConfirmationForm` reads; `sel` names the kind of import."""
    contenu = {"par": par.pk, "rangees": [(rangee.numero, dict(rangee.cases)) for rangee in rangees]}
    return signing.dumps(contenu, salt=sel, compress=True)
