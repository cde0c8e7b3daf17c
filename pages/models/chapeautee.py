"""What the pages that begin with a standfirst have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from ..publication.page import PagePubliable


class PageChapeautee(PagePubliable):
    """A title and its standfirst. A type adds what it lists or tells, after it."""

    chapeau = models.TextField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases, sous le titre.")
    )

    content_panels = [*PagePubliable.content_panels, FieldPanel("chapeau")]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau")]

    class Meta:
        abstract = True
