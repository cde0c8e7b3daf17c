"""All of it, in a folder or a zip that was not there."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from pages.recherche.sources import pages_visibles
from reseau.horloge import aujourdhui
from temoignages.models import Temoignage

from .adresses import normaliser
from .recolte import Recolte, SortieImpossible
from .tableaux import ecrire_les_tableaux

LISEZ_MOI = """Le site, tel que tout le monde pouvait le lire le {jour}.

Ouvrez site/index.html (français) ou site/en/index.html (anglais). Aucun serveur n’est nécessaire.
donnees/ contient les mêmes choses en tableaux (CSV, séparés par des points-virgules, en UTF-8).

Ce qui n’y est pas : ce qui n’était pas public, les paroles reçues et non publiées, la recherche, et les pages où l’on
écrit au site. Leurs liens mènent à l’adresse d’origine.

Une personne peut retirer ses mots ou l’accord de la montrer. Ce qui a été retiré depuis le {jour} doit l’être d’ici
aussi : refaites cet export plutôt que de le garder, et ne le publiez pas sans le refaire.
"""


@dataclass(frozen=True, slots=True)
class Sortie:
    """What was written: how many files of the site, what stayed behind, how many rows in each table."""

    fichiers: int
    laissees: list[str]
    rangees: dict[str, int]


def exporter(cible: Path, progres: Callable[[int], object]) -> Sortie:
    """Write the whole at a place where nothing stands; a name in « .zip » makes a zip.

    Raises:
        SortieImpossible: something stands there, there is no room, or the site does not answer; nothing is left.
    """
    if cible.exists() and (cible.is_file() or any(cible.iterdir())):
        raise SortieImpossible(f"{cible.name} existe déjà : donnez un autre nom.")
    try:
        cible.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=cible.parent) as nom:
            dossier = Path(nom) / "export"
            sortie = _ecrire(dossier, progres)
            if cible.suffix == ".zip":
                _emballer(dossier, Path(nom) / "export.zip").replace(cible)
            else:
                dossier.replace(cible)
    except OSError as panne:
        raise SortieImpossible(f"Écriture impossible ({panne.strerror or type(panne).__name__}).") from None
    return sortie


def _ecrire(dossier: Path, progres: Callable[[int], object]) -> Sortie:
    (dossier / "site").mkdir(parents=True)
    hote = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
    recolte = Recolte(dossier / "site", hote, progres)
    recolte.recolter(_depart(hote))
    if "/" not in recolte.fichiers:
        raise SortieImpossible("L’accueil ne répond pas : rien n’est exporté.")
    rangees = ecrire_les_tableaux(dossier / "donnees")
    (dossier / "LISEZ-MOI.txt").write_text(LISEZ_MOI.format(jour=aujourdhui().isoformat()))
    return Sortie(len(set(recolte.fichiers.values())), sorted(recolte.laissees), rangees)


def _depart(hote: str) -> list[str]:
    """Return where to begin: every public page, and each testimony; what they lead to follows."""
    adresses = ["/", *(page.get_url() or "" for page in pages_visibles().order_by("path"))]
    adresses += [reverse(nom) for nom in ("vie_privee", "accessibilite", "fils")]
    adresses += [parole.url for parole in Temoignage.objects.publies().iterator(500)]
    lues = (normaliser(adresse, "/", hote) or urlsplit(adresse).path for adresse in adresses if adresse)
    return [adresse for adresse in lues if adresse]


def _emballer(dossier: Path, paquet: Path) -> Path:
    with zipfile.ZipFile(paquet, "w", zipfile.ZIP_DEFLATED) as zip_:
        for fichier in sorted(dossier.rglob("*")):
            if fichier.is_file():
                zip_.write(fichier, fichier.relative_to(dossier))
    shutil.rmtree(dossier)
    return paquet
