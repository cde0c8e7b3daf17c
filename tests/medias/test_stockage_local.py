"""A disk that is full: a sentence near the field, a calm page, and no half of a file."""

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from medias.models import ImageCampagne
from medias.pannes import MESSAGE, StockageIndisponible
from medias.stockage_local import StockageLocal
from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de

from .photos import photo, recue
from .test_depot import PLUSIEURS, UN, envoyer


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def sans_place(media: Path) -> Iterator[None]:
    """Let no file of this process go over 10,000 bytes: the system itself refuses the rest, in the middle."""
    avant = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, avant[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, avant)


def test_un_disque_plein_ne_laisse_pas_un_demi_fichier(media: Path, sans_place: None) -> None:
    with pytest.raises(StockageIndisponible, match="Rien n’a été gardé"):
        StockageLocal().save("documents/a.bin", ContentFile(bytes(50_000)))
    assert not [fichier for fichier in media.rglob("*") if fichier.is_file()]
    assert StockageLocal().save("documents/a.bin", ContentFile(bytes(5_000))) == "documents/a.bin"


def test_un_ancien_fichier_survit_a_un_disque_plein(media: Path, sans_place: None) -> None:
    magasin = StockageLocal(allow_overwrite=True)
    magasin.save("a.bin", ContentFile(b"avant"))
    with pytest.raises(StockageIndisponible):
        magasin.save("a.bin", ContentFile(bytes(50_000)))
    assert (media / "a.bin").exists()


@pytest.mark.django_db
def test_le_manque_de_place_se_lit_pres_du_champ(client: Client, media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _chemin: SimpleNamespace(free=1000))
    client.force_login(une_personne_de(REDACTION))
    reponse = envoyer(client, UN, photo("JPEG"), "a.jpg")
    assert reponse.context["form"].errors["file"] == [MESSAGE]
    assert envoyer(client, PLUSIEURS, photo("JPEG"), "a.jpg").json()["error_message"] == MESSAGE
    assert not ImageCampagne.objects.exists()
    assert not media.exists()


@pytest.mark.django_db
def test_une_panne_pendant_l_ecriture_donne_une_page_calme(
    client: Client, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacher(*_args: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", lacher)
    client.force_login(une_personne_de(REDACTION))
    reponse = client.post(
        reverse(UN),
        {"title": "T", "texte_alternatif": "T", "licence": "reserves", "personnes": "aucune"}
        | {"file": recue(photo("JPEG"))},
    )
    assert (reponse.status_code, reponse["Retry-After"]) == (503, "60")
    assert "Un fil s’est détendu" in reponse.text
    assert not ImageCampagne.objects.exists()


def test_le_magasin_par_defaut_est_celui_la() -> None:
    assert isinstance(default_storage, StockageLocal)
