"""What a page says of itself to search engines (schema.org), as a block of data inside the page: nothing runs it."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe


def ecrire_json_ld(dit: Mapping[str, Any]) -> SafeString:
    """Return the content of a `<script type="application/ld+json">`; what is empty is left out."""
    texte = json.dumps(
        {nom: valeur for nom, valeur in dit.items() if valeur not in ("", [], {}, None)}, ensure_ascii=False
    )
    for signe in "<>&":
        texte = texte.replace(signe, f"\\u{ord(signe):04x}")
    return mark_safe(texte)  # noqa: S308 - nothing is left that could close the element
