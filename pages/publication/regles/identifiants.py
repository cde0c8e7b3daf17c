"""Passages that may identify someone: an advice, since a page may name a spokesperson."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import ngettext
from wagtail.models import Page

from temoignages.actions.caviarder import noms_permis
from temoignages.anonymat import detecter

from ...references.entrees import Bibliographie
from ...references.formes import appels
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the fields where the detector sees something, with how many times; the words stay where they are."""
    permis = noms_permis()
    sources = Bibliographie(getattr(page, "entrees", ()))
    lus = {piece.chemin: _sans_sources(piece.texte, sources) for piece in pieces(page) if _se_lit(piece)}
    vus = Counter({chemin: len(detecter(texte, permis)) for chemin, texte in lus.items()})
    for chemin, nombre in vus.items():
        if nombre:
            avis = ngettext(
                "%(nombre)s passage pourrait identifier quelqu’un : est-ce voulu?",
                "%(nombre)s passages pourraient identifier quelqu’un : est-ce voulu?",
                nombre,
            )
            yield Constat(chemin, avis % {"nombre": nombre})


def _sans_sources(texte: str, sources: Bibliographie) -> str:
    """Return a text without its citations that have an entry: who wrote a source is public."""
    for appel in reversed(appels(texte) if sources.entrees else []):
        if sources.trouver(appel.cle):
            texte = texte[: appel.debut] + texte[appel.fin :]
    return texte


def _se_lit(piece: Piece) -> bool:
    # A bibliography names people because they published: asked at each entry, nobody would read the answer.
    return bool(piece.texte.strip()) and not piece.chemin.startswith("bibliographie.")


IDENTIFIANTS = Regle("identifiants", Severite.CONSEIL, chercher)
