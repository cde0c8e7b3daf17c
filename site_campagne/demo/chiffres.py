"""Key figures of the invented federation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Serie:
    """What is counted."""

    cle: str
    libelle: str
    unite: str
    definition: str


@dataclass(frozen=True, slots=True)
class Compte:
    """A value of a series, by the key that pages quote it by."""

    cle: str
    serie: str
    nombre: str
    date: str
    qualificatif: str = "exact"


SOURCE = "Relevé annuel de La Grande Rallonge"
SERIES = (
    Serie(
        "places",
        "chaises autour des tables",
        "",
        "Les chaises en état de servir dans les ressources membres, comptées un mardi midi. Les tabourets comptent.",
    ),
    Serie("soirs", "soirées ouvertes en une semaine", "", "Une soirée compte si la porte est ouverte après 18 h."),
    Serie("part", "part du temps passée dans les formulaires", "%", "En heures payées, pour l’année d’avant."),
)
COMPTES = (
    Compte("places-2025", "places", "18500", "2025-10-10", "pres_de"),
    Compte("places-2026", "places", "20000", "2026-10-10", "plus_de"),
    Compte("soirs-2026", "soirs", "147", "2026-10-10"),
    Compte("part-2026", "part", "12.5", "2026-10-10", "environ"),
)
