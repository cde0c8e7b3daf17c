"""What the attribution ladder reads in the database: the network of one campaign year."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Sum

from reseau.models import Ressource

from .etats import Echelon
from .models import Depot, ParticipationAtelier
from .regles import Entourage, echelon_attribue, est_nommable


@dataclass(frozen=True)
class Voisinage:
    """Who speaks in one campaign year. Every mapping is by resource; what is absent counts as nobody.

    `membres` and `regions` hold the active resources only: who left the network hides nobody.
    """

    membres: Mapping[int, int]
    regions: Mapping[int, str]
    auteurs: Mapping[int, int]
    participants: Mapping[int, int]

    def entourage(self, ressource: int | None, region: str) -> Entourage:
        """Return what surrounds a text of a resource (its key, or None) and a region (its code, or nothing)."""
        voisines = [
            cle for cle in self.auteurs if region and self.regions.get(cle) == region and not self._est_nommable(cle)
        ]
        membres_region = tuple(self.membres[cle] for cle in voisines)
        if ressource is None:
            return Entourage(membres_ressources_region=membres_region)
        return Entourage(
            membres_ressource=self.membres.get(ressource, 0),
            participants=self.participants.get(ressource, 0),
            auteurs=self.auteurs.get(ressource, 0),
            membres_ressources_region=membres_region,
        )

    def _est_nommable(self, ressource: int) -> bool:
        return est_nommable(
            self.membres.get(ressource, 0), self.participants.get(ressource, 0), self.auteurs.get(ressource, 0)
        )


def voisinages(*editions: int) -> dict[int, Voisinage]:
    """Read the network around the texts of each edition, in three queries however many there are."""
    actives = list(Ressource.objects.actives().only("region", "tranche_membres"))
    attestes = Depot.objects.attestes().filter(edition__in=editions, ressource__isnull=False)
    presences = ParticipationAtelier.objects.filter(lot__edition__in=editions)
    auteurs = list(attestes.order_by().values_list("edition", "ressource").annotate(Count("auteur", distinct=True)))
    declares = list(presences.order_by().values_list("lot__edition", "ressource").annotate(Sum("nombre")))
    return {
        edition: Voisinage(
            membres={ressource.pk: ressource.membres_minimum for ressource in actives},
            regions={ressource.pk: ressource.region for ressource in actives},
            auteurs={cle: total for annee, cle, total in auteurs if annee == edition and cle is not None},
            participants={cle: total for annee, cle, total in declares if annee == edition},
        )
        for edition in editions
    }


def echelon_calcule(depot: Depot) -> Echelon:
    """Return the attribution that this deposit gets today: the coarsest of author, network and moderator."""
    return echelon_attribue(
        voisinages(depot.edition)[depot.edition].entourage(depot.ressource_id, depot.region),
        voulu=depot.attribution_voulue,
        theme_sensible=depot.theme_sensible,
        a_ressource=depot.ressource_id is not None,
        a_region=bool(depot.region),
    )
