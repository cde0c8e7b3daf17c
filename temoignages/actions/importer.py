"""The paper workshop: a file becomes deposits, and each line a slip with its code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reseau.horloge import maintenant
from reseau.models import Compte, Ressource

from ..chambre.codes import code_de, empreinte, empreinte_code
from ..chambre.scelles import cle_de, creer_cle, detruire_cle, ouvrir, sceller
from ..etats import Duree, Echelon, Portee
from ..feuilles import Feuille, Rangee, lire_feuille, plat
from ..models import Amorce, Lot, ParticipationAtelier
from ..permissions import peut_importer
from ..regles import defaut_de_texte, edition_de, nettoyer
from .deposer import Demande, deposer
from .erreurs import Refus
from .journal import tracer

ATTRIBUTIONS = {"ressource": Echelon.RESSOURCE, "region": Echelon.REGION, "quebec": Echelon.QUEBEC}


@dataclass(frozen=True)
class LigneLue:
    """A line against the database: a request to deposit, or the sentences that say what to correct."""

    numero: int
    texte: str
    demande: Demande | None
    erreurs: tuple[str, ...]
    double_de: int | None = None


@dataclass(frozen=True)
class LotLu:
    """A file against the database."""

    lignes: tuple[LigneLue, ...]
    encodage: str

    @property
    def valides(self) -> list[LigneLue]:
        """Lines that can be imported."""
        return [ligne for ligne in self.lignes if ligne.demande]

    @property
    def erreurs(self) -> list[LigneLue]:
        """Lines to correct."""
        return [ligne for ligne in self.lignes if ligne.erreurs]

    @property
    def ressources(self) -> list[Ressource]:
        """The resources of the file, each once."""
        return list(dict.fromkeys(d.demande.ressource for d in self.valides if d.demande and d.demande.ressource))


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
    lire_feuille(octets)
    marque = empreinte("fichier", octets.hex())
    if Lot.objects.filter(empreinte_fichier=marque, confirme_le__isnull=False).exists():
        raise Refus("deja_importe")
    identifiant, instant = uuid4(), maintenant()
    lot = Lot(
        id=identifiant,
        edition=edition or edition_de(instant.date()),
        par=par,
        cree_le=instant,
        contenu=sceller(creer_cle(identifiant), "lot.contenu", identifiant, octets.hex()),
        empreinte_fichier=marque,
    )
    lot.save(force_insert=True)
    tracer("preparer", "lot", lot.pk, par=par)
    return lot


def lire_lot(*, lot: Lot, par: Compte) -> LotLu:
    """Read a sealed file against today's resources and sentences. Records the reading. Raises `Refus`."""
    if not peut_importer(par) or lot.par_id != par.pk:
        raise Refus("permission")
    if lot.contenu is None:
        raise Refus("deja_confirme")
    octets = bytes.fromhex(ouvrir(cle_de(lot.pk), "lot.contenu", lot.pk, bytes(lot.contenu)))
    tracer("lire", "lot", lot.pk, par=par, motif="import")
    return _confronter(lire_feuille(octets), lot)


def confirmer_lot(
    *,
    lot: Lot,
    par: Compte,
    grain: str,
    confirmation: Confirmation,
) -> list[Talon]:
    """Turn the valid lines into deposits; return their slips, which nothing stores.

    `grain` (of a one-time token) gives the codes, so the same form sent twice returns the same slips. Raises `Refus`.
    """
    if not confirmation.attestation:
        raise Refus("attestation")
    if lot.confirme_le:
        return _retrouver(lot, par, grain)
    lu = lire_lot(lot=lot, par=par)
    if lu.erreurs and not confirmation.sans_les_erreurs:
        raise Refus("erreurs")
    if not lu.valides:
        raise Refus("fichier")
    with transaction.atomic():
        verrou = Lot.objects.select_for_update().get(pk=lot.pk)
        if verrou.contenu is None:
            raise Refus("deja_confirme")
        talons = [_deposer_ligne(ligne, grain, par, confirmation.duree) for ligne in lu.valides]
        ParticipationAtelier.objects.bulk_create(
            ParticipationAtelier(lot=verrou, ressource_id=cle, nombre=nombre)
            for cle, nombre in confirmation.participants.items()
        )
        verrou.contenu, verrou.confirme_le, verrou.lignes = None, maintenant(), len(talons)
        verrou.save()
        tracer("confirmer", "lot", lot.pk, par=par)
    detruire_cle(lot.pk)
    return talons


