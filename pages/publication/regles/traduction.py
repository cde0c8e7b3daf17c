"""A translation in which French remains, or which says what the French page no longer says, or is about not to."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from medias.ponctuation import entre_guillemets

from ...traduction import memoire
from ..constats import Constat, Regle, Severite

EXEMPLES = 3


def chercher(page: Any) -> Iterator[Constat]:
    """Yield what was not translated in the draft, with a few examples, and a French page that changed since or left."""
    traduction = memoire.traduction_de(page)
    if traduction is None:
        return
    if not memoire.est_publique(traduction.source):
        yield Constat("title", _("La page française n’est pas publique : sa traduction ne l’est pas sans elle."))
    version = memoire.version_de(page)
    if version is not None and version.empreinte:
        if memoire.a_change(traduction, version):
            message = _("La page française a changé depuis : mettez la traduction à jour, puis relisez-la.")
            yield Constat("title", message)
        return
    manquantes = list(memoire.phrases_a_traduire(traduction))
    if manquantes:
        exemples = " / ".join(_citee(segment) for segment in manquantes[:EXEMPLES])
        message = ngettext(
            "%(nombre)s phrase reste à traduire : %(exemples)s",
            "%(nombre)s phrases restent à traduire : %(exemples)s",
            len(manquantes),
        )
        yield Constat(manquantes[0].context.path, message % {"nombre": len(manquantes), "exemples": exemples})
    else:
        yield Constat("title", _("Ce brouillon n’est pas ce que disent les phrases traduites : soumettez-les."))


def _citee(segment: Any) -> str:
    return entre_guillemets(Truncator(strip_tags(segment.string.data)).chars(60))


def chercher_la_jumelle(page: Any) -> Iterator[Constat]:
    """Yield that what is about to leave the French page stays public in its translation."""
    if not isinstance(page, Page) or not page.live or not page.has_unpublished_changes:
        return
    if memoire.traduction_de(page) is None and page.get_translations().live().exists():
        message = _(
            "Une traduction de cette page est publique : elle garde l’ancien texte tant qu’elle n’est pas refaite. Si "
            "vous enlevez ce qui peut faire reconnaître quelqu’un, dépubliez-la aussi."
        )
        yield Constat("title", message)


TRADUCTION = Regle("traduction", Severite.BLOQUANT, chercher)
JUMELLE = Regle("jumelle", Severite.CONSEIL, chercher_la_jumelle)
