"""A page of content: who we are, how we protect your words, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from ..blocs import CorpsStreamBlock, feuilles_de
from ..redaction import RedactionForm


class ContenuPage(Page):
    """A title, a standfirst, eight kinds of block."""

    chapeau = models.TextField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases, sous le titre.")
    )
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)
    au_pied = models.BooleanField(
        _("afficher au pied"), default=False, help_text=_("Un lien vers cette page, au bas de toutes les pages.")
    )

    parent_page_types = ["pages.AccueilPage", "pages.ContenuPage"]
    subpage_types = ["pages.ContenuPage"]
    page_description = _("Une page libre : textes, images, citations, encadrés, questions, appels.")
    base_form_class = RedactionForm

    content_panels = [*Page.content_panels, FieldPanel("chapeau"), FieldPanel("corps")]
    promote_panels = [*Page.promote_panels, FieldPanel("au_pied")]
    search_fields = [*Page.search_fields, index.SearchField("chapeau"), index.SearchField("corps")]

    class Meta:
        verbose_name = _("page de contenu")
        verbose_name_plural = _("pages de contenu")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)
