"""From any container: nothing of who, where, when and with what is left anywhere."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image, ImageStat

from medias.encodage import SONIE_VOULUE
from medias.models import Enregistrement, EtatPreparation

from .gestes import deposer, gardees, traces
from .sons import SONS, VIDEO_QUI_COMMENCE_DANS_LE_NOIR, VIDEOS, enregistrement, ffmpeg, sonie_de

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("extension", [*VIDEOS, *SONS])
def test_rien_ne_reste_de_ce_que_dit_l_appareil(redaction: Client, taches: Any, extension: str, tmp_path: Path) -> None:
    octets = enregistrement(extension)
    assert b"Gaetane" in octets
    est_video = extension in VIDEOS
    with taches():
        assert deposer(redaction, octets, "video" if est_video else "audio").status_code == 302
    pret = Enregistrement.objects.get()
    assert (pret.etat, pret.echec) == (EtatPreparation.PRET, "")
    assert (traces(), gardees()) == ([], ["affiches", "enregistrements"] if est_video else ["enregistrements"])
    assert pret.duration == pytest.approx(1.5, abs=0.15)
    assert pret.poids == pret.file.size
    with pret.file.open() as ouvert:
        contenu = ouvert.read()
    assert sonie_de(contenu, tmp_path) == pytest.approx(SONIE_VOULUE, abs=1.5)
    assert pret.sonie == pytest.approx(SONIE_VOULUE, abs=1.5)
    if est_video:
        assert 0 < contenu.find(b"moov", 0, 200) < 200, "it starts before it is all there"
        assert (pret.width, pret.height, pret.genre_mime) == (128, 96, "video/mp4")
        with pret.thumbnail.open() as ouvert, Image.open(ouvert) as affiche:
            assert affiche.size == (128, 96)
    else:
        assert (pret.width, pret.thumbnail.name, pret.genre_mime) == (None, "", "audio/mpeg")


@pytest.mark.parametrize("volume", [0.002, 1.0])
def test_un_son_trop_faible_ou_trop_fort_est_ramene_a_la_meme_sonie(
    redaction: Client, taches: Any, volume: float, tmp_path: Path
) -> None:
    octets = enregistrement("wav", volume, 4)
    assert abs(sonie_de(octets, tmp_path) - SONIE_VOULUE) > 3
    with taches():
        deposer(redaction, octets, "audio")
    with Enregistrement.objects.get().file.open() as ouvert:
        assert sonie_de(ouvert.read(), tmp_path) == pytest.approx(SONIE_VOULUE, abs=1.5)


def test_une_video_sans_son_et_un_silence_se_preparent(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, VIDEO_QUI_COMMENCE_DANS_LE_NOIR())
        deposer(redaction, enregistrement("wav", 0), "audio", title="Un silence")
    assert [(pret.etat, pret.sonie) for pret in Enregistrement.objects.all()] == [(EtatPreparation.PRET, None)] * 2


def test_l_affiche_n_est_pas_noire(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, VIDEO_QUI_COMMENCE_DANS_LE_NOIR())
    with Enregistrement.objects.get().thumbnail.open() as ouvert, Image.open(ouvert) as affiche:
        assert ImageStat.Stat(affiche.convert("L")).mean[0] > 50


def test_on_peut_donner_une_video_pour_son_seul_son(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, enregistrement("mp4"), "audio")
    pret = Enregistrement.objects.get()
    assert (pret.type, pret.etat, gardees()) == ("audio", EtatPreparation.PRET, ["enregistrements"])


def test_une_grande_video_est_ramenee_a_720_lignes(redaction: Client, taches: Any, tmp_path: Path) -> None:
    grande = tmp_path / "grande.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=1900x1080:r=2:d=1", "-c:v", "libx264", "-preset", "ultrafast", grande)
    with taches():
        deposer(redaction, grande.read_bytes())
    pret = Enregistrement.objects.get()
    assert (pret.width, pret.height) == (1266, 720)
