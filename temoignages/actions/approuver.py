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
from .caviarder import compter, constats_ouverts
from .erreurs import Refus
from .generation import changement_public
from .journal import passer, tracer, verrouiller
from .prendre import Textes, exiger_lecteur, ouvrir_textes
from .registre import inscrire_approbation

__all__ = ["approuver", "echelon_calcule", "refuser", "renvoyer"]

ESSAIS_IDENTIFIANT = 20
# VIE_PRIVEE, section 4: more texts of one person in one place draw a portrait.
TEXTES_PAR_AUTEUR = 3


@transaction.atomic
def approuver(*, depot: Depot, par: Compte, empreinte_vue: str) -> Temoignage:
    """Publish the text that `par` saw. Raises `Refus`, superusers included, by the first rule that fails."""
    depot = _verrouiller_avec_l_auteur(depot)
    textes = _exiger_second_lecteur(depot, par)
    if textes.empreinte != empreinte_vue:
        raise Refus("texte_change")
    compter(depot, constats_ouverts(depot, textes.propose))
    if depot.constats_ouverts:
        raise Refus("constats")
    if depot.attend_son_auteur(textes.empreinte):
        raise Refus("bon_a_tirer")
    if limite_atteinte(depot):
        raise Refus("limite_auteur")
    consentements = Consentement.objects.filter(
        empreinte_code=depot.empreinte_code, retire_le=None, jusqu_au__gte=maintenant().date()
    )
    if not consentements.update(empreinte_texte=empreinte("approuve", textes.propose)):
        raise Refus("consentement")
    with changement_public([depot.empreinte_code]):
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
    if motif not in MotifRenvoi.values or motif == MotifRenvoi.AUTEUR:  # only its author can say so
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
    if motif not in MotifRefus.values or (motif == MotifRefus.LIMITE and not limite_atteinte(depot)):
        raise Refus("motif")
    passer(depot, EtatDepot.REFUSE)
    depot.motif_refus, depot.bon_a_tirer = motif, ""
    depot.decide_par, depot.decide_le = par, maintenant()
    depot.save()
    tracer("refuser", "depot", depot.pk, par=par, motif=motif)
    return depot


def deja_publies(depot: Depot) -> int:
    """Return how many texts of its author are published beside it: for the same resource, or for none that year."""
    publies = Depot.objects.filter(auteur=depot.auteur, etat=EtatDepot.PUBLIE, ressource=depot.ressource_id)
    return (publies if depot.ressource_id else publies.filter(edition=depot.edition)).count()


def limite_atteinte(depot: Depot) -> bool:
    """Whether its author has as many texts published beside it as one may: it cannot be published."""
    return deja_publies(depot) >= TEXTES_PAR_AUTEUR


def _verrouiller_avec_l_auteur(depot: Depot) -> Depot:
    """Lock every text of the author, always in the same order: two approvals at once count the same texts."""
    siens = Depot.objects.select_for_update().filter(auteur=depot.auteur).order_by("pk")
    return next(sien for sien in siens if sien.pk == depot.pk)


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
        "langue": depot.langue,
        "amorce": depot.amorce,
        "edition": depot.edition,
        "echelon": echelon,
        "region": "" if echelon == Echelon.QUEBEC else depot.region,
        "ressource": depot.ressource if echelon == Echelon.RESSOURCE else None,
        "avertissement": depot.avertissement,
        "theme": depot.theme,
        "empreinte_code": depot.empreinte_code,
    }
    for _essai in range(ESSAIS_IDENTIFIANT):
        identifiant = identifiant_opaque()
        if not Temoignage.objects.filter(pk=identifiant).exists():
            return Temoignage.objects.create(pk=identifiant, **champs)
    raise RuntimeError("Aucun identifiant libre : allonger LONGUEUR_ID.")
