"""The paper workshop: a table becomes deposits, and each person a slip with its code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte, Ressource

from ..chambre.codes import empreinte, empreinte_code
from ..chambre.scelles import cle_de, creer_cle, detruire_cle, ouvrir, sceller
from ..chambre.trousseau import ChambreFermee
from ..contenus import Contenu, ecrire, lire
from ..etats import Duree, Portee
from ..feuilles import lire_feuille
from ..models import Lot, ParticipationAtelier
from ..permissions import peut_importer, peut_traiter
from ..regles import EDITIONS, edition_de
from .caviarder import noms_permis
from .confronter import LotLu, confronter
from .deposer import deposer
from .erreurs import Refus
from .journal import tracer
from .talons import Talon, grain_de_ligne, talons_de


@dataclass(frozen=True)
class Confirmation:
    """What the resource attests. `participants` maps a resource's key to how many people took part."""

    attestation: bool
    participants: Mapping[int, int] = field(default_factory=dict)
    duree: str = Duree.EDITION
    usages: Sequence[str] = (Portee.WEB,)
    relecture: bool = False
    sans_les_erreurs: bool = False


def preparer_lot(*, octets: bytes, par: Compte, edition: int | None = None) -> Lot:
    """Seal a file of the staff until it is confirmed. Raises `Refus`, or `FeuilleIllisible` when it is not a table."""
    if not peut_importer(par):
        raise Refus("permission")
    edition = edition_valable(edition)
    contenu = Contenu(lire_feuille(octets))
    marque = empreinte("fichier", octets.hex())
    refuser_un_double(marque)
    return nouveau_lot(contenu, marque, par=par, edition=edition)


def edition_valable(edition: int | None) -> int:
    """Return a campaign year, the next one when none is given. Raises `Refus`."""
    edition = edition or edition_de(maintenant().date())
    if edition not in EDITIONS:
        raise Refus("edition")
    return edition


def refuser_un_double(marque: str) -> None:
    """Raise `Refus` when the same words were already imported."""
    if Lot.objects.filter(empreinte_fichier=marque, confirme_le__isnull=False).exists():
        raise Refus("deja_importe")


def nouveau_lot(contenu: Contenu, marque: str, *, par: Compte, edition: int, ressource: Ressource | None = None) -> Lot:
    """Return a batch, its content sealed under a key of its own."""
    identifiant = uuid4()
    lot = Lot(
        id=identifiant,
        edition=edition,
        par=par,
        ressource=ressource,
        cree_le=maintenant(),
        contenu=sceller(creer_cle(identifiant), "lot.contenu", identifiant, ecrire(contenu)),
        empreinte_fichier=marque,
    )
    lot.save(force_insert=True)
    tracer("preparer", "lot", lot.pk, par=par)
    return lot


def lire_contenu(*, lot: Lot, par: Compte) -> Contenu:
    """Open a batch that waits to be confirmed. Records the reading. Raises `Refus`."""
    lot = Lot.objects.get(pk=lot.pk)
    exiger_acces(lot, par)
    if lot.contenu is None:
        raise Refus("deja_confirme")
    try:
        contenu = lire(ouvrir(cle_de(lot.pk), "lot.contenu", lot.pk, bytes(lot.contenu)))
    except ChambreFermee as erreur:
        raise Refus("detruit") from erreur
    except ValueError as erreur:
        raise Refus("fichier") from erreur
    tracer("lire", "lot", lot.pk, par=par, motif="import")
    return contenu


def lire_lot(*, lot: Lot, par: Compte) -> LotLu:
    """Read a sealed batch against today's resources and sentences. Records the reading. Raises `Refus`."""
    contenu = lire_contenu(lot=lot, par=par)
    return confronter(contenu.completee, lot, contenu.reperes)


def confirmer_lot(*, lot: Lot, par: Compte, grain: str, confirmation: Confirmation) -> list[Talon]:
    """Turn the valid lines into deposits; return their slips, which nothing stores.

    `grain` (of a one-time token) gives the codes, so the same form sent twice, even at the same time, returns the same
    slips. Raises `Refus`, and then nothing is imported and no key is left.
    """
    if not confirmation.attestation:
        raise Refus("attestation")
    deposes: list[UUID] = []
    try:
        with transaction.atomic():
            verrou = Lot.objects.select_for_update().get(pk=lot.pk)
            exiger_acces(verrou, par)
            if not verrou.confirme_le:
                refuser_un_double(verrou.empreinte_fichier)
                _deposer(verrou, par, grain, confirmation, deposes)
            talons = talons_de(verrou.depots.select_related("amorce", "ressource").order_by("ligne"), verrou, grain)
    except Exception:
        for depot_id in deposes:
            detruire_cle(depot_id)
        raise
    detruire_cle(lot.pk)
    return talons


def abandonner_lot(*, lot: Lot, par: Compte) -> Lot:
    """Destroy a batch that was not confirmed. Raises `Refus`."""
    with transaction.atomic():
        lot = Lot.objects.select_for_update().get(pk=lot.pk)
        exiger_acces(lot, par)
        if lot.confirme_le:
            raise Refus("deja_confirme")
        lot.contenu, lot.empreinte_fichier, lot.abandonne_le = None, "", maintenant()
        lot.save(update_fields=["contenu", "empreinte_fichier", "abandonne_le"])
        tracer("abandonner", "lot", lot.pk, par=par)
    detruire_cle(lot.pk)
    return lot


def exiger_acces(lot: Lot, par: Compte) -> None:
    """Raise `Refus` unless the batch is that of the person, or of their resource."""
    if not peut_traiter(par, lot):
        raise Refus("permission")


def _deposer(lot: Lot, par: Compte, grain: str, confirmation: Confirmation, deposes: list[UUID]) -> None:
    lu = lire_lot(lot=lot, par=par)
    if lu.erreurs and not confirmation.sans_les_erreurs:
        raise Refus("erreurs")
    if not lu.valides:
        raise Refus("fichier")
    auteurs: dict[tuple[int | None, str], str] = {}
    permis = noms_permis()
    for ligne in lu.valides:
        # People are told apart inside one resource: two workshops may both have an « A ».
        personne = (ligne.demande.ressource.pk if ligne.demande.ressource else None, ligne.personne)
        demande = replace(
            ligne.demande,
            duree=confirmation.duree,
            usages=confirmation.usages,
            relecture_voulue=confirmation.relecture,
            auteur=auteurs.get(personne, ""),
        )
        recu = deposer(grain=grain_de_ligne(grain, lot, ligne.numero), demande=demande, par=par, permis=permis)
        deposes.append(recu.depot_id)
        if ligne.personne:
            auteurs.setdefault(personne, empreinte_code(recu.code))
    ParticipationAtelier.objects.bulk_create(
        ParticipationAtelier(lot=lot, ressource_id=cle, nombre=nombre)
        for cle, nombre in confirmation.participants.items()
    )
    lot.contenu, lot.confirme_le, lot.lignes = None, maintenant(), len(lu.valides)
    lot.save()
    tracer("confirmer", "lot", lot.pk, par=par)
