"""The one page type of the stock site: a title, a standfirst and a body, as Wagtail's own tutorial has them."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import BlockQuoteBlock, CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page


class HomePage(Page):
    introduction = models.TextField(blank=True)
    body = StreamField(
        [
            ("heading", CharBlock()),
            ("paragraph", RichTextBlock()),
            ("quote", BlockQuoteBlock()),
            ("image", ImageChooserBlock()),
        ],
        blank=True,
    )
    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
