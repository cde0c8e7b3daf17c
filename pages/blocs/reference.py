"""One source of a bibliography."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..references.entrees import Entree, GenreReference
from ..traduction.champs import MotsGardes, TexteGarde


class ReferenceValue(blocks.StructValue):
    """The fields, and the entry that they make."""

    @cached_property
    def entree(self) -> Entree:
        """The entry."""
        return Entree.du_bloc(self)


class ReferenceBlock(blocks.StructBlock):
    """What staff fill once; the text then cites it by its author and its year, in every language."""

    auteurs = TexteGarde(
        label=_("Auteures et auteurs"),
        rows=2,
        help_text=_("« Nom, Prénom », un par ligne; ou le nom entier d’un groupe."),
    )
    annee = blocks.RegexBlock(
        regex=r"^(?:(?:1[5-9]|20)\d\d[a-z]?|s\.\s?d\.)$",
        label=_("Année"),
        error_messages={"invalid": _("Quatre chiffres, une lettre au besoin (2011a), ou « s. d. ».")},
        help_text=_("Deux textes de la même personne la même année : 2011a et 2011b."),
    )
    titre = MotsGardes(label=_("Titre"), max_length=300)
    genre = blocks.ChoiceBlock(label=_("Genre"), choices=GenreReference.choices, default=GenreReference.RAPPORT)
    nom_court = MotsGardes(
        label=_("Nom court"), required=False, max_length=40, help_text=_("Un sigle, s’il est celui que le texte cite.")
    )
    contenant = MotsGardes(label=_("Revue, livre, site ou maison d’édition"), required=False, max_length=200)
    page = MotsGardes(label=_("Pages"), required=False, max_length=40, help_text=_("« p. 12-34 »"))
    adresse = blocks.URLBlock(label=_("Adresse"), required=False)
    cite_dans = MotsGardes(
        label=_("Cité dans"),
        required=False,
        max_length=200,
        help_text=_("Lu chez quelqu’un d’autre : « (Autres, 2011, p. 42) », qui a sa propre entrée."),
    )

    def get_preview_value(self) -> Any:
        """Return an invented source."""
        return self.normalize(
            {"auteurs": "Ardouin, Léa", "annee": "2019", "titre": "La chaise d’à côté", "genre": GenreReference.LIVRE}
        )

    class Meta:
        icon = "doc-full"
        group = _("Écrire")
        label = _("Référence")
        description = _("Une source, que le texte cite par (Auteure, année).")
        template = "pages/blocs/reference.html"
        value_class = ReferenceValue
        collapsed = True


class BibliographieStreamBlock(blocks.StreamBlock):
    """The sources of a publication, in any order: pages show them alphabetically."""

    reference = ReferenceBlock()

    class Meta:
        required = False
        collapsed = True
