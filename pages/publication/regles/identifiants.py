"""Passages that may identify someone: an advice, since a page may name a spokesperson."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import ngettext
from wagtail.models import Page

from temoignages.actions.caviarder import noms_permis
from temoignages.anonymat import detecter

from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the fields where the detector sees something, with how many times; the words stay where they are."""
    permis = noms_permis()
    vus = Counter({piece.chemin: len(detecter(piece.texte, permis)) for piece in pieces(page) if piece.texte.strip()})
    for chemin, nombre in vus.items():
        if nombre:
            avis = ngettext(
                "%(nombre)s passage pourrait identifier quelqu’un : est-ce voulu?",
                "%(nombre)s passages pourraient identifier quelqu’un : est-ce voulu?",
                nombre,
            )
            yield Constat(chemin, avis % {"nombre": nombre})


IDENTIFIANTS = Regle("identifiants", Severite.CONSEIL, chercher)
