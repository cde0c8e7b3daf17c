"""What is not a recording is refused, in a sentence, and leaves nothing: neither a row, nor a file, nor a word."""

import errno
import random
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from medias.models import AutorisationImage, Enregistrement
from medias.sondage import EnregistrementRefuse, reconnaitre

from .gestes import MOTS, deposer, gardees, modifier, traces
from .sons import NOM, REFUSES, enregistrement, recu

pytestmark = pytest.mark.django_db
MUTATIONS, MUTATIONS_LONGUES = 60, 2000
DISQUE_PLEIN = OSError(errno.ENOSPC, "No space left on device")


def plein(*_args: object, **_options: object) -> None:
    raise DISQUE_PLEIN


def dit(reponse: Any) -> str:
    return str(reponse.content.decode()).replace("&#x27;", "’")


def rien(client: Client) -> bool:
    return (Enregistrement.objects.count(), gardees(), traces()) == (0, [], [])


@pytest.mark.parametrize("genre", ["video", "audio"])
@pytest.mark.parametrize(("octets", "mot"), REFUSES.values(), ids=REFUSES)
def test_ce_qui_n_est_pas_un_enregistrement_ne_laisse_rien(
    redaction: Client, genre: str, octets: Any, mot: str
) -> None:
    reponse = deposer(redaction, octets(), genre)
    assert reponse.status_code == 200
    assert any(un in dit(reponse) for un in mot.split("|"))
    assert rien(redaction)


def test_un_son_n_est_pas_une_video(redaction: Client) -> None:
    assert "déposez-le comme un son" in dit(deposer(redaction, enregistrement("mp3"), "video"))
    assert rien(redaction)


def test_un_fichier_qui_n_a_pas_tous_ses_mots_n_est_pas_garde(redaction: Client) -> None:
    sans_reponse = {nom: valeur for nom, valeur in MOTS.items() if nom != "personnes"}
    envoi = {**sans_reponse, "file": recu(enregistrement("mp3"), "a.mp3")}
    assert redaction.post(reverse("wagtailmedia:add", args=["audio"]), envoi).status_code == 200
    for nom in (f"{NOM}.mp3", NOM.replace("-", " ").title()):
        assert "nom du fichier" in dit(deposer(redaction, enregistrement("mp3"), "audio", f"{NOM}.mp3", title=nom))
    assert "autorisation de chaque personne" in dit(
        deposer(redaction, enregistrement("mp3"), "audio", personnes="accord")
    )
    assert rien(redaction)


def test_une_autorisation_echue_est_refusee_au_depot(redaction: Client) -> None:
    accord = AutorisationImage.objects.create(
        personne="Formulaire 12", donnee_le="2026-01-01", jusqu_au="2026-02-01", preuve="classeur"
    )
    reponse = deposer(redaction, enregistrement("mp3"), "audio", personnes="accord", autorisations=[accord.pk])
    assert "échue ou retirée" in dit(reponse)
    assert rien(redaction)


def test_trop_lourd(redaction: Client, settings: Settings) -> None:
    settings.TAILLE_MAX_ENREGISTREMENT = 1000
    assert "pèse" in dit(deposer(redaction, enregistrement("mp4")))
    settings.FILE_UPLOAD_HANDLERS = ["medias.reception.ReceptionUploadHandler"]
    assert "Coupez-le" in dit(deposer(redaction, enregistrement("mp4")))
    assert rien(redaction)


@pytest.mark.parametrize("ou", ["write", "seek", "__init__"])
def test_un_disque_plein_a_la_reception_se_dit(
    redaction: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, ou: str
) -> None:
    settings.FILE_UPLOAD_HANDLERS = ["medias.reception.ReceptionUploadHandler"]
    monkeypatch.setattr(TemporaryUploadedFile, ou, plein, raising=False)
    reponse = deposer(redaction, enregistrement("mp4"))
    assert "plus de place pour recevoir" in dit(reponse)
    assert rien(redaction)


