"""The form of a document: the file is cleaned before anything else sees it, and its name is thrown away."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.widgets import AdminTagWidget
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from .nettoyage import DocumentNet, DocumentRefuse, nettoyer
from .niveaux import Niveau
from .pannes import exiger_le_magasin
from .poids import poids_lisible
from .titres import TitreChoisiForm

# A new document replaces nothing yet, and is tied to another once it exists.
PAS_ENCORE = ("changement", "version_accessible")


class ChampDocumentRecu(WagtailDocumentField):
    """A file given as a document: what comes out says nothing of who made it, or the person reads why not."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators.append(exiger_le_magasin)
        self.help_text = _(
            "PDF, Word, Excel, PowerPoint, LibreOffice, EPUB ou texte, %(taille)s au plus. "
            "Ni le nom du fichier ni celui de ses auteurs ne sont gardés."
        ) % {"taille": poids_lisible(self.max_upload_size)}

    def to_python(self, data: Any) -> DocumentNet | None:
        """Return the document, cleaned. Raises `ValidationError`."""
        recu = forms.FileField.to_python(self, data)
        if recu is None:
            return None
        try:
            return nettoyer(recu)
        except DocumentRefuse as refus:
            raise ValidationError(str(refus), code="document_refuse") from refus


class DocumentForm(TitreChoisiForm, BaseDocumentForm):
    """A document and its words; a file that replaces another says what changed."""

    titre_refuse = _lazy("Ce titre est le nom du fichier. Dites plutôt ce que le document contient.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.par = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            avant = self.fields["file"]
            self.fields["file"] = ChampDocumentRecu(
                label=avant.label, required=avant.required, widget=forms.FileInput()
            )
        for champ in PAS_ENCORE if self.instance.pk is None else ():
            self.fields.pop(champ, None)

    def clean_file(self) -> Any:
        """Write the title that was typed in the file, for those who hear it."""
        fichier = self.cleaned_data["file"]
        return fichier.avec_titre(self.cleaned_data.get("title", "")) if isinstance(fichier, DocumentNet) else fichier

    def clean_changement(self) -> str:
        """Ask what changed, when a file replaces another."""
        dit: str = self.cleaned_data["changement"].strip()
        remplace = bool(self.files.get(self.add_prefix("file")))
        if remplace and not dit:
            raise ValidationError(_("Dites en une ligne ce qui a changé dans ce nouveau fichier."))
        if remplace and dit == self.initial.get("changement"):
            raise ValidationError(_("Cette ligne est celle de la version d’avant. Dites ce qui a changé cette fois."))
        return dit

    def clean_version_accessible(self) -> Any:
        """Keep accessible versions one step away: none of them has another."""
        autre = self.cleaned_data["version_accessible"]
        if autre is None:
            return None
        if autre.pk == self.instance.pk:
            raise ValidationError(_("Un document n’est pas sa propre version accessible : n’en choisissez pas."))
        if autre.version_accessible_id or self.instance.originaux.exists():
            raise ValidationError(_("Une version accessible n’en a pas une autre : reliez-les à un seul document."))
        return autre

    def clean(self) -> dict[str, Any]:
        """Refuse to promise to everyone what only some may read."""
        donnees: dict[str, Any] = super().clean() or self.cleaned_data
        autre = donnees.get("version_accessible")
        if autre and donnees.get("confidentialite") == Niveau.PUBLIC != autre.confidentialite:
            self.add_error("version_accessible", _("Ce document-là n’est pas public : personne ne pourrait l’ouvrir."))
        return donnees

    def save(self, commit: bool = True) -> Any:
        """Save; the file that another replaces is kept with the document, where Wagtail would delete it."""
        self.original_file = None
        self.instance.remplacee_par = self.par
        return super().save(commit=commit)

    class Meta(BaseDocumentForm.Meta):
        widgets = {**BaseDocumentForm.Meta.widgets, "tags": AdminTagWidget, "version_accessible": AdminDocumentChooser}
