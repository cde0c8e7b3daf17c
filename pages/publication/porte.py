"""The door. What is ours is written as public only while it is open, in this thread, for what it was opened for."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from wagtail.models import COMMENTS_RELATION_NAME, Revision

from .refus import PublicationInterdite

# What may change on a public page without anything new being public: its bookkeeping, and its rank among siblings.
TENUE = frozenset({
    COMMENTS_RELATION_NAME, "pk", "id", "page_ptr", "page_ptr_id", "content_type", "content_type_id", "owner",
    "path", "depth", "numchild", "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_id",
    "latest_revision_created_at", "live_revision", "live_revision_id", "first_published_at", "last_published_at",
    "locked", "locked_at", "locked_by", "locked_by_id",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Autorisation:
    """Why the door is open; for one revision only, unless it is for none in particular."""

    raison: str
    revision_id: int | None = None


_autorisation: ContextVar[Autorisation | None] = ContextVar("autorisation_de_publier", default=None)


@contextmanager
def ouvrir(raison: str, revision: Revision | None = None) -> Iterator[None]:
    """Open the door, to this thread and until the end of the block.

    Args:
        raison: why, in a few words.
        revision: the only one that may pass. Without it everything passes: for tests, migrations and the demo alone
            (`tests/coherence/test_porte.py` knows each caller).
    """
    jeton = _autorisation.set(Autorisation(raison, revision.pk if revision else None))
    try:
        yield
    finally:
        _autorisation.reset(jeton)


def est_ouverte_a(revision_id: int | None) -> bool:
    """Say whether a revision may pass now; what has no revision passes only when everything does."""
    autorisation = _autorisation.get()
    return autorisation is not None and autorisation.revision_id in {None, revision_id or 0}


def controler(objet: Any, champs: Collection[str] | None = None) -> None:
    """Let an object be written, or not: what is public changes only while the door is open to it.

    Args:
        objet: about to be written: one of our pages or snippets, or Wagtail's bare `Page`.
        champs: the only fields written; all of them when not given.

    Raises:
        PublicationInterdite: it is, or would be, public, and would show what nobody approved; or it is an alias, which
            would follow another page without anyone reading it at its new place.
    """
    if est_ouverte_a(objet.live_revision_id):
        return
    est_un_nouvel_alias = objet._state.adding and getattr(objet, "alias_of_id", None)
    if est_un_nouvel_alias or (objet.live and _montre_du_neuf(objet, champs)):
        raise PublicationInterdite(objet)


def _montre_du_neuf(objet: Any, champs: Collection[str] | None) -> bool:
    if champs is not None and not set(champs) - TENUE:
        return False
    ecrit = type(objet)._default_manager.filter(pk=objet.pk, live=True).first()
    if ecrit is None:
        return champs is None or "live" in champs
    return _contenu(ecrit, champs) != _contenu(objet, champs)


def _contenu(objet: Any, champs: Collection[str] | None) -> dict[str, Any]:
    donnees: dict[str, Any] = objet.serializable_data()
    # `save(update_fields=["owner_id"])` and `["owner"]` write the same column.
    voulus = None if champs is None else {nom.removesuffix("_id") for nom in champs} | set(champs)
    return {nom: v for nom, v in donnees.items() if nom not in TENUE and (voulus is None or nom in voulus)}
