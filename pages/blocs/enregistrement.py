"""A sound or a video in a page, with its captions and its transcript."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtailmedia.blocks import AbstractMediaChooserBlock

from medias.models import Enregistrement

from ..traduction.champs import Garde


class EnregistrementChooser(Garde, AbstractMediaChooserBlock):
    """Choose a recording of the library, sound or video."""

    def render_basic(self, value: Enregistrement | None, context: Any = None) -> str:
        """Return its title: what the comparison of two versions shows of it."""
        return value.title if value else ""


class EnregistrementValue(blocks.StructValue):
    """The recording, and its name here."""

    @property
    def nom(self) -> str:
        """This page's title of it, or its own."""
        return str(self.get("titre") or self["enregistrement"].title)


class EnregistrementBlock(blocks.StructBlock):
    """One recording, in the player; nothing while it may not be shown."""

    enregistrement = EnregistrementChooser(label=_("Enregistrement"))
    titre = blocks.CharBlock(
        label=_("Titre, pour cette page"),
        required=False,
        max_length=120,
        help_text=_("Laissez vide pour garder celui de l’enregistrement."),
    )

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[EnregistrementValue]:
        """Read every recording of a page, with its words, in three queries."""
        valeurs: list[EnregistrementValue] = super().bulk_to_python(list(values))
        enregistrements = [valeur["enregistrement"] for valeur in valeurs if valeur["enregistrement"]]
        prefetch_related_objects(enregistrements, "pistes", "audiodescription")
        return valeurs

    def get_preview_value(self) -> EnregistrementValue:
        """Return the latest recording of the library, if there is one."""
        dernier = Enregistrement.objects.montrables().order_by("-pk").first()
        valeur: EnregistrementValue = self.normalize({"enregistrement": dernier, "titre": ""})
        return valeur

    class Meta:
        icon = "media"
        group = _("Montrer")
        label = _("Enregistrement")
        description = _("Un son ou une vidéo, avec ses sous-titres et sa transcription.")
        template = "pages/blocs/enregistrement.html"
        value_class = EnregistrementValue
