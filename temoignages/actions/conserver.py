"""Keep raw words no longer than promised."""

import datetime

from django.db import connections, transaction

from reseau.horloge import maintenant

from ..chambre.scelles import detruire_cle
from ..models import Depot, Lot
from ..regles import CONSERVATION, LOT_ABANDONNE
from .journal import tracer


def effacer(depot: Depot) -> None:
    """Destroy the raw words of a deposit: its key, then the sealed columns."""
    detruire_cle(depot.pk)
    depot.brut = depot.propose = depot.demande_auteur = None
    depot.detruit_le = maintenant()
    depot.save(update_fields=["brut", "propose", "demande_auteur", "detruit_le"])
    depot.decisions.update(empreinte="")


def detruire_echus(*, instant: datetime.datetime | None = None) -> int:
    """Destroy the raw words decided long enough ago, and the files of abandoned imports; return how many.

    Safe to run at any time and twice: what is destroyed is not counted again.
    """
    instant = instant or maintenant()
    compte = 0
    for cle in list(Depot.objects.echus(instant - CONSERVATION).values_list("pk", flat=True)):
        with transaction.atomic():
            # Locked and asked again: someone may have withdrawn it, or brought it back, since.
            depot = Depot.objects.echus(instant - CONSERVATION).select_for_update().filter(pk=cle).first()
            if depot:
                effacer(depot)
                tracer("detruire", "depot", depot.pk)
                compte += 1
    abandonnes = Lot.objects.filter(cree_le__lte=instant - LOT_ABANDONNE, contenu__isnull=False)
    for cle in list(abandonnes.values_list("pk", flat=True)):
        with transaction.atomic():
            if abandonnes.select_for_update().filter(pk=cle).update(contenu=None, abandonne_le=instant):
                detruire_cle(cle)
                tracer("abandonner", "lot", cle)
                compte += 1
    vider_journal_sqlite()
    return compte


def vider_journal_sqlite() -> None:
    """Truncate the write-ahead logs, where SQLite keeps the old pages; nothing to do elsewhere or in a transaction."""
    for connexion in connections.all(initialized_only=True):
        if connexion.vendor == "sqlite" and not connexion.in_atomic_block:
            with connexion.cursor() as curseur:
                curseur.execute("PRAGMA wal_checkpoint(TRUNCATE)")