def abandonner_lot(*, lot: Lot, par: Compte) -> Lot:
    """Destroy a file that was not confirmed. Raises `Refus`."""
    if not peut_importer(par) or lot.par_id != par.pk:
        raise Refus("permission")
    if lot.confirme_le:
        raise Refus("deja_confirme")
    detruire_cle(lot.pk)
    lot.contenu, lot.abandonne_le = None, maintenant()
    lot.save()
    tracer("abandonner", "lot", lot.pk, par=par)
    return lot


def _retrouver(lot: Lot, par: Compte, grain: str) -> list[Talon]:
    """Return the slips of a confirmed batch to whoever sends the same form again; to nobody else."""
    talons = []
    for depot in lot.depots.select_related("amorce", "ressource").order_by("ligne"):
        code = code_de(f"{grain}|{depot.ligne}")
        if lot.par_id != par.pk or empreinte_code(code) != depot.empreinte_code:
            raise Refus("deja_confirme")
        talons.append(_talon(depot.ligne or 0, depot.ressource, depot.amorce, code))
    return talons


def _talon(ligne: int, ressource: Ressource | None, amorce: Amorce | None, code: str) -> Talon:
    return Talon(ligne, ressource.nom if ressource else "", amorce.texte if amorce else "", code)


def _deposer_ligne(ligne: LigneLue, grain: str, par: Compte, duree: str) -> Talon:
    if ligne.demande is None:
        raise Refus("erreurs")
    recu = deposer(grain=f"{grain}|{ligne.numero}", demande=replace(ligne.demande, duree=duree), par=par)
    return _talon(ligne.numero, ligne.demande.ressource, ligne.demande.amorce, recu.code)


def _confronter(feuille: Feuille, lot: Lot) -> LotLu:
    amorces = {plat(amorce.texte): amorce for amorce in Amorce.objects.all()}
    ressources: dict[str, list[Ressource]] = {}
    premiers: dict[tuple[str, str, str], int] = {}
    lignes = []
    for rangee in feuille.rangees:
        if rangee.ressource not in ressources:
            ressources[rangee.ressource] = list(Ressource.objects.nommees(rangee.ressource))
        cle = (rangee.amorce, plat(rangee.texte), rangee.ressource)
        double = premiers.setdefault(cle, rangee.numero)
        lignes.append(
            _lire_ligne(rangee, lot, amorces, ressources[rangee.ressource], double if double != rangee.numero else None)
        )
    return LotLu(tuple(lignes), feuille.encodage)


def _lire_ligne(
    rangee: Rangee, lot: Lot, amorces: Mapping[str, Amorce], candidates: list[Ressource], double: int | None
) -> LigneLue:
    texte = nettoyer(rangee.texte)
    amorce = amorces.get(plat(rangee.amorce))
    attribution = ATTRIBUTIONS.get(plat(rangee.attribution))
    erreurs = [
        erreur for erreur in (defaut_de_texte(texte), _defaut_de_ressource(rangee.ressource, candidates)) if erreur
    ]
    if rangee.amorce and amorce is None:
        erreurs.append(str(_("Cette phrase à compléter n’existe pas. Laissez vide pour un texte libre.")))
    if attribution is None:
        erreurs.append(str(_("L’attribution doit être « ressource », « région » ou « Québec ».")))
    if erreurs or attribution is None:
        return LigneLue(rangee.numero, texte, None, tuple(erreurs))
    demande = Demande(
        texte=texte,
        attribution=attribution,
        usages=[Portee.WEB],
        amorce=amorce,
        ressource=candidates[0],
        edition=lot.edition,
        lot=lot,
        ligne=rangee.numero,
    )
    return LigneLue(rangee.numero, texte, demande, (), double)


def _defaut_de_ressource(nom: str, candidates: list[Ressource]) -> str:
    if not nom:
        return str(_("Il manque la ressource."))
    if not candidates:
        return str(_("Cette ressource n’est pas dans le répertoire : %(nom)s.")) % {"nom": nom}
    if len(candidates) > 1:
        regions = str(_(" et ")).join(ressource.get_region_display() for ressource in candidates)
        message = _("Plusieurs ressources portent ce nom (%(regions)s). Écrivez « %(nom)s (%(region)s) ».")
        return str(message) % {"regions": regions, "nom": nom, "region": candidates[0].get_region_display()}
    return ""
