"""Before a page is deleted: which translations leave the site with it (`suivi` takes them down, whatever the way)."""

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Any, Final

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.models import Page

from medias.ponctuation import entre_guillemets

from ..publication.actions import est_sortie

TITRES_DITS: Final = 5


def emportees(pages: Collection[Page]) -> list[Any]:
    """Return the translations that leave the site with pages and all that is below them, themselves kept as drafts."""
    if not pages:
        return []
    supprimees = reduce(or_, (Q(path__startswith=page.path) for page in pages))
    en_francais = Q(locale__language_code=settings.LANGUAGE_CODE)
    francaises = Page.objects.filter(supprimees, en_francais).values("translation_key")
    jumelles = Page.objects.filter(translation_key__in=francaises).exclude(en_francais | supprimees)
    return [jumelle for jumelle in jumelles.order_by("path").specific() if est_sortie(jumelle)]


def dire_ce_qui_part(requete: HttpRequest, pages: Collection[Page]) -> None:
    """Say, above the question, what goes with pages that somebody is about to delete; nothing when nothing does."""
    jumelles = emportees(pages)
    if not jumelles:
        return
    dits = [entre_guillemets(jumelle.get_admin_display_title()) for jumelle in jumelles[:TITRES_DITS]]
    phrase = ngettext(
        "%(nombre)s traduction quitte le site en même temps : %(titres)s. Son brouillon reste.",
        "%(nombre)s traductions quittent le site en même temps : %(titres)s. Leurs brouillons restent.",
        len(jumelles),
    )
    suite = ", …" if len(jumelles) > TITRES_DITS else ""
    messages.warning(requete, phrase % {"nombre": len(jumelles), "titres": f"{', '.join(dits)}{suite}"})


class SupprimerBulkAction(DeleteBulkAction):
    """Wagtail's own, which says first what goes with the chosen pages."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask, once it is said."""
        dire_ce_qui_part(request, self.get_actionable_objects()[0])
        reponse: HttpResponseBase = super().get(request, *args, **kwargs)
        return reponse
