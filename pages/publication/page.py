"""The base of every page of the site."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PagePermissionTester

from ..redaction import RedactionForm
from ..traduction.champs import ContratDeTraduction
from .approbation import peut_relire
from .confidentialite import Confidentielle, est_sensible
from .copie import CopieForm
from .exigence import une_personne_suffit
from .panneau import PortesPanel
from .publiable import Publiable


class PermissionsDePage(PagePermissionTester):
    """What Wagtail's screens offer: never a direct publication, not even to a superuser.

    Unpublishing is our own action, with its reason; a page that waits for its hour may be taken back by its editors.
    """

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return bool(self.can_edit())

    def peut_depublier(self) -> bool:
        """Whether the user may take down what is public, a frozen page too, or take back what waits for its hour."""
        dehors = self.page.live or self.page.approved_schedule
        return bool(dehors and (super().can_edit() or peut_relire(self.user)))

    def peut_publier_seul(self) -> bool:
        """Whether the user may publish the latest draft without a second reader."""
        retenue = self.page.workflow_in_progress or self.page.approved_schedule
        permis = self.can_edit() and self.user.has_perm("pages.publier_seul")
        return bool(permis and not retenue and une_personne_suffit(self.page))

    def can_reorder_children(self) -> bool:
        return bool(self.user.is_active and (self.user.is_superuser or "change" in self.permissions))


class PagePubliable(Publiable, Confidentielle, Page):
    """A page that goes out by the rules. A type adds its parents, its children and its gates, in its own body."""

    # Why pages of this type stay in the language where they are written; empty for those that are translated.
    raison_intraduisible: Any = ""
    # Fields whose words are the same in every language: a transcript, a name.
    champs_gardes: tuple[str, ...] = ()
    override_translatable_fields = ContratDeTraduction()
    base_form_class = RedactionForm
    copy_form_class = CopieForm
    content_panels = [PortesPanel(heading=_("Avant de publier")), *Page.content_panels]

    class Meta:
        abstract = True

    def exige_deux_personnes(self) -> bool:
        """Whether this very page takes two people: its level or its errata ask for it, or its language, not French."""
        traduite = bool(self.locale_id and self.locale.language_code != settings.LANGUAGE_CODE)
        return super().exige_deux_personnes() or traduite or est_sensible(self)

    def permissions_for_user(self, user: Any) -> PermissionsDePage:
        """Return what `user` may do to this page in Wagtail's screens."""
        return PermissionsDePage(user, self)
