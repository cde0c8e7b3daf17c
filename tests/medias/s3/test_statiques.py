"""The site's own files in the public bucket: names made of their content, kept for a year."""

from pathlib import Path

import boto3
import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings

from medias.stockage import CLIENT
from tests.services.s3 import CLE, PUBLIC, SECRET, ServeurS3


@pytest.fixture
def sources(settings: Settings, tmp_path: Path, s3_a_cote: ServeurS3) -> Path:
    """Set the site as `S3_SEAU_PUBLIC` does, with two files of its own."""
    dossier = tmp_path / "sources"
    dossier.mkdir()
    (dossier / "a.css").write_text("body { background: url(fil.png) }")
    (dossier / "fil.png").write_bytes(b"\x89PNG")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [dossier]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "medias.statiques.StatiquesS3"}}
    return dossier


def test_les_noms_haches_se_gardent_un_an(sources: Path, s3_a_cote: ServeurS3, settings: Settings) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    adresse = staticfiles_storage.url("a.css")
    nom = adresse.removeprefix(f"{s3_a_cote.adresse}/{PUBLIC}/")
    objets = s3_a_cote.objets(PUBLIC)
    assert nom in objets
    assert nom != "a.css"
    assert b"fil.png" not in objets[nom], "it names the other by its content too"
    serveur = boto3.client(
        "s3", endpoint_url=s3_a_cote.adresse, aws_access_key_id=CLE, aws_secret_access_key=SECRET, config=CLIENT
    )
    gardees = {cle: serveur.head_object(Bucket=PUBLIC, Key=cle).get("CacheControl", "") for cle in (nom, "a.css")}
    assert gardees == {nom: "public, max-age=31536000, immutable", "a.css": "public, max-age=60"}
    assert (Path(settings.STATIC_ROOT) / "staticfiles.json").exists(), "known here, even when the server is down"


def test_le_serveur_arrete_n_empeche_pas_de_nommer(sources: Path, s3_a_cote: ServeurS3) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    s3_a_cote.arreter()
    assert staticfiles_storage.url("fil.png").startswith(f"{s3_a_cote.adresse}/{PUBLIC}/fil.")
