"""The proposed text, seen by its author: accept it, or ask for a change. By the code alone: no account is involved."""

from dataclasses import dataclass

from django.db import transaction

from reseau.horloge import maintenant

from ..chambre.scelles import cle_de, sceller
from ..etats import EtatDepot, MotifLecture, MotifRenvoi
from ..models import Depot
from ..regles import danger_immediat, nettoyer
from .erreurs import Refus
from .journal import passer, tracer, verrouiller
from .prendre import Textes, ouvrir_textes

LONGUEUR_DEMANDE = 500  # characters


@dataclass(frozen=True)
class Proposition:
    """What the author sees: the text that would be published, and its hash, to say which text was accepted."""

    texte: str
    empreinte: str


@transaction.atomic
def lire_proposition(*, depot: Depot, auteur: str) -> Proposition:
    """Open the proposed text for the person whose author hash is `auteur`; records the reading. Raises `Refus`.

    It can be read while a second reader has it, then once published, until the raw words are destroyed.
    """
    depot = _le_sien(depot, auteur)
    if depot.etat not in (EtatDepot.SOUMIS, EtatDepot.PUBLIE):
        raise Refus("etat")
    textes = ouvrir_textes(depot)
    tracer("lire", "depot", depot.pk, motif=MotifLecture.AUTEUR)
    return Proposition(textes.propose, textes.empreinte)


@transaction.atomic
def accepter(*, depot: Depot, auteur: str, empreinte_vue: str) -> Depot:
    """Keep that the author accepts the proposal they saw, that one only. Twice is once. Raises `Refus`."""
    depot = _le_sien(depot, auteur)
    textes = _ouvrir_proposition(depot, empreinte_vue)
    if depot.bon_a_tirer != textes.empreinte:
        depot.bon_a_tirer = textes.empreinte
        depot.save(update_fields=["bon_a_tirer"])
        tracer("accepter", "depot", depot.pk)
    return depot


@transaction.atomic
def demander_changement(*, depot: Depot, auteur: str, empreinte_vue: str, demande: str) -> Depot:
    """Send the proposal back to its first reader with what its author asks, sealed. Raises `Refus`.

    Nothing of the deposit is published from then on unless its author accepts it. The same request twice is one.
    """
    demande = nettoyer(demande)
    if not 0 < len(demande) <= LONGUEUR_DEMANDE:
        raise Refus("demande")
    depot = _le_sien(depot, auteur)
    if _est_demande(depot, demande):
        return depot
    _ouvrir_proposition(depot, empreinte_vue)
    passer(depot, EtatDepot.EN_LECTURE)
    depot.demande_auteur = sceller(cle_de(depot.pk), "depot.demande_auteur", depot.pk, demande)
    depot.motif_renvoi, depot.bon_a_tirer, depot.relecture_voulue = MotifRenvoi.AUTEUR, "", True
    depot.urgent = depot.urgent or danger_immediat(demande)
    depot.pris_par, depot.pris_le = depot.soumis_par, maintenant()
    depot.save()
    tracer("demander", "depot", depot.pk, motif=MotifRenvoi.AUTEUR)
    return depot


def _le_sien(depot: Depot, auteur: str) -> Depot:
    depot = verrouiller(depot)
    if depot.auteur != auteur:
        raise Refus("code")
    return depot


def _ouvrir_proposition(depot: Depot, empreinte_vue: str) -> Textes:
    if depot.etat != EtatDepot.SOUMIS:
        raise Refus("etat")
    textes = ouvrir_textes(depot)
    if textes.empreinte != empreinte_vue:
        raise Refus("texte_change")
    return textes


def _est_demande(depot: Depot, demande: str) -> bool:
    """Whether this very request is already open: the button was pressed twice."""
    ouverte = depot.etat == EtatDepot.EN_LECTURE and depot.motif_renvoi == MotifRenvoi.AUTEUR
    return ouverte and ouvrir_textes(depot).demande == demande
