"""The paper workshop: a file becomes deposits, and each line a slip with its code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte, Ressource

from ..chambre.codes import code_de, empreinte, empreinte_code
from ..chambre.scelles import cle_de, creer_cle, detruire_cle, ouvrir, sceller
from ..chambre.trousseau import ChambreFermee
from ..etats import Duree
from ..feuilles import lire_feuille
from ..models import Amorce, Lot, ParticipationAtelier
from ..permissions import peut_importer
from ..regles import EDITIONS, edition_de
from .confronter import LotLu, confronter
from .deposer import deposer
from .erreurs import Refus
from .journal import tracer


@dataclass(frozen=True)
class Confirmation:
    """What the resource attests. `participants` maps a resource's key to how many people took part."""

    attestation: bool
    participants: Mapping[int, int] = field(default_factory=dict)
    duree: str = Duree.EDITION
    sans_les_erreurs: bool = False


@dataclass(frozen=True)
class Talon:
    """A slip to cut out: which line of the file, and its code."""

    ligne: int
    ressource: str
    amorce: str
    code: str


def preparer_lot(*, octets: bytes, par: Compte, edition: int | None = None) -> Lot:
    """Seal a file until it is confirmed. Raises `Refus`, or `FeuilleIllisible` when it is not a table."""
    if not peut_importer(par):
        raise Refus("permission")
    instant = maintenant()
    edition = edition or edition_de(instant.date())
    if edition not in EDITIONS:
        raise Refus("edition")
    lire_feuille(octets)
    marque = empreinte("fichier", octets.hex())
    _refuser_un_double(marque)
    identifiant = uuid4()
    lot = Lot(
        id=identifiant,
        edition=edition,
        par=par,
        cree_le=instant,
        contenu=sceller(creer_cle(identifiant), "lot.contenu", identifiant, octets.hex()),
        empreinte_fichier=marque,
    )
    lot.save(force_insert=True)
    tracer("preparer", "lot", lot.pk, par=par)
    return lot


def lire_lot(*, lot: Lot, par: Compte) -> LotLu:
    """Read a sealed file as it stands today. Records the reading. Raises `Refus`."""
    lot = Lot.objects.get(pk=lot.pk)
    _exiger_proprietaire(lot, par)
    if lot.contenu is None:
        raise Refus("deja_confirme")
    try:
        octets = bytes.fromhex(ouvrir(cle_de(lot.pk), "lot.contenu", lot.pk, bytes(lot.contenu)))
    except ChambreFermee as erreur:
        raise Refus("detruit") from erreur
    tracer("lire", "lot", lot.pk, par=par, motif="import")
    return confronter(lire_feuille(octets), lot)


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
            _exiger_proprietaire(verrou, par)
            if verrou.confirme_le:
                return _retrouver(verrou, grain)
            _refuser_un_double(verrou.empreinte_fichier)
            talons = _deposer(verrou, par, grain, confirmation, deposes)
    except Exception:
        for depot_id in deposes:
            detruire_cle(depot_id)
        raise
    detruire_cle(lot.pk)
    return talons


def abandonner_lot(*, lot: Lot, par: Compte) -> Lot:
    """Destroy a file that was not confirmed. Raises `Refus`."""
    with transaction.atomic():
        lot = Lot.objects.select_for_update().get(pk=lot.pk)
        _exiger_proprietaire(lot, par)
        if lot.confirme_le:
            raise Refus("deja_confirme")
        lot.contenu, lot.abandonne_le = None, maintenant()
        lot.save(update_fields=["contenu", "abandonne_le"])
        tracer("abandonner", "lot", lot.pk, par=par)
    detruire_cle(lot.pk)
    return lot


def _exiger_proprietaire(lot: Lot, par: Compte) -> None:
    if not peut_importer(par) or lot.par_id != par.pk:
        raise Refus("permission")


def _refuser_un_double(marque: str) -> None:
    if Lot.objects.filter(empreinte_fichier=marque, confirme_le__isnull=False).exists():
        raise Refus("deja_importe")


def _deposer(lot: Lot, par: Compte, grain: str, confirmation: Confirmation, deposes: list[UUID]) -> list[Talon]:
    lu = lire_lot(lot=lot, par=par)
    if lu.erreurs and not confirmation.sans_les_erreurs:
        raise Refus("erreurs")
    if not lu.valides:
        raise Refus("fichier")
    talons = []
    for ligne in lu.valides:
        demande = replace(ligne.demande, duree=confirmation.duree)
        recu = deposer(grain=_grain(grain, lot, ligne.numero), demande=demande, par=par)
        deposes.append(recu.depot_id)
        talons.append(_talon(ligne.numero, demande.ressource, demande.amorce, recu.code))
    ParticipationAtelier.objects.bulk_create(
        ParticipationAtelier(lot=lot, ressource_id=cle, nombre=nombre)
        for cle, nombre in confirmation.participants.items()
    )
    lot.contenu, lot.confirme_le, lot.lignes = None, maintenant(), len(talons)
    lot.save()
    tracer("confirmer", "lot", lot.pk, par=par)
    return talons


def _grain(grain: str, lot: Lot, ligne: int) -> str:
    return f"{grain}|{lot.pk}|{ligne}"


def _retrouver(lot: Lot, grain: str) -> list[Talon]:
    """Return the slips of a confirmed batch to who sends the same form again; to nobody else."""
    talons = []
    for depot in lot.depots.select_related("amorce", "ressource").order_by("ligne"):
        code = code_de(_grain(grain, lot, depot.ligne or 0))
        if empreinte_code(code) != depot.empreinte_code:
            raise Refus("deja_confirme")
        talons.append(_talon(depot.ligne or 0, depot.ressource, depot.amorce, code))
    return talons


def _talon(ligne: int, ressource: Ressource | None, amorce: Amorce | None, code: str) -> Talon:
    return Talon(ligne, ressource.nom if ressource else "", amorce.texte if amorce else "", code)
