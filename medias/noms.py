"""Names of files that say nothing."""

import secrets
from pathlib import PurePath


def nom_au_hasard(filename: str) -> str:
    """Return a name that says nothing of the file it came from, with the same extension."""
    return f"{secrets.token_hex(8)}{PurePath(filename).suffix.lower()}"
