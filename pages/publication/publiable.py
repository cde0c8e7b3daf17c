"""What a page or a snippet inherits to be published by the rules: the choke point of the house."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Revision

from . import porte
from .approbation import est_figee
from .constats import Regle
from .refus import PublicationInterdite


class Publiable:
    """First among the bases of a page or a snippet with drafts. Its type declares its gates, in its own body."""

    regles_de_publication: tuple[Regle, ...]
    # How many people it takes before the administration says otherwise (`exigence`).
    personnes_par_defaut = 2
    # Proposed by people outside the staff: it may be refused, may change while it is read, and is told by a digest.
    vient_de_dehors = False

    def exige_deux_personnes(self) -> bool:
        """Whether this very object takes two people, whatever its type; a level or a named person may ask for it."""
        return False

    def est_du_ressort_de(self, personne: Any) -> bool:
        """Whether `personne`, who may approve, may approve this very object; a type may share the work."""
        return True

    @classmethod
    def revisions_hors_du_ressort_de(cls, _personne: Any) -> QuerySet[Revision]:
        """Return the revisions that are not for `_personne` to approve."""
        return Revision.objects.none()

    def est_de_confiance(self, _personne: Any) -> bool:
        """Whether what `_personne` proposes may go out at once, and be read afterwards."""
        return False

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, or schedule, a revision that was let through; refuse every other, and everyone.

        Raises:
            PublicationInterdite: the door is not open to that revision.
        """
        if not porte.est_ouverte_a(revision.pk):
            raise PublicationInterdite(self)
        return super().publish(revision, *args, **kwargs)  # type: ignore[misc]  # DraftStateMixin's

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what is public does not change here unless the door is open (see `porte.controler`)."""
        porte.controler(self, kwargs.get("update_fields"))
        super().save(*args, **kwargs)  # type: ignore[misc]  # Model's

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a draft; never over a revision that someone reads, has approved, or that is public."""
        ancienne = kwargs.get("overwrite_revision")
        if ancienne and est_figee(ancienne, self):
            kwargs["overwrite_revision"] = None
        return super().save_revision(*args, **kwargs)  # type: ignore[misc]  # RevisionMixin's
