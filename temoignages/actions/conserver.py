"""Keep raw words no longer than promised."""

import datetime

from django.db import connections, transaction

from reseau.horloge import maintenant

from ..chambre.scelles import detruire_cle
from ..models import Depot, Lot
from ..regles import CONSERVATION, LOT_ABANDONNE
from .journal import tracer


def effacer(depot: Depot) -> None:
    """Destroy the raw words of a deposit: its key, then both sealed columns."""
    detruire_cle(depot.pk)
    depot.brut = depot.propose = None
    depot.detruit_le = maintenant()
    depot.save()
    depot.decisions.update(empreinte="")


def detruire_echus(*, instant: datetime.datetime | None = None) -> int:
    """Destroy the raw words decided long enough ago, and the files of abandoned imports; return how many.

    Safe to run at any time and twice: what is destroyed is not counted again.
    """
    instant = instant or maintenant()
    compte = 0
    for depot in Depot.objects.echus(instant - CONSERVATION).iterator():
        with transaction.atomic():
            effacer(depot)
            tracer("detruire", "depot", depot.pk)
        compte += 1
    for lot in Lot.objects.filter(cree_le__lte=instant - LOT_ABANDONNE, contenu__isnull=False):
        detruire_cle(lot.pk)
        lot.contenu, lot.abandonne_le = None, instant
        lot.save()
        tracer("abandonner", "lot", lot.pk)
        compte += 1
    vider_journal_sqlite()
    return compte


def vider_journal_sqlite() -> None:
    """Truncate the write-ahead logs, where SQLite keeps the old pages; nothing to do elsewhere or in a transaction."""
    for connexion in connections.all(initialized_only=True):
        if connexion.vendor == "sqlite" and not connexion.in_atomic_block:
            with connexion.cursor() as curseur:
                curseur.execute("PRAGMA wal_checkpoint(TRUNCATE)")
