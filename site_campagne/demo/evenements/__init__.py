"""45 invented events: two past editions, and one being prepared, with every state that an event may be in."""

from .annee_2025 import EVENEMENTS_2025
from .annee_2026 import EVENEMENTS_2026
from .annee_2027 import EVENEMENTS_2027
from .fiche import Evenement, Suite

EVENEMENTS: tuple[Evenement, ...] = EVENEMENTS_2025 + EVENEMENTS_2026 + EVENEMENTS_2027

__all__ = ["EVENEMENTS", "Evenement", "Suite"]
