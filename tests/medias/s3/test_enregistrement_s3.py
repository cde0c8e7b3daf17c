"""A recording on an S3 server: received, prepared and served there; nothing of what it came from stays."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from medias.models import Enregistrement, EtatPreparation
from medias.pannes import MESSAGE
from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de
from tests.services.s3 import ServeurS3

from ..enregistrements.gestes import deposer
from ..enregistrements.sons import SECRETS, enregistrement

pytestmark = pytest.mark.django_db


@pytest.fixture
def redaction(client: Client) -> Client:
    client.force_login(une_personne_de(REDACTION))
    return client


def test_une_video_est_preparee_et_servie_depuis_le_seau(
    redaction: Client, serveur_s3: ServeurS3, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        deposer(redaction, enregistrement("mp4"))
    video = Enregistrement.objects.get()
    assert video.etat == EtatPreparation.PRET
    objets = serveur_s3.objets()
    assert set(objets) == {video.file.name, video.thumbnail.name}
    assert not [secret for secret in SECRETS for octets in objets.values() if secret in octets]
    reponse = redaction.get(video.url)
    assert (reponse.status_code, reponse["Cache-Control"]) == (302, "private, no-store")
    signes: dict[str, Any] = parse_qs(urlsplit(reponse["Location"]).query)
    assert (signes["X-Amz-Expires"], signes["response-content-type"]) == (["3600"], ["video/mp4"])
    assert Client().get(video.url).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        video.delete()
    assert serveur_s3.objets() == {}


def test_un_depot_pendant_une_panne_se_dit_pres_du_champ(redaction: Client, serveur_s3: ServeurS3) -> None:
    serveur_s3.arreter()
    reponse = deposer(redaction, enregistrement("mp3"), "audio", "a.mp3")
    assert reponse.context["form"].errors["file"] == [MESSAGE]
    assert not Enregistrement.objects.exists()
    serveur_s3.demarrer()
    assert serveur_s3.objets() == {}
