"""Receive someone's words."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction

from medias.langues import Langue
from reseau.horloge import maintenant
from reseau.models import Compte, Ressource

from .. import anonymat
from ..chambre.codes import code_de, empreinte_code
from ..chambre.scelles import creer_cle, detruire_cle, sceller
from ..etats import Duree, EtatDepot
from ..models import Amorce, Consentement, Depot, Lot
from ..permissions import peut_moderer
from ..regles import danger_immediat, defaut_de_texte, edition_de, fin_de_consentement, nettoyer
from .caviarder import compter, noms_permis
from .erreurs import Refus
from .journal import passer, tracer, verrouiller

VERSION_FORMULAIRE = "2026-11"


@dataclass(frozen=True)
class Demande:
    """What a person wrote and chose, already validated by a form or a file.

    `auteur`: `Depot.auteur` of the texts that the person already gave; empty for a first text. `langue`: that of the
    form that was accepted, and presumably of the words: a moderator corrects it.
    """

    texte: str
    attribution: str
    usages: Sequence[str]
    amorce: Amorce | None = None
    region: str = ""
    ressource: Ressource | None = None
    duree: str = Duree.EDITION
    edition: int | None = None
    lot: Lot | None = None
    ligne: int | None = None
    auteur: str = ""
    relecture_voulue: bool = False
    langue: str = Langue.FRANCAIS


@dataclass(frozen=True)
class Recu:
    """The answer to a deposit: its code, and whether this sending stored it (or an earlier one did).

    `rattache`: the text stands under a code that the person already has; its own is then nobody's, and `code` is empty.
    """

    code: str
    depot_id: UUID
    nouveau: bool
    urgent: bool
    rattache: bool = False
    relecture: bool = False


def deja_recu(*, grain: str) -> Recu | None:
    """Return the answer that an earlier sending of the same form got, if any."""
    code = code_de(grain)
    depot = Depot.objects.filter(empreinte_code=empreinte_code(code)).first()
    return _repondre(code, depot, nouveau=False) if depot else None


def _repondre(code: str, depot: Depot, *, nouveau: bool) -> Recu:
    rattache = depot.auteur != depot.empreinte_code
    return Recu(
        code="" if rattache else code,
        depot_id=depot.pk,
        nouveau=nouveau,
        urgent=depot.urgent,
        rattache=rattache,
        relecture=depot.relecture_voulue,
    )


def deposer(*, grain: str, demande: Demande, par: Compte | None = None, permis: tuple[str, ...] | None = None) -> Recu:
    """Seal and store a deposit under the code of `grain`; the same grain stores nothing twice.

    `permis` are `noms_permis()`, given by who brings many texts.

    Raises `Refus` when the text is empty or too long, when no use is allowed, or when no text has its author.
    """
    code = code_de(grain)
    texte = nettoyer(demande.texte)
    if defaut := defaut_de_texte(texte):
        raise Refus("texte", defaut)
    if not demande.usages:
        raise Refus("consentement")
    if deja := deja_recu(grain=grain):
        return deja
    if demande.auteur and not Depot.objects.filter(auteur=demande.auteur).exists():
        raise Refus("code")
    constats = anonymat.detecter(texte, noms_permis() if permis is None else permis)
    depot = _sceller(demande, texte, empreinte_code(code))
    compter(depot, constats)
    try:
        with transaction.atomic():
            depot.save(force_insert=True)
            _consentir(depot, demande)
            tracer("deposer", "depot", depot.pk, par=par)
    except IntegrityError:
        # The same form at the same time: the other request stored it.
        detruire_cle(depot.pk)
        deja = deja_recu(grain=grain)
        if deja is None:
            raise
        return deja
    except Exception:
        detruire_cle(depot.pk)
        raise
    return _repondre(code, depot, nouveau=True)


def _sceller(demande: Demande, texte: str, empreinte: str) -> Depot:
    identifiant = uuid4()
    cle = creer_cle(identifiant)
    instant = maintenant()
    ressource = demande.ressource
    return Depot(
        id=identifiant,
        amorce=demande.amorce,
        langue=demande.langue,
        lot=demande.lot,
        ligne=demande.ligne,
        edition=demande.edition or edition_de(instant.date()),
        region=ressource.region if ressource else demande.region,
        ressource=ressource,
        attribution_voulue=demande.attribution,
        empreinte_code=empreinte,
        auteur=demande.auteur or empreinte,
        relecture_voulue=demande.relecture_voulue,
        brut=sceller(cle, "depot.brut", identifiant, texte),
        propose=sceller(cle, "depot.propose", identifiant, texte),
        urgent=danger_immediat(texte),
        recu_le=instant,
    )


def _consentir(depot: Depot, demande: Demande) -> None:
    jour: datetime.date = depot.recu_le.date()
    Consentement.objects.bulk_create(
        Consentement(
            empreinte_code=depot.empreinte_code,
            portee=portee,
            edition=depot.edition,
            jusqu_au=fin_de_consentement(depot.edition, demande.duree),
            attribution_max=demande.attribution,
            version_formulaire=VERSION_FORMULAIRE,
            langue_formulaire=demande.langue,
            donne_le=jour,
        )
        for portee in dict.fromkeys(demande.usages)
    )


def a_alerter() -> list[Compte]:
    """Return who is told of an immediate danger: the moderators who can be written to."""
    comptes = Compte.objects.filter(is_active=True).exclude(email="").order_by("pk")
    return [compte for compte in comptes if peut_moderer(compte)]


def alerter(*, depot: Depot, compte: Compte) -> None:
    """Tell a moderator, by id only, that a deposit may speak of an immediate danger.

    Raises:
        OSError: the mail server does not take it.
    """
    sujet = f"À lire en premier : dépôt {depot}"
    corps = f"Un dépôt peut parler d’un danger immédiat.\n{settings.WAGTAILADMIN_BASE_URL}/admin/paroles/{depot.pk}/\n"
    send_mail(sujet, corps, None, [compte.email])


@transaction.atomic
def ecarter_rafale(*, depots: Iterable[UUID]) -> int:
    """Put aside the deposits of an automated burst that nobody has opened; return how many."""
    compte = 0
    for depot in Depot.objects.select_for_update().filter(pk__in=list(depots), etat=EtatDepot.RECU):
        passer(depot, EtatDepot.ECARTE)
        depot.decide_le = maintenant()
        depot.save()
        tracer("ecarter", "depot", depot.pk)
        compte += 1
    return compte


@transaction.atomic
def ramener(*, depot: Depot, par: Compte) -> Depot:
    """Bring a deposit that was put aside back to the queue. Raises `Refus`."""
    if not peut_moderer(par):
        raise Refus("permission")
    depot = verrouiller(depot)
    if depot.etat != EtatDepot.ECARTE:
        raise Refus("etat")
    if depot.est_detruit:
        raise Refus("detruit")
    passer(depot, EtatDepot.RECU)
    depot.decide_le = None
    depot.save()
    tracer("ramener", "depot", depot.pk, par=par)
    return depot
