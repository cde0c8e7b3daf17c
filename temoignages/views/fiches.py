"""What the two series show: some deposits, each with its words and what is flagged in them."""

from contextlib import suppress
from dataclasses import dataclass

from reseau.models import Compte

from ..actions import Refus, Releve, lire, noms_permis, relever
from ..actions.prendre import Textes
from ..etats import MotifLecture
from ..models import Depot
from ..models.depot import DepotQuerySet
from ..presentation import Segment, citer, decouper, resumer, voeu
from ..prudence import Alerte, signaler_prudence

PAR_SERIE = 20


@dataclass(frozen=True)
class Fiche:
    """One deposit of a series: its words, and what is flagged in them."""

    depot: Depot
    textes: Textes
    releve: Releve
    alertes: list[Alerte]

    @property
    def segments(self) -> list[Segment]:
        """The proposed text, cut along what is flagged."""
        return decouper(self.textes.propose, self.releve.ouverts, alertes=self.alertes)

    @property
    def prudences(self) -> list[tuple[str, Alerte]]:
        """What deserves a second look, with its words."""
        return citer(self.textes.propose, self.alertes)

    @property
    def resume(self) -> list[str]:
        """What to know before the words."""
        return resumer(self.depot, self.textes.propose, self.alertes, len(self.releve.ouverts))

    @property
    def voeu(self) -> str:
        """What its author said of the proposal."""
        return voeu(self.depot, self.textes.empreinte, self.textes.demande)

    @property
    def attend_son_auteur(self) -> bool:
        """Whether it cannot be published yet: its author wants to accept it first."""
        return self.depot.attend_son_auteur(self.textes.empreinte)


def lire_tous(depots: DepotQuerySet, compte: Compte, motif: MotifLecture) -> list[Fiche]:
    """Open the first deposits, each reading recorded; who may not read one reads the others."""
    permis, fiches = noms_permis(), []
    for depot in depots[:PAR_SERIE]:
        with suppress(Refus):
            textes = lire(depot=depot, par=compte, motif=motif)
            releve = relever(depot, textes, permis)
            fiches.append(Fiche(depot, textes, releve, signaler_prudence(textes.propose)))
    return fiches
