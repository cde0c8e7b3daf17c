"""What a shelf and the page of all publications have in common: they list what is public, page after page."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from ..parutions import parutions_de
from .chapeautee import PageChapeautee

PAR_PAGE = 20


class Rayonnage(PageChapeautee):
    """A list of publications that nobody keeps by hand. A type says which, by `publications`."""

    personnes_par_defaut = 1

    class Meta:
        abstract = True

    def publications(self) -> Any:
        """Return the public pages that it lists, as specific objects, in order."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the lines of the page that the query asks for; what it cannot mean gives the first or the last."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        tranche = Paginator(self.publications(), PAR_PAGE).get_page(request.GET.get("page"))
        return contexte | {"tranche": tranche, "parutions": parutions_de(tranche, request)}
