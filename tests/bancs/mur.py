"""The bench of the public pages (``make bench SUJET=mur``): the wall, a story and the home page, small then large.

``python -m tests.bancs.mur``: two databases side by side, SQLite, or PostgreSQL when ``DATABASE_URL`` says so (an
account that may create databases). Application caches are emptied before each request.
"""

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from statistics import median, quantiles
from typing import NamedTuple

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_campagne.settings.tests")

TAILLES = (1_000, 100_000)
CROISSANCE = 1.2
ECHAUFFEMENT = 2
Choix = Callable[[int], Iterator[tuple[str, str]]]


class Mesure(NamedTuple):
    """What one kind of address took at one size: seconds, how many queries at most, how many cards in all."""

    durees: list[float]
    requetes: int
    pieces: int = 0

    @property
    def p95(self) -> float:
        """The 95th percentile, in milliseconds."""
        return 1000 * quantiles(self.durees, n=20, method="inclusive")[-1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and return the exit code: 1 when a page grows too much and ``--exiger`` was given."""
    options = _options(arguments)
    import django  # noqa: PLC0415 - the settings are chosen above

    django.setup()
    with deux_murs(options.tailles) as murs:
        releves = mesurer(murs, options.tours)
    sys.stdout.write(rapport(releves, options.tailles))
    return int(options.exiger and croissance(releves, options.tailles) > CROISSANCE)


@contextmanager
def deux_murs(tailles: Sequence[int]) -> Iterator[dict[int, str]]:
    """Make one database a size, filled; yield their names; remove them."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    from .bases import creer  # noqa: PLC0415 - after `setup`
    from .foule import peupler  # noqa: PLC0415 - after `setup`

    origine, murs = connection.settings_dict["NAME"], {}
    try:
        for taille in tailles:
            murs[taille] = creer(f"banc_mur_{taille}")
            _installer_les_pages()
            peupler(taille)
            _vider_les_statistiques()
            connection.close()
            connection.settings_dict["NAME"] = origine
        yield murs
    finally:
        for nom in murs.values():
            connection.close()
            connection.settings_dict["NAME"] = nom
            connection.creation.destroy_test_db(origine, verbosity=0)


def _installer_les_pages() -> None:
    from pages.models import AccueilPage, MurPage  # noqa: PLC0415 - after `setup`
    from pages.publication.porte import ouvrir  # noqa: PLC0415 - after `setup`

    accueil = AccueilPage.objects.get()
    with ouvrir("banc de mesure"):
        accueil.add_child(instance=MurPage(title="Témoignages", slug="temoignages", show_in_menus=True))


def _vider_les_statistiques() -> None:
    """Let the engine know the sizes of its tables, as it does by itself in time."""
    from django.db import connection  # noqa: PLC0415 - after `setup`

    with connection.cursor() as curseur:
        curseur.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def mesurer(murs: dict[int, str], tours: int, choisir: Choix | None = None) -> dict[tuple[str, int], Mesure]:
    """Read each address at each size in turn, so that a slow minute of the machine weighs on both alike.

    Args:
        murs: the databases, by size.
        tours: how many readings count.
        choisir: the titles and addresses of a round; those of the public pages otherwise.
    """
    from django.db import connection  # noqa: PLC0415 - after `setup`

    durees: dict[tuple[str, int], list[float]] = {}
    requetes: dict[tuple[str, int], int] = {}
    pieces: dict[tuple[str, int], int] = {}
    for tour in range(ECHAUFFEMENT + tours):
        for taille, nom in murs.items():
            connection.close()
            connection.settings_dict["NAME"] = nom
            for titre, adresse in (choisir or adresses)(tour):
                duree, nombre, montrees = _lire(adresse)
                if tour >= ECHAUFFEMENT:
                    durees.setdefault((titre, taille), []).append(duree)
                    requetes[titre, taille] = max(nombre, requetes.get((titre, taille), 0))
                    pieces[titre, taille] = montrees + pieces.get((titre, taille), 0)
    return {cle: Mesure(valeurs, requetes[cle], pieces[cle]) for cle, valeurs in durees.items()}


def adresses(tour: int) -> Iterator[tuple[str, str]]:
    """Yield a title and an address of each kind, different at each round."""
    from temoignages.models import Amorce, Temoignage, Theme  # noqa: PLC0415 - after `setup`

    phrases, themes = (list(m.objects.values_list("pk", flat=True)) for m in (Amorce, Theme))
    valeurs = {
        "phrase": phrases[tour % len(phrases)],
        "theme": themes[tour % len(themes)],
        "region": f"{tour % 17 + 1:02}",
        "edition": 2024 + tour % 4,
    }
    yield "accueil", "/"
    publies = Temoignage.objects.publies()
    yield "une parole", publies.filter(pk__gte=f"{tour % 8 + 2}")[0].url
    for choisis in product((False, True), repeat=len(valeurs)):
        axes = [axe for axe, choisi in zip(valeurs, choisis, strict=True) if choisi]
        requete = "&".join(f"{axe}={valeurs[axe]}" for axe in axes)
        yield f"mur : {' + '.join(axes) or 'tout'}", f"/temoignages/?{requete}"
    yield "mur : dernière page numérotée", "/temoignages/?page=20"
    compte = publies.count()
    yield "mur : au-delà, au milieu", f"/temoignages/?apres={publies[compte // 2].pk}"
    yield "mur : la fin", f"/temoignages/?apres={publies.reverse()[10].pk}"


def _lire(adresse: str) -> tuple[float, int, int]:
    from django.core.cache import caches  # noqa: PLC0415 - after `setup`
    from django.db import connection  # noqa: PLC0415 - after `setup`
    from django.test import Client  # noqa: PLC0415 - after `setup`
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - after `setup`

    for cache in caches.all():
        cache.clear()
    client = Client(SERVER_NAME="localhost")
    connection.ensure_connection()
    debut = time.perf_counter()
    reponse = client.get(adresse)
    duree = time.perf_counter() - debut
    if reponse.status_code != 200:
        raise RuntimeError(f"{adresse}: {reponse.status_code}")
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as requetes:
        client.get(adresse)
    return duree, len(requetes), reponse.content.count(b"<figure")


def croissance(releves: dict[tuple[str, int], Mesure], tailles: Sequence[int]) -> float:
    """Return how many times the p95 of the whole grew from the smallest size to the largest.

    Of the pages that show as many cards at both: a filter whose list is too small to be shown among a thousand texts,
    and full among a hundred thousand, is another page.
    """
    petite, grande = tailles[0], tailles[-1]
    titres = {titre for titre, _taille in releves}
    memes = [t for t in titres if releves[t, petite].pieces == releves[t, grande].pieces]
    petit, grand = (
        Mesure([duree for titre in memes for duree in releves[titre, taille].durees], 0) for taille in (petite, grande)
    )
    return grand.p95 / petit.p95


def rapport(releves: dict[tuple[str, int], Mesure], tailles: Sequence[int]) -> str:
    """Return the figures as a table: milliseconds, how they grow, how many queries."""
    petite, grande = tailles[0], tailles[-1]
    lignes = [f"p95 sans cache, en ms, de {petite} à {grande} textes publiés", ""]
    for titre in dict.fromkeys(titre for titre, _taille in releves):
        petit, grand = releves[titre, petite], releves[titre, grande]
        medianes = median(grand.durees) / median(petit.durees)
        lignes.append(
            f"{titre:<42} {petit.p95:7.1f} {grand.p95:7.1f}  × {grand.p95 / petit.p95:.2f}"
            f"  (médiane × {medianes:.2f}; requêtes : {petit.requetes}, {grand.requetes}; "
            f"cartes : {petit.pieces}, {grand.pieces})"
        )
    lignes += [
        "",
        f"Pages aussi pleines aux deux tailles : × {croissance(releves, tailles):.2f} (limite × {CROISSANCE})",
        "",
    ]
    return "\n".join(lignes)


def _options(arguments: Sequence[str] | None) -> Namespace:
    analyseur = ArgumentParser(prog="make bench SUJET=mur", description="Mesure le mur, une parole et l’accueil.")
    analyseur.add_argument("--exiger", action="store_true", help="échouer si le p95 croît trop")
    analyseur.add_argument("--tours", type=int, default=40, help="lectures de chaque adresse")
    analyseur.add_argument("--tailles", type=int, nargs=2, default=TAILLES, help="nombres de textes publiés")
    return analyseur.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
