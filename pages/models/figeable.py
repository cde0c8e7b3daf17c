"""A page of one year: once that year is over, it stays as it was read, at its address."""

import datetime
from typing import Any

from reseau.horloge import aujourdhui

from ..publication.errata import Erratum
from ..publication.page import PermissionsDePage
from ..regles import est_figee


class PermissionsDUnePageFigeable(PermissionsDePage):
    """A frozen page is not edited, except to go with an erratum; it can always be taken down."""

    def can_edit(self) -> bool:
        return bool(super().can_edit() and not self.page.est_verrouillee)


class Figeable:
    """Before `PagePubliable` among the bases of a page type, whose gates hold `EDITION_FIGEE`."""

    pk: Any
    live: bool
    # Fields that go on living once the page is frozen: its editor then stays open, and the gate holds the others.
    champs_ouverts: frozenset[str] = frozenset()

    @property
    def jour_qui_fige(self) -> datetime.date | None:
        """The day whose year, once over, freezes the page; nothing when it has none. A page type says it."""
        raise NotImplementedError

    @property
    def est_figee(self) -> bool:
        """Whether its year is over: what was published stays as it was read."""
        jour = self.jour_qui_fige
        return jour is not None and est_figee(jour, aujourdhui())

    @property
    def est_verrouillee(self) -> bool:
        """Whether nobody edits it: it is public and frozen, and no erratum was proposed."""
        if self.champs_ouverts or not (self.live and self.est_figee):
            return False
        return not Erratum.objects.proposes().filter(page_id=self.pk).exists()

    def permissions_for_user(self, user: Any) -> PermissionsDUnePageFigeable:
        """Return what `user` may do to this page in Wagtail's screens."""
        return PermissionsDUnePageFigeable(user, self)
