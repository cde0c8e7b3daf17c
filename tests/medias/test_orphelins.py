"""What no row names is deleted a day later, wherever it lies; what a row names stays, however old."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.storage.filesystem import FileSystemStorage

from medias import orphelins
from medias.orphelins import effacer_les_orphelins
from medias.pannes import StockageIndisponible
from medias.transfert import noms_connus
from tests.fabriques.pages import une_image
from tests.fabriques.pistes import un_enregistrement

from .pieces import deposer

pytestmark = pytest.mark.django_db
DOSSIERS = ("originaux", "images", "documents", "recus", "enregistrements", "affiches", "wagtail_uploads")


@pytest.fixture
def tenus(rangement: Path) -> list[str]:
    """Store what rows name: an image, a size of it, a document, a recording."""
    une_image().get_rendition("width-20")
    deposer("note.pdf", b"note")
    un_enregistrement("audio")
    return noms_connus()


@pytest.fixture
def perdus(rangement: Path) -> list[str]:
    """Store, in each folder, what no row names."""
    return [default_storage.save(f"{dossier}/perdu.bin", ContentFile(b"?")) for dossier in DOSSIERS]


def presents(rangement: Path) -> list[str]:
    return sorted(str(f.relative_to(rangement)) for f in rangement.rglob("*") if f.is_file())


def vieillir(rangement: Path) -> None:
    hier = time.time() - 25 * 3600
    for nom in presents(rangement):
        os.utime(rangement / nom, (hier, hier))


def test_chaque_dossier_est_nettoye_le_lendemain(rangement: Path, tenus: list[str], perdus: list[str]) -> None:
    assert len(tenus) == 4
    assert (effacer_les_orphelins(), len(presents(rangement))) == (0, 4 + len(DOSSIERS))
    vieillir(rangement)
    assert (effacer_les_orphelins(), presents(rangement)) == (len(DOSSIERS), tenus)
    assert effacer_les_orphelins() == 0


def test_ce_qui_n_est_pas_dans_le_dossier_d_un_champ_reste(rangement: Path) -> None:
    autres = ["ailleurs/a.txt", "lisez-moi.txt"]
    for nom in autres:
        default_storage.save(nom, ContentFile(b"?"))
    vieillir(rangement)
    assert (effacer_les_orphelins(), presents(rangement)) == (0, autres)


def test_un_nom_qui_change_de_table_entre_deux_lectures_reste(
    rangement: Path, tenus: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vieillir(rangement)
    lectures = [tenus[1:], tenus]
    monkeypatch.setattr(orphelins, "noms_connus", lambda: lectures.pop(0))
    assert (effacer_les_orphelins(), presents(rangement)) == (0, tenus)


def test_un_fichier_qui_resiste_ne_protege_pas_les_autres(
    rangement: Path, perdus: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vieillir(rangement)
    date = FileSystemStorage.get_modified_time

    def une_panne(stockage: Any, nom: str) -> Any:
        if nom in perdus[:2]:
            raise FileNotFoundError if nom == perdus[0] else StockageIndisponible
        return date(stockage, nom)

    monkeypatch.setattr(FileSystemStorage, "get_modified_time", une_panne)
    assert (effacer_les_orphelins(), presents(rangement)) == (len(perdus) - 2, sorted(perdus[:2]))
