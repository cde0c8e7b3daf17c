"""What is typed in the search among many texts: words that are everywhere, rare, misspelt, nowhere."""

import time
from collections.abc import Iterator

# One text in so many holds this word: those of the crowd (`foule`) all share twenty.
SEMES = {"lanterne": 10, "boussole": 1_000}
PAR_LOT = 500


def indexer(murs: dict[int, str]) -> dict[int, float]:
    """Sow the rarer words and make the index of each database; return how many texts a second, by size."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    from pages.recherche.indexation import reconstruire  # noqa: PLC0415 - idem

    from .mur import _vider_les_statistiques  # noqa: PLC0415 - idem

    vitesses = {}
    for taille, nom in murs.items():
        connection.close()
        connection.settings_dict["NAME"] = nom
        _semer()
        debut = time.perf_counter()
        nombre = sum(reconstruire().values())
        vitesses[taille] = nombre / (time.perf_counter() - debut)
        _vider_les_statistiques()
    return vitesses


def _semer() -> None:
    from temoignages.models import Temoignage  # noqa: PLC0415 - after `setup`

    touches: dict[str, Temoignage] = {}
    textes = list(Temoignage.objects.publies().order_by("pk"))
    for mot, pas in SEMES.items():
        for temoignage in textes[::pas]:
            temoignage.texte += f" {mot}"
            touches[temoignage.pk] = temoignage
    Temoignage.objects.bulk_update(touches.values(), ["texte"], batch_size=PAR_LOT)


def adresses(tour: int) -> Iterator[tuple[str, str]]:
    """Yield what is looked for and its address."""
    base = "/recherche/?q="
    yield "recherche : mot de presque tous les textes", f"{base}café"
    yield "recherche : trois de ces mots", f"{base}table+chaises+matin"
    yield "recherche : mot d’un texte sur dix", f"{base}lanterne"
    yield "recherche : mot d’un texte sur mille", f"{base}boussole"
    yield "recherche : le même, dans une région", f"{base}lanterne&region={tour % 17 + 1:02}"
    yield "recherche : mot mal écrit", f"{base}bousole"
    yield "recherche : mot que rien ne contient", f"{base}xylophone"
