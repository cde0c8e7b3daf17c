"""The anonymisation register, and attributions that follow the network: coarser when it shrinks, never finer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from reseau.horloge import aujourdhui, maintenant
from reseau.models import Compte

from ..attribution import Voisinage, voisinages
from ..etats import Echelon, EtatTemoignage
from ..models import Depot, EntreeRegistre, Temoignage
from ..permissions import peut_approuver
from ..regles import Exposition, candidats_de, date_de_reevaluation, echelon_permis, echelon_revu, evaluer
from .erreurs import Refus
from .generation import changement_public, suivre_les_regions
from .journal import tracer


@dataclass(frozen=True)
class Changement:
    """An attribution that became coarser: the testimony's id, its level before and after."""

    temoignage: str
    avant: Echelon
    apres: Echelon


def inscrire_approbation(*, temoignage: Temoignage, par: Compte) -> None:
    """Write why a text that was just approved counts as anonymous. Call it in the transaction that publishes."""
    _inscrire([temoignage], voisinages(temoignage.edition), "approuver", par)


@transaction.atomic
def reevaluer(*, temoignage: Temoignage, par: Compte) -> EntreeRegistre:
    """Weigh a published text again, at the word of someone who reread it. Raises `Refus`.

    The attribution stays as it is: `recalculer_attributions` alone changes it.
    """
    if not peut_approuver(par):
        raise Refus("permission")
    temoignage = Temoignage.objects.select_for_update().get(pk=temoignage.pk)
    if temoignage.etat != EtatTemoignage.PUBLIE:
        raise Refus("etat")
    (entree,) = _inscrire([temoignage], voisinages(temoignage.edition), "reevaluer", par)
    tracer("reevaluer", "temoignage", temoignage.pk, par=par)
    return entree


@transaction.atomic
def recalculer_attributions(*, par: Compte | None = None) -> list[Changement]:
    """Make coarser what the network of today no longer allows; return what changed. Twice is once.

    All texts that look alike to the public (same year, same attribution) change together, whatever resource each
    came from: were one to change alone when its resource leaves, the change itself would say where it came from.
    """
    suivre_les_regions()
    nommes = Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE).exclude(echelon=Echelon.QUEBEC)
    groupes = list(nommes.order_by().values_list("edition", "echelon", "ressource", "region").distinct())
    reseau = voisinages(*{edition for edition, *_reste in groupes})
    changements: list[Changement] = []
    for edition, echelon, ressource, region in groupes:
        entourage = reseau[edition].entourage(ressource, region)
        permis = echelon_permis(entourage, a_ressource=ressource is not None, a_region=bool(region))
        revu = echelon_revu(echelon, permis)
        if revu != echelon:
            semblables = nommes.filter(edition=edition, echelon=echelon, ressource=ressource, region=region)
            changes = degrossir(semblables, revu, reseau=reseau, motif="recalculer", par=par)
            changements += [Changement(change.pk, Echelon(echelon), revu) for change in changes]
    return changements


def degrossir(
    semblables: QuerySet[Temoignage],
    echelon: Echelon,
    *,
    reseau: Mapping[int, Voisinage],
    motif: str,
    par: Compte | None,
) -> list[Temoignage]:
    """Bring texts that look alike to a coarser step, together, and write it in the register. In a transaction.

    `reseau`: what surrounds the texts of each edition. `motif`: the verb of the register's rows.
    """
    with changement_public(semblables.values_list("empreinte_code", flat=True)):
        changes = _degrossir(list(semblables.select_for_update()), echelon, par)
    _inscrire(changes, reseau, motif, par)
    return changes


def _degrossir(temoignages: list[Temoignage], echelon: Echelon, par: Compte | None) -> list[Temoignage]:
    for temoignage in temoignages:
        temoignage.echelon, temoignage.ressource = echelon, None
        temoignage.region = temoignage.region if echelon == Echelon.REGION else ""
        temoignage.save(update_fields=["echelon", "ressource", "region"])
        tracer("recalculer", "temoignage", temoignage.pk, par=par, motif=echelon)
    return temoignages


def _inscrire(
    temoignages: Iterable[Temoignage], reseau: Mapping[int, Voisinage], motif: str, par: Compte | None
) -> list[EntreeRegistre]:
    temoignages = list(temoignages)
    depots = Depot.objects.filter(empreinte_code__in=[temoignage.empreinte_code for temoignage in temoignages])
    gardes = Count("decisions", filter=~Q(decisions__raison_garde=""))
    lus = {
        code: (sensible, passages)
        for code, sensible, passages in depots.values_list("empreinte_code", "theme_sensible").annotate(gardes=gardes)
    }
    entrees = []
    for temoignage in temoignages:
        sensible, passages = lus[temoignage.empreinte_code]
        entourage = reseau[temoignage.edition].entourage(temoignage.ressource_id, temoignage.region)
        evaluation = evaluer(
            Exposition(
                echelon=temoignage.echelon,
                candidats=candidats_de(entourage, temoignage.echelon),
                longueur=len(temoignage.texte),
                gardes=passages,
                theme_sensible=sensible,
            )
        )
        entrees.append(
            EntreeRegistre(
                temoignage=temoignage,
                echelon=temoignage.echelon,
                individualisation=evaluation.individualisation,
                correlation=evaluation.correlation,
                inference=evaluation.inference,
                risque_residuel=evaluation.risque_residuel,
                motif=motif,
                par=par,
                le=maintenant(),
                reevaluer_le=date_de_reevaluation(aujourdhui(), evaluation.risque_residuel),
            )
        )
    return EntreeRegistre.objects.bulk_create(entrees, batch_size=500)


def a_reevaluer() -> QuerySet[EntreeRegistre]:
    """Return the last row of each text still published whose date of re-evaluation has come."""
    suivantes = EntreeRegistre.objects.filter(temoignage=OuterRef("temoignage"), pk__gt=OuterRef("pk"))
    return EntreeRegistre.objects.filter(
        ~Exists(suivantes), temoignage__etat=EtatTemoignage.PUBLIE, reevaluer_le__lte=aujourdhui()
    )
