"""Municipalities and Indigenous communities, by their names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .constats import Constat
from .lexique import lire_liste, marques
from .mots import suit_un_nom
from .normalisation import plier

_LIEUX_DITS = {
    "COMMUNITY": ("Communauté autochtone nommée.", "ma communauté"),
    "PLACE": ("Municipalité ou quartier nommé.", "ma ville"),
}


@lru_cache(maxsize=1)
def _lieux() -> dict[str, str]:
    """Return the kind of place by folded name."""
    genres = {"municipalite": "PLACE", "communaute": "COMMUNITY"}
    return {plier(nom): genres[rubrique] for rubrique, noms in lire_liste("lieux").items() if rubrique for nom in noms}


_TOPONYME = re.compile(
    r"(?<![\w-])(?:(?:L'|La |Le )?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[':-][^\W\d_]+)*(?: "
    r"(?:d')?[A-ZÀ-ÖØ-Þ][^\W\d_]+)?|[^\W\d_]{4,}(?:-[^\W\d_]+)*)"
)


def chercher_lieux(texte: str) -> Iterator[Constat]:
    """Yield the places of a normalised text; without capital only those that are not words."""
    for trouve in _TOPONYME.finditer(texte):
        mots = trouve[0].split(" ")
        essais = [trouve[0], mots[0], mots[-1], " ".join(mots[:2])] if len(mots) > 1 else mots
        for nom in essais:
            genre = _lieux().get(plier(nom))
            rang = trouve.start() + trouve[0].index(nom)
            if genre and (nom[0].isupper() or "m" not in marques(nom)) and not suit_un_nom(texte, rang):
                raison, suggestion = _LIEUX_DITS[genre]
                yield Constat(rang, rang + len(nom), genre, "quasi", raison, suggestion, "lieu")
                break
