"""Who may do what in the room, beside publishing (`publication.page.PermissionsDePage`)."""

from typing import Any


def peut_ouvrir_edition(personne: Any, campagne: Any) -> bool:
    """Whether `personne` may add an edition under a campaign."""
    return bool(campagne.permissions_for_user(personne).can_add_subpage())
