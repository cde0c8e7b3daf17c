"""The bench of the library (``make bench SUJET=outils``): facets, searches, pages, among 100, then 5,000 tools.

``python -m tests.bancs.outils``: two databases side by side, as the bench of the wall does. The caches of the site are
emptied before each request.
"""

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_campagne.settings.tests")

from .mur import ECHAUFFEMENT, Mesure, _vider_les_statistiques

TAILLES = (100, 5_000)
CROISSANCE, REQUETES = 1.2, 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and return the exit code: 1 when it grows too much and ``--exiger`` was given."""
    options = _options(arguments)
    import django  # noqa: PLC0415 - the settings are chosen above

    django.setup()
    with deux_boites(options.tailles) as boites:
        releves = mesurer(boites, options.tours)
    sys.stdout.write(rapport(releves, options.tailles))
    trop = croissance(releves, options.tailles) > CROISSANCE or requetes_de(releves) > REQUETES
    return int(options.exiger and trop)


@contextmanager
def deux_boites(tailles: Sequence[int]) -> Iterator[dict[int, str]]:
    """Make one database a size, filled; yield their names; remove them."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    from .bases import creer  # noqa: PLC0415 - after `setup`
    from .outillage import peupler  # noqa: PLC0415 - after `setup`

    origine, bases = connection.settings_dict["NAME"], {}
    try:
        for taille in tailles:
            bases[taille] = creer(f"banc_outils_{taille}")
            peupler(taille)
            _vider_les_statistiques()
            connection.close()
            connection.settings_dict["NAME"] = origine
        yield bases
    finally:
        for nom in bases.values():
            connection.close()
            connection.settings_dict["NAME"] = nom
            connection.creation.destroy_test_db(origine, verbosity=0)


def mesurer(bases: dict[int, str], tours: int) -> dict[tuple[str, int], Mesure]:
    """Read each address at each size in turn, so that a slow minute of the machine weighs on both alike."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    durees: dict[tuple[str, int], list[float]] = {}
    requetes: dict[tuple[str, int], int] = {}
    for tour in range(ECHAUFFEMENT + tours):
        for taille, nom in bases.items():
            connection.close()
            connection.settings_dict["NAME"] = nom
            for titre, adresse in adresses(tour):
                duree, nombre = _lire(adresse)
                if tour >= ECHAUFFEMENT:
                    durees.setdefault((titre, taille), []).append(duree)
                    requetes[titre, taille] = max(nombre, requetes.get((titre, taille), 0))
    return {cle: Mesure(valeurs, requetes[cle]) for cle, valeurs in durees.items()}


def _lire(adresse: str) -> tuple[float, int]:
    from django.db import connection  # noqa: PLC0415 - after `setup`
    from django.test import Client  # noqa: PLC0415 - after `setup`
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - after `setup`

    client = Client(SERVER_NAME="localhost")
    _oublier()
    connection.ensure_connection()
    debut = time.perf_counter()
    reponse = client.get(adresse)
    duree = time.perf_counter() - debut
    if reponse.status_code != 200:
        raise RuntimeError(f"{adresse}: {reponse.status_code}")
    _oublier()
    with CaptureQueriesContext(connection) as requetes:
        client.get(adresse)
    return duree, len(requetes)


def _oublier() -> None:
    """Empty the caches, but for where each site begins: Wagtail keeps it, and no page is in it."""
    from django.core.cache import caches  # noqa: PLC0415 - after `setup`
    from wagtail.models import Site  # noqa: PLC0415 - after `setup`

    for cache in caches.all():
        cache.clear()
    Site.get_site_root_paths()


def adresses(tour: int) -> Iterator[tuple[str, str]]:
    """Yield a title and an address of each kind, different at each round; words are common, then rare."""
    from pages.boite.etats import GenreOutil, PublicVise  # noqa: PLC0415 - after `setup`
    from temoignages.models import Theme  # noqa: PLC0415 - after `setup`

    genre = GenreOutil.values[tour % len(GenreOutil.values)]
    public = PublicVise.values[tour % len(PublicVise.values)]
    theme = Theme.objects.values_list("pk", flat=True)[tour % 12]
    base = "/boite-a-outils/"
    yield "tout", base
    yield "page 3", f"{base}?page=3"
    yield "par titre", f"{base}?tri=titre"
    yield "par titre, dernière page", f"{base}?tri=titre&page=9999"
    yield "un genre", f"{base}?genre={genre}"
    yield "deux genres, un public", f"{base}?genre={genre}&genre=quiz&public={public}"
    yield "thème, durée, lecture", f"{base}?theme={theme}&duree=1-h&niveau=facile"
    yield "langue, accessible", f"{base}?langue=en&format=texte&accessible=oui"
    yield "mot courant", f"{base}?q=mot{tour % 3}"
    yield "trois mots", f"{base}?q=mot0+mot{1 + tour % 5}+mot{6 + tour % 9}"
    yield "mot rare", f"{base}?q=mot{300 + tour}"
    yield "mots et facettes", f"{base}?q=mot1+mot2&genre={genre}&theme={theme}&tri=titre"


def croissance(releves: dict[tuple[str, int], Mesure], tailles: Sequence[int]) -> float:
    """Return how many times the p95 of the whole grew from the smallest size to the largest."""
    petit, grand = (
        Mesure([duree for (_t, une), mesure in releves.items() if une == taille for duree in mesure.durees], 0)
        for taille in (tailles[0], tailles[-1])
    )
    return grand.p95 / petit.p95


def requetes_de(releves: dict[tuple[str, int], Mesure]) -> int:
    """Return the most queries that a page made."""
    return max(mesure.requetes for mesure in releves.values())


def rapport(releves: dict[tuple[str, int], Mesure], tailles: Sequence[int]) -> str:
    """Return the figures as a table: milliseconds, how they grow, how many queries."""
    petite, grande = tailles[0], tailles[-1]
    lignes = [f"p95 sans cache, en ms, de {petite} à {grande} outils", ""]
    for titre in dict.fromkeys(titre for titre, _taille in releves):
        petit, grand = releves[titre, petite], releves[titre, grande]
        medianes = median(grand.durees) / median(petit.durees)
        lignes.append(
            f"{titre:<30} {petit.p95:7.1f} {grand.p95:7.1f}  × {grand.p95 / petit.p95:.2f}"
            f"  (médiane {1000 * median(petit.durees):.1f} → {1000 * median(grand.durees):.1f}, × {medianes:.2f}; "
            f"requêtes : {petit.requetes}, {grand.requetes})"
        )
    tout, requetes = croissance(releves, tailles), requetes_de(releves)
    lignes += ["", f"L’ensemble : × {tout:.2f} (limite × {CROISSANCE}); requêtes : {requetes} (limite {REQUETES})", ""]
    return "\n".join(lignes)


def _options(arguments: Sequence[str] | None) -> Namespace:
    analyseur = ArgumentParser(prog="make bench SUJET=outils", description="Mesure la boîte à outils.")
    analyseur.add_argument("--exiger", action="store_true", help="échouer si le p95 croît trop")
    analyseur.add_argument("--tours", type=int, default=40, help="lectures de chaque adresse")
    analyseur.add_argument("--tailles", type=int, nargs=2, default=TAILLES, help="nombres d’outils")
    return analyseur.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
