"""Keep raw words no longer than promised."""

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import connections, transaction

from reseau.horloge import maintenant

from ..chambre.scelles import detruire_cle
from ..coffre.models import CleDepot
from ..etats import EtatDepot, LieuIncident, MotifRefus, NatureIncident
from ..models import Depot, Lot
from ..regles import CLE_SANS_LIGNE, CONSERVATION, LOT_ABANDONNE, echeance_sans_decision
from .journal import passer, tracer
from .signaler import signaler

PAR_LOT = 400  # ids in one query, under the limit of every engine
# More keys than that with no row is another accident: the site reads the wrong database, and would destroy all.
CLES_SANS_LIGNE_AU_PLUS = 100


def effacer(depot: Depot) -> None:
    """Destroy the raw words of a deposit: its key, then the sealed columns."""
    detruire_cle(depot.pk)
    depot.brut = depot.propose = depot.demande_auteur = None
    depot.detruit_le = maintenant()
    depot.save(update_fields=["brut", "propose", "demande_auteur", "detruit_le"])
    depot.decisions.update(empreinte="", debut_recu=None, fin_recu=None)


def detruire_echus(*, instant: datetime.datetime | None = None) -> int:
    """Destroy the raw words whose time has come, the files of abandoned imports, the keys of nothing; count them.

    Words decided long enough ago, and words that nobody decided of in time: those become « non retenu ». Safe to run
    at any time and twice: what is destroyed is not counted again.
    """
    instant = instant or maintenant()
    compte = (
        _detruire_decides(instant - CONSERVATION)
        + _detruire_perimes(instant)
        + _abandonner_lots(instant)
        + _balayer_cles(instant - CLE_SANS_LIGNE)
    )
    vider_journal_sqlite()
    return compte


def _detruire_decides(limite: datetime.datetime) -> int:
    compte = 0
    for cle in list(Depot.objects.echus(limite).values_list("pk", flat=True)):
        with transaction.atomic():
            # Locked and asked again: someone may have withdrawn it, or brought it back, since.
            depot = Depot.objects.echus(limite).select_for_update().filter(pk=cle).first()
            if depot:
                effacer(depot)
                tracer("detruire", "depot", depot.pk)
                compte += 1
    return compte


def _detruire_perimes(instant: datetime.datetime) -> int:
    compte = 0
    for cle, jour in echeances_sans_decision().items():
        if jour > instant.date():
            continue
        with transaction.atomic():
            depot = Depot.objects.sans_decision().select_for_update(of=("self",)).filter(pk=cle).first()
            if depot:
                passer(depot, EtatDepot.REFUSE)
                depot.motif_refus, depot.bon_a_tirer = MotifRefus.ILLISIBLE, ""
                depot.decide_le = instant
                depot.save(update_fields=["etat", "motif_refus", "bon_a_tirer", "decide_le"])
                effacer(depot)
                tracer("perimer", "depot", depot.pk)
                compte += 1
    return compte


def echeances_sans_decision() -> dict[UUID, datetime.date]:
    """Return the day when each deposit that nobody decided of will be destroyed."""
    attendus = Depot.objects.sans_decision().values_list("pk", "recu_le", "fin")  # type: ignore[misc]  # annotated
    locale = maintenant().tzinfo
    return {cle: echeance_sans_decision(recu_le.astimezone(locale).date(), fin) for cle, recu_le, fin in attendus}


def _abandonner_lots(instant: datetime.datetime) -> int:
    compte = 0
    abandonnes = Lot.objects.filter(cree_le__lte=instant - LOT_ABANDONNE, contenu__isnull=False)
    for cle in list(abandonnes.values_list("pk", flat=True)):
        with transaction.atomic():
            lot = abandonnes.select_for_update().filter(pk=cle)
            if lot.update(contenu=None, empreinte_fichier="", abandonne_le=instant):
                detruire_cle(cle)
                tracer("abandonner", "lot", cle)
                compte += 1
    return compte


def _balayer_cles(limite: datetime.datetime) -> int:
    """Destroy the keys that nothing needs: a deposit half written, a search after a withdrawal that nobody ran.

    Each opens an incident: only a crash, or a task that never ran, leaves one behind, and that search is to be made by
    hand. Too many at once are left alone, and are an incident.
    """
    anciennes = list(CleDepot.objects.filter(cree_le__lte=limite).values_list("pk", flat=True))
    lots = [anciennes[debut : debut + PAR_LOT] for debut in range(0, len(anciennes), PAR_LOT)]
    orphelines = [cle for lot in lots for cle in _sans_ligne(lot)]
    if len(orphelines) > CLES_SANS_LIGNE_AU_PLUS:
        signaler(nature=NatureIncident.PERTE, surface=LieuIncident.COFFRE)
        return 0
    for cle in orphelines:
        detruire_cle(cle)
        signaler(nature=NatureIncident.RESIDU, surface=LieuIncident.FOUILLE, reference=str(cle))
    return len(orphelines)


def _sans_ligne(cles: Collection[UUID]) -> list[UUID]:
    utiles = {
        *Depot.objects.filter(pk__in=cles, brut__isnull=False).values_list("pk", flat=True),
        *Lot.objects.filter(pk__in=cles, contenu__isnull=False).values_list("pk", flat=True),
    }
    return [cle for cle in cles if cle not in utiles]


def vider_journal_sqlite() -> None:
    """Truncate the write-ahead logs, where SQLite keeps the old pages; nothing to do elsewhere or in a transaction."""
    for connexion in connections.all(initialized_only=True):
        if connexion.vendor == "sqlite" and not connexion.in_atomic_block:
            with connexion.cursor() as curseur:
                curseur.execute("PRAGMA wal_checkpoint(TRUNCATE)")
