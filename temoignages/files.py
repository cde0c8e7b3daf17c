"""The moderators' queues, as data: what waits in each, since when, and until when."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, DateTimeField, F, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Depot
from .models.depot import DepotQuerySet
from .regles import delai_de_lecture


@dataclass(frozen=True)
class File:
    """A queue. `depuis` names the field from which a text waits; empty where nothing is due."""

    titre: Promise
    lire: Callable[[], DepotQuerySet]
    depuis: str = ""
    seconde: bool = False

    def depots(self) -> DepotQuerySet:
        """Return the texts of the queue, each with its `echeance` where the queue has any."""
        if not self.depuis:
            return self.lire()
        urgente, autre = (F(self.depuis) + delai_de_lecture(urgent=u, seconde=self.seconde) for u in (True, False))
        echeance = Case(When(urgent=True, then=urgente), default=autre, output_field=DateTimeField())
        return self.lire().annotate(echeance=echeance)


FILES = {
    "a-lire": File(_("À lire"), Depot.objects.a_lire, "recu_le"),
    "a-approuver": File(_("En seconde lecture"), Depot.objects.a_approuver, "soumis_le", seconde=True),
    "mis-de-cote": File(_("Mis de côté"), Depot.objects.ecartes),
}
