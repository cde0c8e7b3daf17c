"""The server falls in the middle: a calm page, a sentence near the field, nothing half-written; then it comes back."""

import secrets as hasard
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from wagtail.models import UploadedFile

from medias.depots_oublies import effacer_les_depots_oublies
from medias.effacement import effacer_du_seau
from medias.models import ImageCampagne
from medias.orphelins import effacer_les_orphelins
from medias.pannes import MESSAGE, StockageIndisponible
from site_campagne.roles import REDACTION
from tests.fabriques.pages import une_image
from tests.fabriques.roles import une_personne_de
from tests.services.s3 import SECRET, ServeurS3, brancher

from ..photos import photo
from ..test_depot import PLUSIEURS, UN, envoyer
from .test_service_s3 import publie

pytestmark = pytest.mark.django_db


def test_le_public_lit_une_page_calme_puis_le_document_revient(client: Client, serveur_s3: ServeurS3) -> None:
    document, page = publie()
    serveur_s3.arreter()
    for _essai in range(2):
        reponse = client.get(document.url)
        assert (reponse.status_code, reponse["Retry-After"], reponse["Cache-Control"]) == (503, "60", "no-store")
        assert "Un fil s’est détendu" in reponse.text
        assert 'href="tel:988"' in reponse.text
    assert client.get(page.url).status_code == 200
    serveur_s3.demarrer()
    cache.clear()  # what was seen down is left alone for ten seconds
    assert client.get(document.url).status_code == 302


def test_une_panne_n_est_constatee_qu_une_fois(
    client: Client, serveur_s3: ServeurS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, _page = publie()
    serveur_s3.arreter()
    assert client.get(document.url).status_code == 503
    monkeypatch.setattr("medias.stockage.StockageS3.exists", lambda *_args: pytest.fail("asked again"))
    assert client.get(document.url).status_code == 503


def test_une_cle_refusee_est_une_panne_et_non_une_erreur(
    client: Client, serveur_s3: ServeurS3, caplog: pytest.LogCaptureFixture
) -> None:
    document, _page = publie()
    serveur_s3.arreter()
    serveur_s3.cles = "une-autre,cle"
    serveur_s3.demarrer()
    assert client.get(document.url).status_code == 503
    assert "S3" in caplog.text
    assert document.file.name not in caplog.text


def test_un_seau_qui_n_existe_pas_est_une_panne(client: Client, s3_a_cote: ServeurS3, settings: Settings) -> None:
    brancher(settings, replace(s3_a_cote.acces, seau_prive="nulle-part"), "s3")
    client.force_login(une_personne_de(REDACTION))
    assert envoyer(client, UN, photo("JPEG"), "a.jpg").context["form"].errors["file"] == [MESSAGE]
    with pytest.raises(StockageIndisponible):
        default_storage.save("a.pdf", ContentFile(b"x"))
    with pytest.raises(FileNotFoundError):
        default_storage.open("a.pdf")


def test_deposer_pendant_une_panne_le_dit_pres_du_champ_et_ne_garde_rien(client: Client, serveur_s3: ServeurS3) -> None:
    client.force_login(une_personne_de(REDACTION))
    serveur_s3.arreter()
    assert envoyer(client, UN, photo("JPEG"), "a.jpg").context["form"].errors["file"] == [MESSAGE]
    assert envoyer(client, PLUSIEURS, photo("JPEG"), "a.jpg").json()["error_message"] == MESSAGE
    assert not ImageCampagne.objects.exists()
    serveur_s3.demarrer()
    assert serveur_s3.objets() == {}
    assert envoyer(client, UN, photo("JPEG"), "a.jpg").status_code == 302
    assert ImageCampagne.objects.get().file.name in serveur_s3.objets()


def test_une_coupure_au_milieu_d_un_envoi_ne_laisse_rien(serveur_s3: ServeurS3) -> None:
    class Coupe(ContentFile[bytes]):
        """A file whose reading cuts the server off, half way."""

        def read(self, *args: Any) -> bytes:
            if self.tell() > 9_000_000:
                serveur_s3.arreter()
            return super().read(*args)

    with pytest.raises(StockageIndisponible):
        default_storage.save("documents/gros.bin", Coupe(hasard.token_bytes(20_000_000), name="gros.bin"))
    serveur_s3.demarrer()
    assert not default_storage.exists("documents/gros.bin")


def test_effacer_pendant_une_panne_se_fait_plus_tard(
    serveur_s3: ServeurS3, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    nom = une_image().file.name
    serveur_s3.arreter()
    with django_capture_on_commit_callbacks(execute=True):
        default_storage.delete(nom)
    tache = DBTaskResult.objects.get(task_path="medias.effacement.effacer_du_seau")
    assert (tache.status, tache.args_kwargs["args"]) == (TaskResultStatus.READY, [nom, 0])
    assert tache.run_after is not None
    with django_capture_on_commit_callbacks(execute=True):
        assert effacer_du_seau.call(nom, 0) is False
    assert DBTaskResult.objects.filter(task_path="medias.effacement.effacer_du_seau").count() == 2
    serveur_s3.demarrer()
    assert nom in serveur_s3.objets()
    assert effacer_du_seau.call(nom, 1) is True
    assert nom not in serveur_s3.objets()


def test_sans_file_d_attente_l_echec_se_voit(serveur_s3: ServeurS3) -> None:
    nom = une_image().file.name
    serveur_s3.arreter()
    with pytest.raises(StockageIndisponible):
        default_storage.delete(nom)


def test_l_entretien_tient_devant_un_fichier_perdu_et_une_panne(serveur_s3: ServeurS3) -> None:
    depots = [UploadedFile.objects.create(file=ContentFile(b"net", name=f"{n}.jpg")) for n in "ab"]
    perdu, garde = (depot.file.name for depot in depots)
    (serveur_s3.dossier / "prive" / perdu).unlink()
    with pytest.raises(FileNotFoundError):
        default_storage.get_modified_time(perdu)
    assert (effacer_les_depots_oublies(), UploadedFile.objects.get().file.name) == (1, garde)
    assert (effacer_les_orphelins(), list(serveur_s3.objets())) == (0, [garde])
    serveur_s3.arreter()
    with pytest.raises(StockageIndisponible):
        default_storage.get_modified_time(garde)
    assert (effacer_les_depots_oublies(), effacer_les_orphelins()) == (0, 0)
    assert UploadedFile.objects.exists()


def test_la_cle_du_serveur_n_entre_pas_dans_la_base(
    serveur_s3: ServeurS3, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        une_image().delete()
    taches = [repr(tache.args_kwargs) for tache in DBTaskResult.objects.all()]
    assert any("StockageS3" in tache for tache in taches), "Wagtail writes there how to open the storage again"
    assert not any(SECRET in tache or str(Path(serveur_s3.dossier)) in tache for tache in taches)
    assert connection.vendor
