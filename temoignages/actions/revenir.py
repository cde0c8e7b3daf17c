"""Undo one decision: give back the words received in one place, or open again one passage that was kept.

The text received is still there, sealed: each difference with the proposal can be given back, whatever act made it,
and what comes back is flagged again. A decision only keeps where its words stood.
"""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q

from reseau.models import Compte

from ..ecarts import Ecart, comparer, retablir
from ..models import Depot
from .caviarder import garder_proposition, ouvrir_pour
from .erreurs import Refus


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
    _oublier(depot, choisis)
    return garder_proposition(depot, par, retablir(textes.brut, textes.propose, choisis), "revenir")


def _oublier(depot: Depot, ecarts: Iterable[Ecart]) -> None:
    """Delete the decisions that hid words of these passages: a passage retouched by hand was never one."""
    for ecart in ecarts:
        depot.decisions.filter(
            Q(debut_recu__lt=ecart.fin_recu, fin_recu__gt=ecart.debut_recu)
            # Words that a moderator had written, then hid: nothing was received there.
            | Q(debut_recu__gte=ecart.debut_recu, fin_recu__lte=ecart.fin_recu)
        ).delete()
