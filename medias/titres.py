"""The title of a file is chosen: never the name of the file, which may be a person's, or say nothing."""

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TitreChoisiForm(forms.ModelForm[Any]):
    """The form of a file; Wagtail's own scripts would copy the name of the file into the title."""

    titre_refuse: "StrOrPromise"

    def clean_title(self) -> str:
        """Refuse the name of the file as a title."""
        titre: str = self.cleaned_data["title"]
        recu: Any = self.files.get(self.add_prefix("file"))
        if recu and _lettres(titre) in {_lettres(recu.name), _lettres(PurePath(recu.name).stem)}:
            raise ValidationError(self.titre_refuse)
        return titre


def _lettres(nom: str) -> str:
    return re.sub(r"[\W_]+", " ", nom).strip().casefold()
