"""A document that is not for everyone, on a page that is: its link would open for nobody."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from medias.models import DocumentCampagne, Niveau

from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces
from .liens import liens_de


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the documents of a page that are for members, or working drafts."""
    ou: defaultdict[int, list[str]] = defaultdict(list)
    for piece in pieces(page):
        for cle in _documents(piece):
            ou[cle].append(piece.chemin)
    for document in DocumentCampagne.objects.filter(pk__in=ou).exclude(confidentialite=Niveau.PUBLIC):
        message = _("Le document « %(titre)s » n’est pas public : changez son niveau, ou enlevez-le de la page.")
        yield from (Constat(chemin, message % {"titre": document.title}) for chemin in ou[document.pk])


def _documents(piece: Piece) -> Iterator[int]:
    if isinstance(piece.valeur, DocumentCampagne):
        yield piece.valeur.pk
    for lien in liens_de(piece.html) if piece.html else ():
        cle = lien.attributs.get("id", "")
        if lien.attributs.get("linktype") == "document" and cle.isdecimal():
            yield int(cle)


DOCUMENTS = Regle("document_reserve", Severite.BLOQUANT, chercher)
