"""The paragraph of a region, from its locative on: « En Estrie, deux tables… »."""

import re


def commencer_par_le_lieu(paragraphe: str, en_lieu: str) -> str:
    """Return a paragraph that opens with where it speaks of.

    Args:
        paragraphe: what follows, or the whole sentence when somebody typed the place again.
        en_lieu: « en Estrie »; empty leaves the paragraph alone.
    """
    suite = paragraphe.strip()
    if not en_lieu or not suite:
        return suite
    # Typed by hand, the apostrophe and the spaces vary: the place is not said twice.
    deja = r"\s+".join(re.escape(mot).replace("’", "[’']") for mot in en_lieu.split())
    suite = re.sub(rf"\A{deja}\s*,?\s*", "", suite, flags=re.IGNORECASE)
    return f"{en_lieu[0].upper()}{en_lieu[1:]}, {suite}"
