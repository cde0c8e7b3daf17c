"""Two resources became one: the words keep the ladder's promises under the one name (docs/decisions/0032)."""

from django.db import transaction
from django.db.models import Count

from reseau.models import Compte, Ressource

from ..attribution import voisinages
from ..etats import Echelon, EtatDepot, EtatTemoignage
from ..models import Depot, ParticipationAtelier, Temoignage
from .approuver import TEXTES_PAR_AUTEUR
from .generation import changer_generation
from .journal import tracer
from .registre import degrossir, recalculer_attributions


@transaction.atomic
def suivre_fusion(gardee: Ressource, par: Compte) -> None:
    """Weigh again every attribution after a merge into `gardee`, and tell the caches that names changed.

    A region may have lost one of the three resources that hid each other, and a person may now have more than three
    texts under one name.
    """
    changer_generation()
    Depot.objects.filter(ressource=gardee).exclude(region=gardee.region).update(region=gardee.region)
    _separer_les_auteurs(gardee, par)
    recalculer_attributions(par=par)
    tracer("fusionner", "ressource", gardee.pk, par=par)


def accorder_participations(restee: ParticipationAtelier, partie: ParticipationAtelier) -> None:
    """Keep the larger of two counts of one workshop, not their sum: the same people may have been counted twice."""
    restee.nombre = max(restee.nombre, partie.nombre)
    restee.save(update_fields=["nombre"])


def _separer_les_auteurs(gardee: Ressource, par: Compte) -> None:
    """Take the name off all its texts, of every year, when one person has too many of them.

    All, not that person's alone: to change alone would tell that they are one person's.
    """
    publies = Depot.objects.filter(ressource=gardee, etat=EtatDepot.PUBLIE).values("auteur").order_by()
    if not publies.annotate(nombre=Count("pk")).filter(nombre__gt=TEXTES_PAR_AUTEUR).exists():
        return
    nommes = Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE, echelon=Echelon.RESSOURCE, ressource=gardee)
    reseau = voisinages(*nommes.order_by().values_list("edition", flat=True).distinct())
    degrossir(nommes, Echelon.QUEBEC, reseau=reseau, motif="fusionner", par=par)
