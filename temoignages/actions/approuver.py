"""The gate: a second person publishes, sends back or declines. Every path to the public goes through here."""

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte

from ..attribution import echelon_calcule
from ..chambre.codes import empreinte
from ..etats import Echelon, EtatDepot, MotifRefus, MotifRenvoi
from ..models import Consentement, Depot, Temoignage
from ..models.temoignage import identifiant_opaque
from ..permissions import est_contact, peut_approuver
from .caviarder import constats_ouverts
from .erreurs import Refus
from .journal import passer, tracer, verrouiller
from .prendre import Textes, exiger_lecteur, ouvrir_textes
from .registre import inscrire_approbation

__all__ = ["approuver", "echelon_calcule", "refuser", "renvoyer"]

ESSAIS_IDENTIFIANT = 20


@transaction.atomic
def approuver(*, depot: Depot, par: Compte, empreinte_vue: str) -> Temoignage:
    """Publish the text that `par` saw. Raises `Refus`, superusers included, by the first rule that fails."""
    depot = verrouiller(depot)
    textes = _exiger_second_lecteur(depot, par)
    if textes.empreinte != empreinte_vue:
        raise Refus("texte_change")
    depot.constats_ouverts = len(constats_ouverts(depot, textes.propose))
    if depot.constats_ouverts:
        raise Refus("constats")
    consentements = Consentement.objects.filter(
        empreinte_code=depot.empreinte_code, retire_le=None, jusqu_au__gte=maintenant().date()
    )
    if not consentements.update(empreinte_texte=empreinte("approuve", textes.propose)):
        raise Refus("consentement")
    temoignage = _publier(depot, textes.propose)
    passer(depot, EtatDepot.PUBLIE)
    depot.decide_par, depot.decide_le = par, maintenant()
    depot.save()
    inscrire_approbation(temoignage=temoignage, par=par)
    tracer("approuver", "depot", depot.pk, par=par)
    return temoignage


@transaction.atomic
def renvoyer(*, depot: Depot, par: Compte, motif: str) -> Depot:
    """Send a text back to its first reader, for a reason of the closed list. Raises `Refus`."""
    depot = verrouiller(depot)
    _exiger_second_lecteur(depot, par)
    if motif not in MotifRenvoi.values:
        raise Refus("motif")
    passer(depot, EtatDepot.EN_LECTURE)
    depot.motif_renvoi = motif
    depot.pris_par, depot.pris_le = depot.soumis_par, maintenant()
    depot.save()
    tracer("renvoyer", "depot", depot.pk, par=par, motif=motif)
    return depot


@transaction.atomic
def refuser(*, depot: Depot, par: Compte, motif: str) -> Depot:
    """Decline a text, for a reason of the closed list that its author can read. Raises `Refus`."""
    depot = verrouiller(depot)
    if depot.etat == EtatDepot.SOUMIS:
        _exiger_second_lecteur(depot, par)
    else:
        exiger_lecteur(depot, par)
    if motif not in MotifRefus.values:
        raise Refus("motif")
    passer(depot, EtatDepot.REFUSE)
    depot.motif_refus = motif
    depot.decide_par, depot.decide_le = par, maintenant()
    depot.save()
    tracer("refuser", "depot", depot.pk, par=par, motif=motif)
    return depot


def _exiger_second_lecteur(depot: Depot, par: Compte) -> Textes:
    if not peut_approuver(par):
        raise Refus("permission")
    if depot.etat != EtatDepot.SOUMIS:
        raise Refus("etat")
    if par.pk in (depot.soumis_par_id, depot.modifie_par_id):
        raise Refus("meme_personne")
    if est_contact(par, depot):
        raise Refus("contact")
    return ouvrir_textes(depot)


def _publier(depot: Depot, texte: str) -> Temoignage:
    echelon = echelon_calcule(depot)
    champs = {
        "texte": texte,
        "amorce": depot.amorce,
        "edition": depot.edition,
        "echelon": echelon,
        "region": "" if echelon == Echelon.QUEBEC else depot.region,
        "ressource": depot.ressource if echelon == Echelon.RESSOURCE else None,
        "avertissement": depot.avertissement,
        "empreinte_code": depot.empreinte_code,
    }
    for _essai in range(ESSAIS_IDENTIFIANT):
        identifiant = identifiant_opaque()
        if not Temoignage.objects.filter(pk=identifiant).exists():
            return Temoignage.objects.create(pk=identifiant, **champs)
    raise RuntimeError("Aucun identifiant libre : allonger LONGUEUR_ID.")
