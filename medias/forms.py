"""The form of an image: the file is cleaned before anything else sees it, and its name is thrown away."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.widgets import AdminTagWidget
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .forms_personnes import FichierDePersonnesForm
from .pannes import exiger_le_magasin
from .poids import poids_lisible
from .traitement import ImageNette, ImageRefusee, reencoder


class ChampImageRecue(WagtailImageField):
    """A file given as an image: what comes out is made of its pixels, or the person reads why not."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators.append(exiger_le_magasin)
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
            valeurs = {"taille": poids_lisible(recu.size), "limite": self.max_upload_size_text}
            raise ValidationError(message % valeurs, code="image_trop_lourde")
        try:
            return reencoder(recu)
        except ImageRefusee as refus:
            raise ValidationError(str(refus), code="image_refusee") from refus


class ImageForm(FichierDePersonnesForm, BaseImageForm):
    """An image and its words."""

    titre_refuse = _lazy("Ce titre est le nom du fichier. Dites plutôt ce que l’image montre.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            avant = self.fields["file"]
            self.fields["file"] = ChampImageRecue(label=avant.label, required=avant.required, widget=forms.FileInput())

    class Meta(BaseImageForm.Meta):
        widgets = {
            **BaseImageForm.Meta.widgets,
            "tags": AdminTagWidget,
            "description_longue": forms.Textarea(attrs={"rows": 3}),
            "personnes": forms.RadioSelect,
            "autorisations": forms.CheckboxSelectMultiple,
        }
