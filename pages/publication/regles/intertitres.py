"""The order of headings: who listens to a page goes from one to the next, and a missing step is a missing stair."""

import re
from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.models import Page

from ...blocs.reference import ReferenceBlock
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces

NIVEAU_DE_LA_PAGE = 1
NIVEAU_D_UN_BLOC = 2  # the title of a block, in its template
_INTERTITRE = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL | re.IGNORECASE)


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the headings that skip a level, and those that are empty."""
    precedent = NIVEAU_DE_LA_PAGE
    for piece in pieces(page):
        if _est_sous_un_titre(piece):
            precedent = max(precedent, NIVEAU_D_UN_BLOC)
        for niveau, texte in _intertitres(piece):
            if not texte:
                yield Constat(piece.chemin, _("Un intertitre est vide."))
                continue
            if niveau > precedent + 1:
                message = _("L’intertitre « %(titre)s » saute un niveau : il manque un titre au-dessus.")
                yield Constat(piece.chemin, message % {"titre": texte})
            precedent = niveau


def _est_sous_un_titre(piece: Piece) -> bool:
    """Say whether a rich text stands under a heading of its page: its editor then offers headings, but from `h3` on."""
    fonctions = getattr(piece.champ or piece.bloc, "features", None) or ()
    return bool(piece.html) and "h3" in fonctions and "h2" not in fonctions


def _intertitres(piece: Piece) -> Iterator[tuple[int, str]]:
    # The title of a source is no heading: counted, it would hide a step that is missing after it.
    titre = isinstance(piece.bloc, blocks.StructBlock) and not isinstance(piece.bloc, ReferenceBlock)
    if titre and piece.valeur.get("titre"):
        yield NIVEAU_D_UN_BLOC, str(piece.valeur["titre"])
    for niveau, contenu in _INTERTITRE.findall(piece.html):
        yield int(niveau), strip_tags(contenu).strip()


INTERTITRES = Regle("ordre_des_intertitres", Severite.BLOQUANT, chercher)
