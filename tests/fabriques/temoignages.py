"""Deposits, and what becomes of them: every row is made by the room's own actions."""

import secrets
from typing import Any

import factory
from django.contrib.auth.models import Permission
from factory.django import DjangoModelFactory

from reseau.models import AliasRessource, Compte, Ressource
from site_campagne.demo.amorces import AMORCES
from site_campagne.demo.ressources import RESSOURCES
from temoignages.actions import (
    Demande,
    Garde,
    approuver,
    caviarder,
    constats_ouverts,
    deposer,
    lire,
    prendre,
    soumettre,
)
from temoignages.chambre.codes import code_de
from temoignages.etats import Echelon, MotifGarde, MotifLecture, Portee
from temoignages.models import Amorce, Depot, Temoignage

from .reseau import CompteFactory

DROITS = ("moderer_depot", "approuver_depot", "importer_depot", "retirer_depot", "traduire_parole")


class AmorceFactory(DjangoModelFactory[Amorce]):
    class Meta:
        model = Amorce

    texte = factory.Sequence(lambda rang: f"Autour de la table {rang}, je trouve…")


def une_personne(*droits: str, **champs: Any) -> Compte:
    """Return an account of the staff; by default one that may do everything in the room."""
    compte = CompteFactory.create(**champs)
    codes = [*(droits or DROITS), "access_admin"]
    compte.user_permissions.set(Permission.objects.filter(codename__in=codes))
    return Compte.objects.get(pk=compte.pk)


def un_depot(texte: str = "du monde qui écoute", **champs: Any) -> Depot:
    """Return a deposit as the public form makes it."""
    demande = Demande(texte=texte, **{"attribution": Echelon.QUEBEC, "usages": [Portee.WEB], **champs})
    return Depot.objects.get(pk=deposer(grain=secrets.token_hex(8), demande=demande).depot_id)


def un_depot_et_son_code(texte: str = "du monde qui écoute", **champs: Any) -> tuple[Depot, str]:
    """Return a deposit and the code that its author holds."""
    grain = secrets.token_hex(8)
    demande = Demande(texte=texte, **{"attribution": Echelon.QUEBEC, "usages": [Portee.WEB], **champs})
    return Depot.objects.get(pk=deposer(grain=grain, demande=demande).depot_id), code_de(grain)


def soumettre_depot(depot: Depot, par: Compte) -> Depot:
    """Take a deposit that names nobody and send it to a second reader; what is still flagged in it is kept."""
    return tout_garder_et_soumettre(prendre(depot=depot, par=par), par)


def tout_garder_et_soumettre(depot: Depot, par: Compte) -> Depot:
    """Keep, with a reason, each passage that a reader who holds a deposit has not decided of; send it on."""
    vu = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    if ouverts := constats_ouverts(depot, vu.propose):
        gardes = [Garde(constat.debut, constat.fin, MotifGarde.VAGUE) for constat in ouverts]
        depot = caviarder(depot=depot, par=par, empreinte_vue=vu.empreinte, gardes=gardes)
    return soumettre(depot=depot, par=par, empreinte_vue=vu.empreinte)


def approuver_depot(depot: Depot, par: Compte) -> Temoignage:
    """Approve what a second reader sees."""
    vu = lire(depot=depot, par=par, motif=MotifLecture.APPROBATION)
    return approuver(depot=depot, par=par, empreinte_vue=vu.empreinte)


def un_temoignage(texte: str = "du monde qui écoute", **champs: Any) -> Temoignage:
    """Return a published testimony, read by one person and approved by another."""
    return approuver_depot(soumettre_depot(un_depot(texte, **champs), une_personne()), une_personne())


def le_repertoire_de_la_demo() -> None:
    """Create the resources and the sentences that the demo's workshop file names."""
    for fiche in RESSOURCES:
        ressource = Ressource.objects.create(
            nom=fiche.nom,
            forme_de=fiche.forme_de,
            forme_confirmee=True,
            region=fiche.region,
            municipalite=fiche.municipalite,
            genre=fiche.genre,
            tranche_membres=fiche.tranche,
        )
        for alias in fiche.alias:
            AliasRessource.objects.create(ressource=ressource, nom=alias)
    for amorce in AMORCES:
        Amorce.objects.create(texte=amorce.texte, couleur=amorce.couleur, ordre=amorce.ordre)
