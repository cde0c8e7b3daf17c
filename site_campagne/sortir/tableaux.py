"""The public data as tables: what the pages show, nothing more."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pages.evenements.presentation import ou
from pages.models import Evenement
from pages.recherche.sources import pages_visibles
from reseau.models import Ressource
from temoignages.models import Temoignage
from temoignages.views.tableur import BOM, sans_formule

PAROLES = ("identifiant", "langue", "texte", "attribution", "édition", "thème", "avertissement")
EVENEMENTS = ("titre", "ressource", "genre", "début", "fin", "où", "coût", "description", "annulé")
RESSOURCES = ("nom", "région", "municipalité", "adresse", "courriel", "téléphone", "site web", "description")
PAGES = ("titre", "langue", "adresse")


def ecrire_les_tableaux(dossier: Path) -> dict[str, int]:
    """Write each table in a folder; return how many rows each has."""
    dossier.mkdir(parents=True, exist_ok=True)
    tables: dict[str, tuple[tuple[str, ...], Iterable[Iterable[object]]]] = {
        "paroles": (PAROLES, _paroles()),
        "evenements": (EVENEMENTS, _evenements()),
        "ressources": (RESSOURCES, _ressources()),
        "pages": (PAGES, _pages()),
    }
    return {nom: _ecrire(dossier / f"{nom}.csv", *table) for nom, table in tables.items()}


def _ecrire(chemin: Path, colonnes: Iterable[str], rangees: Iterable[Iterable[object]]) -> int:
    compte = 0
    with chemin.open("w", newline="", encoding="utf-8") as fichier:
        fichier.write(BOM)
        plume = csv.writer(fichier, delimiter=";")
        plume.writerow(colonnes)
        for rangee in rangees:
            plume.writerow([sans_formule("" if case is None else case) for case in rangee])
            compte += 1
    return compte


def _paroles() -> Iterator[Iterable[object]]:
    for parole in Temoignage.objects.publies().select_related("theme").iterator(500):
        avertissement = parole.get_avertissement_display()
        yield (
            parole.pk,
            parole.langue,
            parole.phrase,
            parole.attribution_texte,
            parole.edition,
            parole.theme,
            avertissement,
        )


def _evenements() -> Iterator[Iterable[object]]:

    for venue in Evenement.objects.publies().select_related("ressource").iterator(500):
        yield (
            *(venue.titre, venue.ressource.nom, venue.get_genre_display()),
            *(venue.debut.isoformat(), venue.fin.isoformat(), ou(venue)),
            *(venue.cout, venue.description, "oui" if venue.annule_le else ""),
        )


def _ressources() -> Iterator[Iterable[object]]:
    for une in Ressource.objects.actives().iterator(500):
        region = une.get_region_display()
        yield (
            *(une.nom, region, une.municipalite, une.adresse),
            *(une.courriel_public, une.telephone_public, une.site_web, une.description),
        )


def _pages() -> Iterator[Iterable[object]]:
    visibles: Any = pages_visibles().select_related("locale").order_by("path")
    for page in visibles:
        yield page.title, page.locale.language_code, page.get_url()