def test_un_disque_plein_au_rangement_se_dit(redaction: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", plein)
    assert "Rien n’a été gardé" in dit(deposer(redaction, enregistrement("mp4")))
    assert rien(redaction)


def test_un_disque_plein_n_efface_pas_l_ancien_fichier(redaction: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    deposer(redaction, enregistrement("mp3"), "audio")
    avant = Enregistrement.objects.get()
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", plein)
    reponse = modifier(redaction, avant, file=recu(enregistrement("wav"), "b.wav"))
    assert "Rien n’a été gardé" in dit(reponse)
    assert (Enregistrement.objects.get().file.name, gardees()) == (avant.file.name, ["recus"])
    assert avant.file.storage.exists(avant.file.name)


def test_une_ligne_qui_ne_s_ecrit_pas_n_abandonne_pas_son_fichier(
    redaction: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tomber(*_args: object, **_options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Enregistrement, "save", tomber)
    with pytest.raises(RuntimeError):
        deposer(redaction, enregistrement("mp3"), "audio")
    assert gardees() == []


def test_une_requete_coupee_en_route_ne_laisse_rien(redaction: Client) -> None:
    """A browser whose network is cut: the length was said, half of the bytes came."""
    limite = "coupe"
    champs = "".join(
        f'--{limite}\r\nContent-Disposition: form-data; name="{nom}"\r\n\r\n{valeur}\r\n'
        for nom, valeur in MOTS.items()
    )
    entete = f'--{limite}\r\nContent-Disposition: form-data; name="file"; filename="{NOM}.mp4"\r\n\r\n'
    octets = enregistrement("mp4")
    corps = champs.encode() + entete.encode() + octets[: len(octets) // 2]
    coupee: Any = {"wsgi.input": BytesIO(corps), "CONTENT_LENGTH": str(len(corps) + len(octets))}
    reponse = redaction.generic(
        "POST",
        reverse("wagtailmedia:add", args=["video"]),
        corps,
        f"multipart/form-data; boundary={limite}",
        **coupee,
    )
    assert "Champ requis" in dit(reponse)  # what was cut is no file at all
    assert rien(redaction)


@pytest.mark.parametrize("nombre", [MUTATIONS, pytest.param(MUTATIONS_LONGUES, marks=pytest.mark.epreuve)])
def test_un_envoi_abime_au_hasard_ne_fait_rien_tomber_et_ne_laisse_rien(redaction: Client, nombre: int) -> None:
    hasard = random.Random(7)  # noqa: S311 - the same mutations at each run
    refuses = 0
    for essai in range(nombre):
        octets = bytearray(enregistrement(("mp4", "mov", "webm", "mp3", "m4a", "wav", "ogg", "flac")[essai % 8]))
        # Mutations that count strike the headers.
        for _octet in range(hasard.randint(1, 40)):
            octets[int(len(octets) * hasard.random() ** 3)] = hasard.randrange(256)
        envoi = bytes(octets[: hasard.randint(len(octets) // 4, len(octets))])
        reponse = deposer(redaction, envoi, hasard.choice(("audio", "video")))
        assert reponse.status_code in {200, 302}
        if reponse.status_code == 302:
            Enregistrement.objects.get().delete()
            for nom in default_storage.listdir("recus")[1]:  # deleted once committed, which a test never is
                default_storage.delete(f"recus/{nom}")
        else:
            refuses += 1
            assert not Enregistrement.objects.exists()
            assert gardees() == []
    assert refuses > nombre // 4
    assert traces() == []


@pytest.mark.parametrize("octets", [b"", b"\0" * 16, b"RIFF\0\0\0\0AVI ", b"#!/bin/sh"])
def test_une_signature_inconnue_n_ouvre_rien(octets: bytes) -> None:
    with pytest.raises(EnregistrementRefuse):
        reconnaitre(octets)


def test_une_liste_n_ouvre_aucun_autre_fichier(tmp_path: Path) -> None:
    """Were it opened as what it says, a playlist would read a file of the server: ours is never guessed."""
    from medias.ffmpeg import FfmpegErreur, lancer, lire  # noqa: PLC0415 - nothing above needs it

    secret = tmp_path / "secret.wav"
    secret.write_bytes(enregistrement("wav"))
    liste = tmp_path / "liste.mp4"
    liste.write_bytes(b"\0\0\0\x18ftypmp42" + f"#EXTM3U\n#EXTINF:1,\nfile://{secret}\n#EXT-X-ENDLIST\n".encode() * 4)
    with pytest.raises(FfmpegErreur):
        lancer(*lire(liste, "mov"), "-f", "null", "-", delai=20)
    reseau = tmp_path / "reseau.m3u8"
    reseau.write_bytes(b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")
    with pytest.raises(FfmpegErreur, match=r"not on whitelist|Protocol|Invalid|not in allowed"):
        lancer(*lire(reseau), "-f", "null", "-", delai=20)
