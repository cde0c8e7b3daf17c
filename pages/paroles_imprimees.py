"""Which words a document may carry: a PDF is printed and passed on, so « on this site » is not enough."""

from collections.abc import Iterable, Iterator

from temoignages.etats import Portee
from temoignages.models import Temoignage

from .publication.sortie import Citation, Fragment, Paragraphe, ligne


def imprimables(paroles: Iterable[Temoignage | None]) -> list[Temoignage]:
    """Return, in order, the testimonies whose author allows paper today, in one query.

    Those that bear a warning stay on the site, where a person chooses to open them.

    Args:
        paroles: testimonies that the site may show today; nothing counts for none.
    """
    douces = [parole for parole in paroles if parole and not parole.avertissement]
    permises = Temoignage.objects.autorises(Portee.IMPRIME).filter(pk__in=[parole.pk for parole in douces])
    cles = set(permises.values_list("pk", flat=True)) if douces else set()
    return [parole for parole in douces if parole.pk in cles]


def citer(paroles: Iterable[Temoignage | None]) -> Iterator[Citation]:
    """Yield those as they were written, each after the sentence that it completes (see `imprimables`).

    Or as they were translated into the language of the document, which is then said.
    """
    for parole in imprimables(paroles):
        mots = parole.mots
        amorce = (Fragment(f"{mots.amorce} ", gras=True),) if mots.amorce else ()
        source = f"{parole.attribution_texte} ({mots.mention})" if mots.est_traduit else parole.attribution_texte
        yield Citation((Paragraphe((*amorce, Fragment(mots.texte))),), ligne(source))
