"""PDFs kept for a while: one a page, as long as its data are the same.

The key of what is kept is the data themselves, not a revision: a testimony withdrawn, an image replaced or a demand
published below changes the words without a new revision of the page. What is out of date is never given, and its bytes
go when the page changes, when it is asked for again, or after `DUREE`.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.core.cache import cache
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

DUREE: Final = 15 * 60
DUREE_DE_LA_TAILLE: Final = 24 * 3600  # a number, which says nothing


def trouver(page_id: int, empreinte: str) -> bytes | None:
    """Return the PDF of a page if it was made of the same data."""
    gardee: tuple[str, bytes] | None = cache.get(_cle(page_id))
    return gardee[1] if gardee and gardee[0] == empreinte else None


def garder(page_id: int, empreinte: str, octets: bytes) -> None:
    """Keep the PDF of a public page, in place of the one before."""
    cache.set(_cle(page_id), (empreinte, octets), DUREE)
    cache.set(_cle_de_la_taille(page_id), len(octets), DUREE_DE_LA_TAILLE)


def taille(page_id: int) -> int | None:
    """Return how many bytes the last PDF of a page had, when one was made of late."""
    return tailles([page_id]).get(page_id)


def tailles(page_ids: Iterable[int]) -> dict[int, int]:
    """Return how many bytes the last PDF of each page had, those known, in one look at the cache."""
    cles = {_cle_de_la_taille(page_id): page_id for page_id in page_ids}
    return {cles[cle]: octets for cle, octets in cache.get_many(cles).items()}


@receiver([page_published, page_unpublished, post_delete], dispatch_uid="pages.sorties.gardees")
def oublier(sender: type[Any], instance: Any, **kwargs: Any) -> None:  # noqa: ARG001 - the signature of a signal
    """Forget the PDF of a page that changes, or goes."""
    if isinstance(instance, Page):
        cache.delete_many([_cle(instance.pk), _cle_de_la_taille(instance.pk)])


def _cle(page_id: int) -> str:
    return f"sorties:pdf:{page_id}"


def _cle_de_la_taille(page_id: int) -> str:
    return f"sorties:taille:{page_id}"
