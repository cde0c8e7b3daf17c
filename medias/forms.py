"""The form of an image: the file is cleaned before anything else sees it, and its name is thrown away."""

import re
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminTagWidget
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .horloge import aujourdhui
from .models import Personnes
from .traitement import ImageNette, ImageRefusee, reencoder


class ChampImageRecue(WagtailImageField):
    """A file given as an image: what comes out is made of its pixels, or the person reads why not."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.help_text = _("JPEG, PNG, WebP ou HEIC, %(taille)s au plus. Le nom du fichier n’est pas gardé.") % {
            "taille": self.max_upload_size_text
        }

    def to_python(self, data: Any) -> ImageNette | None:
        """Return the image, re-encoded. Raises `ValidationError`."""
        recu = forms.FileField.to_python(self, data)
        if recu is None:
            return None
        if recu.size > self.max_upload_size:
            message = _("Cette image pèse %(taille)s : c’est plus que %(limite)s. Réduisez-la, puis revenez.")
            valeurs = {"taille": filesizeformat(recu.size), "limite": self.max_upload_size_text}
            raise ValidationError(message % valeurs, code="image_trop_lourde")
        try:
            return reencoder(recu)
        except ImageRefusee as refus:
            raise ValidationError(str(refus), code="image_refusee") from refus


class ImageForm(BaseImageForm):
    """An image and its words; Wagtail's own script would copy the name of the file into the title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["personnes"] = None  # asked, never assumed
        if "file" in self.fields:
            avant = self.fields["file"]
            self.fields["file"] = ChampImageRecue(label=avant.label, required=avant.required, widget=forms.FileInput())

    def clean_title(self) -> str:
        """Refuse the name of the file as a title: it may be a person's, or say nothing."""
        titre: str = self.cleaned_data["title"]
        recu = self.files.get(self.add_prefix("file"))
        if recu and _lettres(titre) in {_lettres(recu.name), _lettres(PurePath(recu.name).stem)}:
            raise ValidationError(_("Ce titre est le nom du fichier. Dites plutôt ce que l’image montre."))
        return titre

    def clean(self) -> dict[str, Any]:
        """Ask for the permission of whoever can be recognised."""
        donnees: dict[str, Any] = super().clean() or self.cleaned_data
        accords = donnees.get("autorisations")
        if donnees.get("personnes") == Personnes.ACCORD and accords is not None:
            if not accords:
                self.add_error("autorisations", _("Choisissez l’autorisation de chaque personne reconnaissable."))
            elif self.instance.pk is None and accords.invalides(aujourdhui()).exists():
                self.add_error("autorisations", _("L’une de ces autorisations est échue ou retirée."))
        if donnees.get("personnes") == Personnes.AUCUNE and accords:
            self.add_error("personnes", _("Des autorisations sont choisies : quelqu’un est donc reconnaissable."))
        return donnees

    class Meta(BaseImageForm.Meta):
        widgets = {
            **BaseImageForm.Meta.widgets,
            "tags": AdminTagWidget,
            "description_longue": forms.Textarea(attrs={"rows": 3}),
            "personnes": forms.RadioSelect,
            "autorisations": forms.CheckboxSelectMultiple,
        }


def _lettres(nom: str) -> str:
    return re.sub(r"[\W_]+", " ", nom).strip().casefold()
