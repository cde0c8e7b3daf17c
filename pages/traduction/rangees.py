"""The rows of a page that hold words: one per language, told apart as pages are."""

from wagtail.models import Orderable, TranslatableMixin

from .champs import ContratDeTraduction


class RangeeTraduite(TranslatableMixin, Orderable):
    """A row whose words are translated with its page; `locale` is always that of the page."""

    champs_gardes: tuple[str, ...] = ()
    override_translatable_fields = ContratDeTraduction()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
