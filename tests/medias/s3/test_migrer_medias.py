"""Moving every file to a bucket and back: byte for byte, starting again where it stopped, losing nothing."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db.models import FileField
from pytest_django import Settings

from medias.models import ImageCampagne
from medias.stockage import StockageS3
from medias.stockage_local import StockageLocal
from medias.transfert import Bilan, champs_de_fichiers, noms_connus, noms_presents, transferer
from tests.fabriques.pages import une_image
from tests.services.s3 import ServeurS3, brancher

from ..pieces import deposer

pytestmark = pytest.mark.django_db


@pytest.fixture
def noms(s3_a_cote: ServeurS3) -> list[str]:
    """Store an image, a size of it and two documents, in the folder."""
    une_image().get_rendition("width-20")
    for nom in ("note.pdf", "été.docx"):
        deposer(nom, nom.encode() * 100)
    return noms_connus()


def locaux(settings: Settings) -> dict[str, bytes]:
    racine = Path(settings.MEDIA_ROOT)
    return {str(f.relative_to(racine)): f.read_bytes() for f in sorted(racine.rglob("*")) if f.is_file()}


def migrer(capsys: pytest.CaptureFixture[str], vers: str, *options: str) -> str:
    call_command("migrer_medias", "--vers", vers, *options)
    return capsys.readouterr().out


def test_aucun_champ_de_fichier_n_est_oublie(s3_a_cote: ServeurS3) -> None:
    trouves = {f"{modele._meta.label}.{champ.name}" for modele, champ in champs_de_fichiers()}
    assert trouves >= {
        *("medias.ImageCampagne.file", "medias.RenditionCampagne.file", "medias.DocumentCampagne.file"),
        *("medias.VersionDocument.file", "medias.Enregistrement.file", "medias.Enregistrement.thumbnail"),
        *("wagtailcore.UploadedFile.file", "wagtailusers.UserProfile.avatar"),
    }
    assert all(isinstance(champ, FileField) for _modele, champ in champs_de_fichiers())


def test_aller_puis_revenir_ne_change_pas_un_octet(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    avant = locaux(settings)
    assert len(noms) == len(avant) == 4
    assert "Copiés\u00a0: 4. Déjà là\u00a0: 0." in migrer(capsys, "s3")
    assert s3_a_cote.objets() == avant
    assert locaux(settings) == avant, "the source stays"
    assert "Copiés\u00a0: 0. Déjà là\u00a0: 4." in migrer(capsys, "s3", "--verifier")

    brancher(settings, s3_a_cote.acces, "s3")
    assert ImageCampagne.objects.get().get_rendition("width-20").file.read()
    assert "L’ancien endroit est vide." in migrer(capsys, "s3", "--effacer")
    assert locaux(settings) == {}
    assert "Copiés\u00a0: 4." in migrer(capsys, "local")
    assert locaux(settings) == avant
    brancher(settings, s3_a_cote.acces, "local")
    assert "L’ancien endroit est vide." in migrer(capsys, "local", "--effacer")
    assert s3_a_cote.objets() == {}


def test_une_coupure_se_reprend_ou_elle_en_etait(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def couper_apres(combien: int) -> Iterator[str]:
        for rang, nom in enumerate(noms):
            if rang == combien:
                s3_a_cote.arreter()
            yield nom

    bilan = Bilan()
    with pytest.raises(OSError, match="ne répondent pas"):
        transferer(StockageLocal(), StockageS3(), couper_apres(2), bilan, relire=False)
    assert (bilan.copies, bilan.est_complet) == (noms[:2], True)
    with pytest.raises(CommandError, match="reprendra où elle en est"):
        migrer(capsys, "s3")
    s3_a_cote.demarrer()
    assert "Copiés\u00a0: 2. Déjà là\u00a0: 2." in migrer(capsys, "s3")
    assert s3_a_cote.objets() == locaux(settings)


def test_une_copie_corrompue_est_vue_et_refaite(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    migrer(capsys, "s3")
    touche = s3_a_cote.dossier / "prive" / noms[0]
    touche.write_bytes(bytes(len(touche.read_bytes())))  # the same size
    assert "Copiés\u00a0: 1. Déjà là\u00a0: 3." in migrer(capsys, "s3", "--verifier")
    assert s3_a_cote.objets() == locaux(settings)


def test_une_copie_que_le_serveur_change_fait_echouer(
    noms: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    ecrire = StockageS3._save
    monkeypatch.setattr(StockageS3, "_save", lambda self, nom, _contenu: ecrire(self, nom, ContentFile(b"autre")))
    with pytest.raises(CommandError, match="rien n’a été effacé"):
        migrer(capsys, "s3")
    sortie = capsys.readouterr().out
    assert "Différents après la copie\u00a0: 4" in sortie
    assert noms[0] in sortie
    assert len(locaux(settings)) == 4


def test_un_demi_fichier_local_est_remplace(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    avant = locaux(settings)
    migrer(capsys, "s3")
    (Path(settings.MEDIA_ROOT) / noms[1]).write_bytes(avant[noms[1]][:10])
    brancher(settings, s3_a_cote.acces, "s3")
    assert "Copiés\u00a0: 1. Déjà là\u00a0: 3." in migrer(capsys, "local")
    assert locaux(settings) == avant


def test_un_fichier_perdu_se_dit_et_empeche_d_effacer(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    migrer(capsys, "s3")
    for racine in (Path(settings.MEDIA_ROOT), s3_a_cote.dossier / "prive"):
        (racine / noms[2]).unlink()
    brancher(settings, s3_a_cote.acces, "s3")
    with pytest.raises(CommandError, match="rien n’a été effacé"):
        migrer(capsys, "s3", "--effacer")
    sortie = capsys.readouterr().out
    assert f"Introuvables\u00a0: 1\n  {noms[2]}" in sortie
    assert len(locaux(settings)) == 3


def test_les_orphelins_sont_nommes_et_restent(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    default_storage.save("documents/oublie.pdf", ContentFile(b"oublie"))
    sortie = migrer(capsys, "s3")
    assert "Orphelins" in sortie
    assert "documents/oublie.pdf" in sortie
    assert "documents/oublie.pdf" not in s3_a_cote.objets()
    brancher(settings, s3_a_cote.acces, "s3")
    migrer(capsys, "s3", "--effacer")
    assert list(noms_presents(StockageLocal())) == []


def test_ce_que_rien_ne_nomme_au_nouvel_endroit_se_dit_et_s_efface_s_il_est_vieux(
    s3_a_cote: ServeurS3, noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    for nom in ("documents/ancien.pdf", "documents/d-a-l-instant.pdf"):
        StockageS3().save(nom, ContentFile(b"reste"))
    hier = time.time() - 25 * 3600
    os.utime(s3_a_cote.dossier / "prive" / "documents/ancien.pdf", (hier, hier))
    for nom, octets in locaux(settings).items():  # what a row names stays, however old
        StockageS3().save(nom, ContentFile(octets))
        os.utime(s3_a_cote.dossier / "prive" / nom, (hier, hier))
    sortie = migrer(capsys, "s3", "--verifier")
    assert "Restes, au nouvel endroit" in sortie
    assert "documents/ancien.pdf" in sortie
    assert len(s3_a_cote.objets()) == len(noms) + 2
    brancher(settings, s3_a_cote.acces, "s3")
    migrer(capsys, "s3", "--effacer")
    assert sorted(s3_a_cote.objets()) == sorted([*noms, "documents/d-a-l-instant.pdf"])


def test_on_n_efface_pas_ce_que_le_site_lit(
    noms: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="encore"):
        migrer(capsys, "s3", "--effacer")
    assert len(locaux(settings)) == 4


def test_sans_serveur_la_commande_dit_quoi_donner() -> None:
    with pytest.raises(CommandError, match="S3_SEAU_PRIVE"):
        call_command("migrer_medias", "--vers", "s3")


def test_un_seau_ouvert_a_tous_ne_recoit_rien(
    s3_a_cote: ServeurS3, noms: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from medias.checks import verifier_le_seau  # noqa: PLC0415 - beside what it checks

    assert verifier_le_seau() == []
    s3_a_cote.arreter()
    assert [defaut.id for defaut in verifier_le_seau()] == ["medias.W001"]
    s3_a_cote.cles = ""  # this server then gives everything to anyone
    s3_a_cote.demarrer()
    assert [defaut.id for defaut in verifier_le_seau()] == ["medias.E001"]
    with pytest.raises(CommandError, match="sans signature"):
        migrer(capsys, "s3")
    assert s3_a_cote.objets() == {}


def test_sans_serveur_rien_a_verifier(settings: Settings) -> None:
    from medias.checks import verifier_le_seau  # noqa: PLC0415 - idem

    valeur: Any = settings.S3
    assert (valeur, verifier_le_seau()) == (None, [])
