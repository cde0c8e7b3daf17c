"""60 invented testimonies: 26 of 2025, 34 of 2026."""

from .annee_2025 import RECOLTES_2025
from .annee_2026 import RECOLTES_2026
from .recolte import Parole, Recolte

RECOLTES: tuple[Recolte, ...] = RECOLTES_2025 + RECOLTES_2026
PAROLES: dict[str, Parole] = {parole.cle: parole for recolte in RECOLTES for parole in recolte.paroles}

__all__ = ["PAROLES", "RECOLTES", "Parole", "Recolte"]
