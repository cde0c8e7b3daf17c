"""What a publication with references adds to a page: its bibliography, and the apparatus of each rendering."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from ..blocs.reference import BibliographieStreamBlock
from ..references.apparat import Apparat
from ..references.entrees import Entree, entrees_de

AIDE_BIBLIOGRAPHIE = _(
    "Dans le texte, citez (Auteure, 2011, p. 42); chez quelqu’un d’autre (Auteure, dans Autres, 2011, p. 42). Une note "
    "de bas de page s’écrit là où elle s’appelle : [note : son texte]."
)


class Savante(models.Model):
    """Before `PagePubliable` among the bases of a page. The bibliography is part of each revision, hence approved."""

    bibliographie = StreamField(
        BibliographieStreamBlock(), verbose_name=_("bibliographie"), blank=True, help_text=AIDE_BIBLIOGRAPHIE
    )

    panneau_bibliographie = FieldPanel("bibliographie")

    class Meta:
        abstract = True

    @property
    def entrees(self) -> list[Entree]:
        """The sources that its words may cite."""
        return entrees_de(self.bibliographie)

    @property
    def nombre_d_annexes(self) -> int:
        """How many annexes its words may call."""
        return 0

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the apparatus, which serves one rendering."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]  # Page's
        return contexte | {"apparat": Apparat(self.entrees, self.nombre_d_annexes)}
