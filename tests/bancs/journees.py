"""Ten years of the day, invented: the same mix of months, regions, kinds and places whatever the number."""

import random
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pages.evenements.etats import GenreEvenement
from pages.models import Evenement
from reseau.langue.regions import REGIONS
from reseau.models import Ressource

GRAINE = 20261122
ANNEES = range(2016, 2026)
RESSOURCES, PAR_LOT = 90, 2000
# As many are to come at each size: what a visitor sees is the same page, among more or less past.
A_VENIR = 40
AUJOURDHUI = "2026-10-05"
FUSEAU = ZoneInfo("America/Toronto")


def peupler(nombre: int) -> None:
    """Fill an empty database with `nombre` public events over ten years, one in ten cancelled."""
    hasard = random.Random(GRAINE)  # noqa: S311 - a drawing that can be made again
    ressources = [_ressource(rang, hasard.choice(REGIONS).code) for rang in range(RESSOURCES)]
    faits = [_evenement(hasard, rang, nombre, hasard.choice(ressources)) for rang in range(nombre)]
    for debut in range(0, nombre, PAR_LOT):
        Evenement.objects.bulk_create(faits[debut : debut + PAR_LOT])


def _ressource(rang: int, region: str) -> Ressource:
    ressource = Ressource(nom=f"La Maison {rang}", forme_de=f"de La Maison {rang}", region=region, tranche_membres="")
    ressource.save()
    return ressource


def _evenement(hasard: random.Random, rang: int, nombre: int, ressource: Ressource) -> Evenement:
    debut = _debut(hasard, est_a_venir=rang < A_VENIR)
    publie = debut - timedelta(days=20)
    annule = rang % 10 == 9  # one in ten
    cle = UUID(int=hasard.getrandbits(128))
    return Evenement(
        cle=cle,
        slug=f"evenement-{debut.year}-{cle.hex[:12]}",
        ressource=ressource,
        genre=hasard.choice(GenreEvenement.values),
        titre=f"Café et visite de la maison {rang}",
        description="Une table, du pain, la porte ouverte. " * hasard.randint(1, 8),
        debut=debut,
        fin=debut + timedelta(hours=hasard.randint(1, 8)),
        municipalite=f"Ville {hasard.randint(1, 60)}",
        region=ressource.region,
        gratuit=hasard.choice(["oui", "non", ""]),
        fauteuil=hasard.choice(["oui", "non", ""]),
        live=True,
        first_published_at=publie,
        last_published_at=publie,
        annule_le=publie + timedelta(days=5) if annule else None,
        sequence=int(annule),
    )


def _debut(hasard: random.Random, *, est_a_venir: bool) -> datetime:
    if est_a_venir:
        return datetime(2026, 10, 10, hasard.randint(8, 20), tzinfo=FUSEAU) + timedelta(days=hasard.randint(0, 20))
    return datetime(hasard.choice(ANNEES), hasard.randint(1, 9), hasard.randint(1, 28), 13, tzinfo=FUSEAU)
