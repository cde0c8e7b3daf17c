"""The wall by the page: page numbers to begin with, then « what comes after this one », as quick at any depth."""

from typing import NamedTuple

from django.core.paginator import Page, Paginator

from temoignages.models import Temoignage

from .croisement import Choix, paroles_de
from .regles import PAR_PAGE

# A numbered page reads all that stands before it: beyond these, pages follow one another by address instead.
PAGES_NUMEROTEES = 20


class Tranche(NamedTuple):
    """A page of the wall. `suite`: the address after which the rest stands, when no page number leads there."""

    paroles: list[Temoignage]
    page: "Page[Temoignage] | None" = None
    suite: str = ""

    @property
    def est_la_premiere(self) -> bool:
        """Whether it is the top of the wall."""
        return self.page is not None and self.page.number == 1


def tranche_numerotee(choix: Choix, compte: int, numero: str | None) -> Tranche:
    """Return a page by its number, the first or the last when there is none such; `compte`: of the whole list."""
    paginateur = Paginator(paroles_de(choix) if compte else Temoignage.objects.none(), PAR_PAGE)
    # Known already: no second count of thousands of rows.
    paginateur.count = min(compte, PAGES_NUMEROTEES * PAR_PAGE)
    page = paginateur.get_page(numero)
    paroles = list(page.object_list)
    continue_ = compte > paginateur.count and not page.has_next() and paroles
    return Tranche(paroles, page, paroles[-1].pk if continue_ else "")


def tranche_suivante(choix: Choix, apres: str) -> Tranche | None:
    """Return the page that comes after the testimony `apres`, even withdrawn since; nothing for an unknown one."""
    edition = Temoignage.objects.filter(pk=apres).values_list("edition", flat=True).first()
    if edition is None:
        return None
    voulues = PAR_PAGE + 1
    # Two reads that an index answers: the rest of that campaign, then the earlier ones.
    paroles = list(paroles_de(choix).filter(edition=edition, pk__gt=apres)[:voulues])
    if len(paroles) < voulues and choix.edition is None:
        paroles += paroles_de(choix).filter(edition__lt=edition)[: voulues - len(paroles)]
    montrees = paroles[:PAR_PAGE]
    return Tranche(montrees, suite=montrees[-1].pk if len(paroles) == voulues else "")
