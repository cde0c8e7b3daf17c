"""`python -m tests.postgresql.vieille_base`: a SQLite site with a row in nearly every table, for the move to read.

A process of its own: the engine is chosen as the settings are read. Its last line names the tables that stay empty.
"""

import datetime
import sys
import uuid
from decimal import Decimal
from typing import Any

import django
from django.core.management import call_command
from django.db import Error, connections, transaction

from site_campagne.demenagement.tables import _feuille, _type, tables_de

VIDES = "Vides : "
VALEURS: dict[str, Any] = {
    "BigIntegerField": 2**40,
    "BinaryField": bytes(range(256)),
    "BooleanField": True,
    "DateField": datetime.date(2026, 10, 10),
    "DateTimeField": datetime.datetime(2026, 11, 1, 5, 59, 59, 123456, tzinfo=datetime.UTC),  # as the clocks go back
    "DecimalField": Decimal("1.50"),
    "DurationField": datetime.timedelta(days=1, microseconds=3),
    "FloatField": 0.1,
    "JSONField": '{"é": [1.0, 2, null, true, "«\\u00a0mot\\u00a0»"], "a": {}}',
    "TimeField": datetime.time(13, 30),
    "UUIDField": uuid.UUID(int=7),
}


def _valeur(champ: Any, base: Any) -> Any:
    if champ.remote_field:
        lien = champ.remote_field.model
        return lien._base_manager.using(base.alias).values_list("pk", flat=True).first()
    if champ.choices:
        return next(iter(champ.flatchoices))[0]
    genre = _type(champ)
    if genre == "JSONField":
        return VALEURS[genre]
    if genre in VALEURS:
        return _feuille(champ).get_db_prep_value(VALEURS[genre], base)
    if "Char" in genre or "Text" in genre or genre in {"SlugField", "FileField", "URLField"}:
        return "été"[: champ.max_length or 3]
    return 1


def remplir() -> list[str]:
    """Put a row where there is none; return the tables that refuse one made blindly."""
    vides: list[str] = []
    for alias in connections:
        base = connections[alias]
        for table in [t for _passe in range(2) for t in tables_de(alias)]:
            if table.modele._base_manager.using(alias).exists():
                continue
            try:
                with transaction.atomic(alias):
                    table.ecrire(base, [tuple(_valeur(champ, base) for champ in table.champs)])
            except (Error, TypeError, ValueError):
                vides.append(table.nom)
    return sorted(
        {t.nom for a in connections for t in tables_de(a) if not t.modele._base_manager.using(a).exists()} & {*vides}
    )


if __name__ == "__main__":
    django.setup()
    call_command("charger_demo", "--migrer", verbosity=0, stdout=sys.stderr)
    sys.stdout.write(f"\n{VIDES}{' '.join(remplir())}\n")
