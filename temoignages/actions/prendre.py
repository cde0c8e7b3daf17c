"""Take a deposit, read it, put it back."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte

from ..chambre.codes import empreinte
from ..chambre.scelles import cle_de, ouvrir
from ..chambre.trousseau import ChambreFermee
from ..etats import EtatDepot, MotifLecture
from ..models import Depot, Trace
from ..permissions import est_contact, peut_approuver, peut_moderer
from .erreurs import Refus
from .journal import passer, tracer, verrouiller

DUREE_DE_PRISE = timedelta(hours=24)


@dataclass(frozen=True)
class Textes:
    """The words of a deposit, in memory only: as received, as proposed, and the hash of the proposal.

    `demande`: what its author asks to change in a proposal, the last time they asked; empty when they never did.
    """

    brut: str
    propose: str
    empreinte: str
    demande: str = ""


@transaction.atomic
def prendre(*, depot: Depot, par: Compte) -> Depot:
    """Take a deposit to read it; one held for a day, or by someone who left, can be taken over.

    Raises `Refus`; once `par` has read enough for the day, of everything but what may be a danger.
    """
    if not peut_moderer(par):
        raise Refus("permission")
    depot = verrouiller(depot)
    if est_contact(par, depot):
        raise Refus("contact")
    if depot.etat == EtatDepot.EN_LECTURE:
        if depot.pris_par_id == par.pk:
            return depot
        if _tient_encore(depot):
            raise Refus("pris")
    elif depot.etat != EtatDepot.RECU:
        raise Refus("etat")
    if not depot.urgent and not lectures_restantes(par, sauf=depot):
        raise Refus("plafond")
    depot.etat = EtatDepot.EN_LECTURE
    depot.pris_par, depot.pris_le = par, maintenant()
    depot.save()
    tracer("prendre", "depot", depot.pk, par=par)
    return depot


def lectures_restantes(par: Compte, sauf: Depot | None = None) -> int:
    """Return how many more texts `par` may open today, in local time; `sauf` is not counted among those opened."""
    minuit = maintenant().replace(hour=0, minute=0, second=0, microsecond=0)
    actes = Trace.objects.filter(par=par, le__gte=minuit, objet="depot", verbe__in=("prendre", "lire"))
    lus = actes.exclude(objet_id=str(sauf.pk) if sauf else "").values("objet_id").distinct().count()
    return max(0, par.lectures_par_jour - lus)


def _tient_encore(depot: Depot) -> bool:
    recent = depot.pris_le is not None and depot.pris_le > maintenant() - DUREE_DE_PRISE
    return recent and depot.pris_par is not None and peut_moderer(depot.pris_par)


@transaction.atomic
def liberer(*, depot: Depot, par: Compte) -> Depot:
    """Put a deposit back in the queue, with what was done to its text. Raises `Refus`."""
    if not peut_moderer(par):
        raise Refus("permission")
    depot = verrouiller(depot)
    if depot.etat != EtatDepot.EN_LECTURE:
        raise Refus("etat")
    if depot.pris_par_id != par.pk:
        raise Refus("pris")
    passer(depot, EtatDepot.RECU)
    depot.pris_par = depot.pris_le = None
    depot.save()
    tracer("liberer", "depot", depot.pk, par=par)
    return depot


def lire(*, depot: Depot, par: Compte, motif: MotifLecture) -> Textes:
    """Open the raw words: the one way in. Records who and why. Raises `Refus`.

    The first reader must hold the deposit; a second reader sees it once submitted.
    """
    depot = Depot.objects.select_related("ressource").get(pk=depot.pk)
    autorise = {
        MotifLecture.MODERATION: depot.etat == EtatDepot.EN_LECTURE
        and depot.pris_par_id == par.pk
        and peut_moderer(par),
        MotifLecture.APPROBATION: depot.etat == EtatDepot.SOUMIS and peut_approuver(par),
    }
    if not autorise.get(motif):
        raise Refus("permission")
    if est_contact(par, depot):
        raise Refus("contact")
    textes = ouvrir_textes(depot)
    tracer("lire", "depot", depot.pk, par=par, motif=motif)
    return textes


def ouvrir_textes(depot: Depot) -> Textes:
    """Open the sealed columns, for actions that judge or change the text. Raises `Refus` once destroyed."""
    if depot.brut is None or depot.propose is None:
        raise Refus("detruit")
    try:
        cle = cle_de(depot.pk)
        brut = ouvrir(cle, "depot.brut", depot.pk, bytes(depot.brut))
        propose = ouvrir(cle, "depot.propose", depot.pk, bytes(depot.propose))
        scellee = depot.demande_auteur
        demande = ouvrir(cle, "depot.demande_auteur", depot.pk, bytes(scellee)) if scellee else ""
    except ChambreFermee as erreur:
        raise Refus("detruit") from erreur
    return Textes(brut, propose, empreinte("texte", propose), demande)


def exiger_lecteur(depot: Depot, par: Compte) -> None:
    """Raise `Refus` unless `par` is the moderator who holds this deposit."""
    if not peut_moderer(par):
        raise Refus("permission")
    if depot.etat != EtatDepot.EN_LECTURE:
        raise Refus("etat")
    if depot.pris_par_id != par.pk:
        raise Refus("pris")
    if est_contact(par, depot):
        raise Refus("contact")
