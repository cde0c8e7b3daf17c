"""An image with its words: what it shows, its caption, its credit."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from medias.models import ImageCampagne

from ..traduction.champs import MotsGardes


class ImageValue(blocks.StructValue):
    """The image, and the words that go with it here."""

    @property
    def remplacement(self) -> str:
        """What a person who does not see the image is told: this page's words, or the image's own."""
        return str(self.get("texte_alternatif") or self["image"].default_alt_text)

    @property
    def mention(self) -> str:
        """The credit: this page's, or the image's own."""
        image = self.get("image")
        return str(self.get("credit") or (image.credit if image else ""))

    @property
    def a_des_mots(self) -> bool:
        """Whether something is written under it."""
        image = self["image"]
        return bool(self.get("legende") or self.mention or image.description_longue or image.adresse_de_la_licence)


class ImageBlock(blocks.StructBlock):
    """One image, as wide as the text column allows."""

    image = ImageChooserBlock(label=_("Image"))
    texte_alternatif = blocks.CharBlock(
        label=_("Texte de remplacement, pour cette page"),
        required=False,
        max_length=250,
        help_text=_("Laissez vide pour garder celui de l’image."),
    )
    legende = blocks.CharBlock(label=_("Légende"), required=False, max_length=250)
    credit = MotsGardes(
        label=_("Crédit, pour cette page"),
        required=False,
        max_length=120,
        help_text=_("Laissez vide pour garder celui de l’image."),
    )

    def bulk_to_python(self, values: Iterable[dict[str, Any]]) -> list[ImageValue]:
        """Read every image of a page, with its sizes, in two queries."""
        valeurs: list[ImageValue] = super().bulk_to_python(list(values))
        prefetch_related_objects([valeur["image"] for valeur in valeurs if valeur["image"]], "renditions")
        return valeurs

    def get_preview_value(self) -> ImageValue:
        """Return the latest image of the library, if there is one."""
        valeur: ImageValue = self.normalize(
            {"image": ImageCampagne.objects.order_by("-pk").first(), "legende": "La légende dit ce qui ne se voit pas."}
        )
        return valeur

    class Meta:
        icon = "image"
        group = _("Montrer")
        label = _("Image")
        description = _("Une image, sa légende et son crédit.")
        template = "pages/blocs/image.html"
        value_class = ImageValue
