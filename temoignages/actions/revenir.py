"""Undo one decision: give back the words received in one place, or open again one passage that was kept.

Nothing is kept for it. The text received is still there, sealed: each difference with the proposal can be given back,
whatever act made it, and what comes back is flagged again.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet

from reseau.models import Compte

from .. import anonymat
from ..ecarts import Ecart, comparer, retablir
from ..models import DecisionConstat, Depot
from .caviarder import A_LA_MAIN, garder_proposition, noms_permis, ouvrir_pour
from .erreurs import Refus
from .prendre import Textes


@transaction.atomic
def revenir(
    *, depot: Depot, par: Compte, empreinte_vue: str, ecarts: Collection[int] = (), gardes: Collection[int] = ()
) -> Depot:
    """Undo the differences of these ranks (from 0, in the order of the text) and the kept passages of these decisions.

    Raises `Refus`, and then changes nothing: the text changed since, or there is nothing to undo.
    """
    depot, textes = ouvrir_pour(depot, par, empreinte_vue)
    choisis = [ecart for rang, ecart in enumerate(comparer(textes.brut, textes.propose)) if rang in ecarts]
    gardees = depot.decisions.exclude(raison_garde="").filter(pk__in=gardes)
    if len(choisis) < len(set(ecarts)) or gardees.count() < len(set(gardes)) or not (choisis or gardes):
        raise Refus("rien_a_annuler")
    gardees.delete()
    _oublier(depot, textes, choisis)
    return garder_proposition(depot, par, retablir(textes.brut, textes.propose, choisis), "revenir")


def _oublier(depot: Depot, textes: Textes, ecarts: list[Ecart]) -> None:
    """Delete one decision of replacement a passage given back: they hold no text, those of one type are alike."""
    constats = anonymat.detecter(textes.brut, noms_permis()) if ecarts else []
    for ecart in ecarts:
        types = [c.type for c in constats if ecart.debut_recu < c.fin and c.debut < ecart.fin_recu]
        remplacees = depot.decisions.filter(raison_garde="").order_by("-pk")
        if not sum(_oublier_une(remplacees.exclude(regle=A_LA_MAIN).filter(type=type_)) for type_ in types):
            _oublier_une(remplacees.filter(regle=A_LA_MAIN))


def _oublier_une(decisions: QuerySet[DecisionConstat]) -> bool:
    derniere = decisions.first()
    if derniere is not None:
        derniere.delete()
    return derniere is not None
