"""How long a recording lasts, and where in it one is, as people read it, or machines."""

_MINUTE = 60
_HEURE = 60 * _MINUTE


def duree_en_mots(secondes: float) -> str:
    """Return « 45 s », « 2 min 30 s », « 1 h 5 min », in any language: from an hour on, nobody counts the seconds."""
    entieres = round(secondes)
    heures, minutes, reste = entieres // _HEURE, entieres % _HEURE // _MINUTE, entieres % _MINUTE
    parts = [(heures, "h"), (minutes, "min"), (0 if heures else reste, "s")]
    return "\u00a0".join(f"{nombre}\u00a0{unite}" for nombre, unite in parts if nombre) or "0\u00a0s"


def minutage(secondes: float) -> str:
    """Return a moment: « 2:05 », « 1:02:05 »."""
    entieres = int(secondes)
    heures, minutes, reste = entieres // _HEURE, entieres % _HEURE // _MINUTE, entieres % _MINUTE
    return f"{heures}:{minutes:02}:{reste:02}" if heures else f"{minutes}:{reste:02}"


def duree_iso(secondes: float) -> str:
    """Return an ISO 8601 duration: « PT2M30S »; empty for nothing."""
    entieres = round(secondes)
    parts = (entieres // _HEURE, entieres % _HEURE // _MINUTE, entieres % _MINUTE)
    ecrites = "".join(f"{nombre}{lettre}" for nombre, lettre in zip(parts, "HMS", strict=True) if nombre)
    return f"PT{ecrites}" if ecrites else ""
