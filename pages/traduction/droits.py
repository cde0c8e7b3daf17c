"""Who translates, and who follows translations."""

from typing import Any

from ..publication.approbation import peut_relire


def peut_traduire(personne: Any, page: Any = None) -> bool:
    """Whether `personne` may translate; `page`, when given: into that page."""
    permis = personne.is_active and personne.has_perm("wagtail_localize.submit_translation")
    return bool(permis and (page is None or page.permissions_for_user(personne).can_edit()))


def peut_suivre_les_traductions(personne: Any) -> bool:
    """Whether `personne` sees where each translation stands: who translates, who writes, who approves."""
    ecrit = personne.is_active and personne.has_perm("pages.publier_seul")
    return bool(ecrit or peut_traduire(personne) or peut_relire(personne))
