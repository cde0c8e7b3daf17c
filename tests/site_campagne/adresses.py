"""Every address of the admin, each with its arguments filled from rows that exist."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

# What no row is needed for: a number that no table has reached. Who may not is turned away before it is looked up.
AUCUNE = 999_999
ZEROS = "00000000-0000-0000-0000-000000000000"


def motifs(resolveur: Any, prefixe: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the name, with its namespaces, and the named arguments of each address under a resolver."""
    for motif in resolveur.url_patterns:
        if isinstance(motif, URLResolver):
            yield from motifs(motif, f"{prefixe}{motif.namespace}:" if motif.namespace else prefixe)
        elif isinstance(motif, URLPattern) and motif.name:
            yield f"{prefixe}{motif.name}", sorted(motif.pattern.regex.groupindex)


def adresses_de_l_admin(valeurs: Mapping[str, Any]) -> dict[str, str]:
    """Return each address of the admin by its name.

    Args:
        valeurs: what to put in the arguments, by argument or by « namespace:argument », or by address for one whose
            arguments have no name; a number nobody has otherwise.
    """
    admin = next(m for m in get_resolver().url_patterns if str(m.pattern) == "admin/")
    trouvees = {}
    for nom, arguments in motifs(admin):
        espace = nom.rpartition(":")[0]
        connus = {a: valeurs.get(f"{espace}:{a}", valeurs.get(a)) for a in arguments}
        trouvees[nom] = reverse(nom, args=valeurs[nom]) if nom in valeurs else _remplie(nom, connus)
    return trouvees


def _remplie(nom: str, connus: Mapping[str, Any]) -> str:
    inconnus = [a for a, valeur in connus.items() if valeur is None]
    for valeurs in product((AUCUNE, ZEROS, "inconnu"), repeat=len(inconnus)):
        try:
            return reverse(nom, kwargs={**connus, **dict(zip(inconnus, valeurs, strict=True))})
        except NoReverseMatch:
            continue
    raise LookupError(nom)
