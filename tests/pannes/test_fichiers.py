"""S3 gone: what someone takes back is gone at once all the same, and what the server should have done is done later."""

import datetime
import os
import secrets
import signal
from contextlib import ExitStack
from typing import Any

import pytest
from botocore.config import Config
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks as Capture
from pytest_django import Settings

from medias import stockage
from medias.models import AutorisationImage, ImageCampagne, Personnes
from medias.pannes import MESSAGE
from reseau.horloge import aujourdhui
from site_campagne.roles import REDACTION
from temoignages.actions import Demande, deposer
from temoignages.chambre.codes import code_de
from temoignages.models import Depot
from tests.fabriques.pages import ContenuPageFactory, corps, publier, une_image
from tests.fabriques.roles import une_personne_de
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, une_personne
from tests.medias.photos import photo
from tests.medias.s3.test_service_s3 import publie
from tests.medias.test_depot import UN, envoyer
from tests.services.s3 import PRIVE, PUBLIC, ServeurS3, brancher
from tests.temoignages.views.envoi import page, suivre

pytestmark = pytest.mark.django_db
FILE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
IMMEDIATES = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(params=[FILE, IMMEDIATES], ids=["file", "immédiates"])
def s3(request: pytest.FixtureRequest, serveur_s3: ServeurS3, settings: Settings) -> ServeurS3:
    """Keep the files and the ledger of withdrawals on the server, with a queue and without."""
    settings.TASKS = request.param
    settings.SAUVEGARDES_S3 = serveur_s3.acces
    settings.SAUVEGARDES, settings.SAUVEGARDES_COFFRE = f"s3://{PRIVE}/archives", f"s3://{PUBLIC}"
    return serveur_s3


def une_parole_et_son_code() -> tuple[str, str]:
    """Publish words; return where they are, and the code of their author."""
    grain = secrets.token_hex(8)
    demande = Demande(texte="une chaise qui m’attend", attribution="quebec", usages=["web"])
    depot = Depot.objects.get(pk=deposer(grain=grain, demande=demande).depot_id)
    return approuver_depot(soumettre_depot(depot, une_personne()), une_personne()).url, code_de(grain)


def reprendre(tache: str) -> None:
    """Do what the queue holds under this name, as the worker will at its hour."""
    for ligne in DBTaskResult.objects.filter(task_path__endswith=tache):
        ligne.task.call(*ligne.args_kwargs["args"])


def test_un_retrait_vaut_pendant_la_panne_et_le_registre_se_complete_apres(
    client: Client, s3: ServeurS3, settings: Settings, django_capture_on_commit_callbacks: Capture
) -> None:
    adresse, code = une_parole_et_son_code()
    assert client.get(adresse).status_code == 200
    s3.arreter()
    # Each database has an end of transaction of its own: the ledger waits for that of the safe.
    with ExitStack() as fins:
        for alias in ("default", "coffre"):
            fins.enter_context(django_capture_on_commit_callbacks(using=alias, execute=True))
        assert suivre(code, geste="retirer").status_code == 200
    assert client.get(adresse).status_code == 410
    s3.demarrer()
    if settings.TASKS == FILE:
        reprendre("inscrire_enfin")
        assert [nom for nom in s3.objets() if nom.startswith("archives/registre/retrait-")]


def test_un_accord_repris_cache_l_image_pendant_la_panne_et_ses_fichiers_s_effacent_apres(
    client: Client, s3: ServeurS3, settings: Settings, django_capture_on_commit_callbacks: Capture
) -> None:
    jour = aujourdhui()
    fin = jour + datetime.timedelta(days=30)
    accord = AutorisationImage.objects.create(personne="Formulaire 12", donnee_le=jour, jusqu_au=fin, preuve="classeur")
    image = une_image(personnes=Personnes.ACCORD)
    image.autorisations.set([accord])
    lue = publier(ContenuPageFactory.create(corps=corps(("image", {"image": image.pk, "legende": "Gaétane"}))))
    assert "<picture>" in page(client.get(lue.url))
    tailles = [taille.file.name for taille in image.renditions.all()]
    assert tailles

    s3.arreter()
    with django_capture_on_commit_callbacks(execute=True):
        accord.retiree_le = jour
        accord.save()
    dit = page(client.get(lue.url))
    assert "<picture>" not in dit
    assert "Gaétane" not in dit
    assert {client.get(f"/media/{nom}").status_code for nom in tailles} == {404}

    s3.demarrer()
    if settings.TASKS == FILE:
        for _fois in range(2):  # Wagtail's own task, then ours, that it leaves behind
            reprendre("delete_file_from_storage_task")
            reprendre("effacer_du_seau")
        assert not [nom for nom in tailles if default_storage.exists(nom)]


def test_un_envoi_refuse_garde_ce_qui_fut_tape_et_ne_laisse_rien(client: Client, s3: ServeurS3) -> None:
    client.force_login(une_personne_de(REDACTION))
    s3.arreter()
    mots: dict[str, Any] = {"title": "La cuisine du mardi", "texte_alternatif": "Trois tasses sur une table."}
    reponse = envoyer(client, UN, photo("JPEG"), "a.jpg", **mots)
    assert reponse.status_code == 200
    dit = page(reponse)
    assert str(MESSAGE) in dit
    assert all(mot in dit for mot in mots.values())
    assert not ImageCampagne.objects.exists()
    s3.demarrer()
    assert envoyer(client, UN, photo("JPEG"), "a.jpg", **mots).status_code == 302
    assert ImageCampagne.objects.get().file.name in s3.objets()


def test_un_serveur_fige_ne_retient_qu_un_lecteur_et_peu_de_temps(
    client: Client,
    serveur_s3: ServeurS3,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    # A server that hangs is asked twice, five seconds each: one is enough for a trial.
    monkeypatch.setattr(stockage, "CLIENT", stockage.CLIENT.merge(Config(read_timeout=1)))
    brancher(settings, serveur_s3.acces, "s3")
    document, lue = publie()
    os.kill(serveur_s3._processus.pid, signal.SIGSTOP)
    try:
        reponses = [client.get(document.url) for _fois in range(3)]
        assert {reponse.status_code for reponse in reponses} == {503}
        assert "Un fil s’est détendu" in page(reponses[0])
        assert caplog.text.count("Le serveur S3 ne fait pas son travail") == 1, "the others did not wait for it"
        assert client.get(lue.url).status_code == 200
    finally:
        os.kill(serveur_s3._processus.pid, signal.SIGCONT)
    cache.clear()  # the ten seconds are over
    assert client.get(document.url).status_code == 302
