"""The form of a track: a file or words typed, examined caption by caption before anything is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtailmedia.widgets import AdminMediaChooser

from .constats import dire
from .examen import LONGUEUR_MAX, depuis_srt, est_du_srt, examiner
from .models import Enregistrement, Piste
from .transcription import normaliser

POIDS_MAX = 2 * LONGUEUR_MAX  # bytes
DITS_MAX = 12  # beyond, nobody reads them


class ChampSousTitres(forms.FileField):
    """A file of captions; what comes out is its text, in WebVTT."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Fichier de sous-titres"),
            required=False,
            widget=forms.FileInput(attrs={"accept": ".vtt,.srt"}),
            help_text=gettext_lazy("WebVTT (.vtt) ou SubRip (.srt). Il remplace le texte ci-dessous."),
        )

    def to_python(self, data: Any) -> Any:
        """Return the text of the file. Raises `ValidationError`."""
        recu = super().to_python(data)
        if recu is None:
            return None
        if recu.size > POIDS_MAX:
            raise ValidationError(_("Ce fichier dépasse 2 Mo : ce ne sont pas des sous-titres."))
        try:
            texte: str = recu.read().decode("utf-8-sig")
        except UnicodeDecodeError as erreur:
            message = _("Ce fichier n’est pas en UTF-8 (octet %(rang)s). Enregistrez-le en UTF-8, puis revenez.")
            raise ValidationError(message % {"rang": erreur.start + 1}) from erreur
        return depuis_srt(texte) if est_du_srt(texte) else texte


class PisteForm(WagtailAdminModelForm):
    """The words of a recording in one language; a change of words makes them a draft again."""

    data: Any
    fichier = ChampSousTitres()

    field_order = ["enregistrement", "langue", "fichier", "vtt"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vtt"].required = False  # the file may bring it

    def clean(self) -> dict[str, Any]:
        """Take the text of the file, if there is one, into the field where it can be corrected; then examine it."""
        donnees: dict[str, Any] = super().clean() or self.cleaned_data
        if "fichier" in self.errors:
            return donnees
        if donnees.get("fichier") is not None:
            donnees["vtt"] = donnees["fichier"]
            self.data = {**self.data.dict(), self.add_prefix("vtt"): donnees["vtt"]}
        enregistrement = donnees.get("enregistrement") or getattr(self.instance, "enregistrement", None)
        donnees["vtt"] = normaliser(donnees.get("vtt") or "")
        refus = [c for c in examiner(donnees["vtt"], _duree(enregistrement)) if c.defaut.est_un_refus]
        for constat in refus[:DITS_MAX]:
            self.add_error("vtt", dire(constat))
        if (reste := len(refus) - DITS_MAX) > 0:
            self.add_error("vtt", ngettext("Et une autre.", "Et %(reste)s autres.", reste) % {"reste": reste})
        return donnees

    def save(self, commit: bool = True) -> Piste:
        """Write the words; new ones await their review."""
        if self.cleaned_data["vtt"] != self.initial.get("vtt"):
            self.instance.remettre_en_brouillon()
        piste: Piste = super().save(commit)
        return piste

    class Meta:
        model = Piste
        fields = ["vtt"]
        widgets = {"vtt": forms.Textarea(attrs={"rows": 24, "spellcheck": "true", "class": "piste-texte"})}
        help_texts = {
            "vtt": gettext_lazy(
                "Une réplique : ses temps, puis ses mots, puis une ligne vide. « <v Nom> » dit qui parle;"
                " « NOTE titre: … » met un titre dans la transcription."
            )
        }


class NouvellePisteForm(PisteForm):
    """As above, for a recording and a language that have none yet."""

    def clean(self) -> dict[str, Any]:
        """Refuse a second track in one language, next to the language."""
        donnees = super().clean()
        if Piste.objects.filter(enregistrement=donnees.get("enregistrement"), langue=donnees.get("langue")).exists():
            self.add_error("langue", _("Cet enregistrement a déjà ses mots dans cette langue : ouvrez-les plutôt."))
        return donnees

    class Meta(PisteForm.Meta):
        fields = ["enregistrement", "langue", "vtt"]
        widgets = {**PisteForm.Meta.widgets, "enregistrement": AdminMediaChooser}


def _duree(enregistrement: Enregistrement | None) -> float:
    return enregistrement.duration if enregistrement else 0
