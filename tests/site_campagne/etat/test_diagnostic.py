"""Each thing that can be wrong, made wrong: it is named, with what to do; the rest is silent; nothing is given away."""

import io
import os
from base64 import b64encode
from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from medias.pannes import StockageIndisponible
from pages.models import AideSetting
from reseau.horloge import aujourdhui
from reseau.models import Compte
from site_campagne.etat import machine, promesses
from site_campagne.etat.diagnostic import EXAMENS
from site_campagne.models import ResponsableSetting
from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.tenir import tenir
from site_campagne.roles import ADMINISTRATION, REDACTION
from site_campagne.sauvegarde.fermeture import fermer
from tests.fabriques.roles import une_personne_de
from tests.gardes.second_facteur import inscrire
from tests.services.s3 import PRIVE, ServeurS3

pytestmark = pytest.mark.django_db
SECRET = "base-a-nous.exemple.org"
Espace = namedtuple("Espace", "total used free")  # noqa: PYI024 - what shutil returns


def diagnostiquer() -> tuple[int, str]:
    sortie = io.StringIO()
    try:
        call_command("diagnostic", stdout=sortie)
    except SystemExit as fin:
        return int(fin.code or 0), sortie.getvalue()
    return 0, sortie.getvalue()


@pytest.fixture(autouse=True)
def en_ordre(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a site where nothing is wrong."""
    for nom in ("SAUVEGARDES", "SAUVEGARDES_COFFRE"):
        setattr(settings, nom, str(tmp_path / nom))
        (tmp_path / nom).mkdir()
    settings.CLE_SAUVEGARDES = str(tmp_path / "cle")
    settings.FICHIER_DE_FERMETURE = str(tmp_path / "site-ferme")
    settings.VAR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    settings.SECRET_KEY = "x" * 60
    monkeypatch.setattr(machine, "migrations_manquantes", list)  # the safe of the tests is made without
    (tmp_path / "cle").write_text(f"cle-1 {b64encode(bytes(32)).decode()}\n")
    (tmp_path / "cle").chmod(0o600)
    for connexion in connections.all():
        if connexion.vendor == "sqlite":
            Path(str(connexion.settings_dict["NAME"])).chmod(0o600)
    archiver(tmp_path, timedelta(hours=2))
    tenir(forcer=True)
    inscrire(une_personne_de(ADMINISTRATION))
    ResponsableSetting.objects.update_or_create(pk=1, defaults={"titre": "Responsable", "courriel": "r@exemple.org"})
    AideSetting.objects.update_or_create(pk=1, defaults={"verifie_le": aujourdhui(), "lignes": []})


def archiver(dossier: Path, age: timedelta) -> None:
    quand = f"{timezone.now() - age:%Y%m%dT%H%M%S}Z-0a1b"
    (dossier / "SAUVEGARDES" / f"site-{quand}.sauvegarde").touch()
    (dossier / "SAUVEGARDES_COFFRE" / f"coffre-{quand}.sauvegarde").touch()


def effacer_les_archives(dossier: Path) -> None:
    for archive in dossier.glob("SAUVEGARDES*/*"):
        archive.unlink()


def test_un_site_en_ordre_n_a_rien_a_dire() -> None:
    assert diagnostiquer() == (0, f"Tout va bien ({len(EXAMENS)} examens).\n")


def test_l_essai_du_registre_ne_laisse_rien(tmp_path: Path) -> None:
    diagnostiquer()
    assert list((tmp_path / "SAUVEGARDES" / "registre").iterdir()) == []


def test_un_registre_dans_un_seau_s_essaie_aussi(s3_a_cote: ServeurS3, settings: Settings) -> None:
    settings.SAUVEGARDES_S3, settings.SAUVEGARDES = s3_a_cote.acces, f"s3://{PRIVE}/archives"
    assert machine.examiner_le_registre() == []
    assert s3_a_cote.objets() == {}
    s3_a_cote.arreter()
    assert "serveur S3" in machine.examiner_le_registre()[0].vu


def refuser(erreur: Exception) -> Any:
    def lever(*_a: Any, **_o: Any) -> None:
        raise erreur

    return lever


def secret_illisible(monde: Any) -> None:
    monde.monkeypatch.setattr(machine, "trousseau", refuser(OSError(SECRET)))


def secret_ouvert(monde: Any) -> None:
    fichier = monde.dossier / "cle"
    fichier.chmod(0o644)


def secret_prete(mode: int) -> Any:
    """Give the key as Kubernetes mounts it: the account of another, our group."""

    def preter(monde: Any) -> None:
        (monde.dossier / "cle").chmod(mode)
        monde.monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)

    return preter


def base_absente(monde: Any) -> None:
    monde.monkeypatch.setattr(machine, "demander_aux_bases", refuser(OperationalError(SECRET)))


def vieille_archive(monde: Any) -> None:
    effacer_les_archives(monde.dossier)
    archiver(monde.dossier, timedelta(hours=31))


def archive_du_coffre_trop_gardee(monde: Any) -> None:
    archiver(monde.dossier, timedelta(days=8))


def disque(libre: int) -> Any:
    return lambda monde: monde.monkeypatch.setattr("shutil.disk_usage", lambda _r: Espace(0, 0, libre))


def sans_exigence(monde: Any) -> None:
    monde.settings.EXIGER_SECOND_FACTEUR = monde.settings.CREER_SECRETS = False


def sans_second_facteur(_monde: Any) -> None:
    une_personne_de(REDACTION)


def tache_echouee(_monde: Any) -> None:
    DBTaskResult.objects.create(
        task_path="reseau.taches.envoyer_code",
        args_kwargs={},
        backend_name="default",
        run_after=timezone.now(),
        finished_at=timezone.now(),
        status=TaskResultStatus.FAILED,
    )


PANNES: dict[str, tuple[Any, str]] = {
    "fermeture": (lambda _m: fermer(), "maintenance ouvrir"),
    "secret court": (lambda m: setattr(m.settings, "SECRET_KEY", "court"), "SECRET_KEY est trop court"),
    "secret illisible": (secret_illisible, "TROUSSEAU : le fichier manque"),
    "secret ouvert": (secret_ouvert, "CLE_SAUVEGARDES : d’autres comptes"),
    "dossier": (lambda m: setattr(m.settings, "VAR", m.dossier / "absent"), "DOSSIER_DONNEES manque"),
    "disque plein": (disque(10**6), "moins de 200 Mo"),
    "secret ouvert au groupe": (
        lambda m: (m.dossier / "cle").chmod(0o640),
        "CLE_SAUVEGARDES : d’autres comptes",
    ),
    "secret prêté à tous": (secret_prete(0o444), "CLE_SAUVEGARDES : d’autres comptes"),
    "secret que le groupe change": (secret_prete(0o460), "CLE_SAUVEGARDES : d’autres comptes"),
    "base": (base_absente, "Une base ne répond pas"),
    "migration": (
        lambda m: m.monkeypatch.setattr(machine, "migrations_manquantes", lambda: ["pages.9999_neuve"]),
        "Migrations à faire : pages.9999_neuve",
    ),
    "date figée": (lambda m: setattr(m.settings, "CREER_SECRETS", False), "AUJOURDHUI fige la date"),
    "cache": (
        lambda m: m.monkeypatch.setattr(machine, "demander_au_cache", refuser(ConnectionError(SECRET))),
        "Le cache ne garde rien",
    ),
    "fichiers": (
        lambda m: m.monkeypatch.setattr(machine, "demander_au_stockage", refuser(StockageIndisponible())),
        "Aucun fichier ne peut être gardé",
    ),
    "courriel": (
        lambda m: m.monkeypatch.setattr(machine, "ouvrir_le_courriel", refuser(ConnectionError(SECRET))),
        "Le serveur de courriel ne répond pas",
    ),
    "travailleur": (lambda m: setattr(m.settings, "TACHES", "travailleur"), "« travailler » ne donne plus signe"),
    "file": (
        lambda m: (
            m.monkeypatch.setattr(promesses, "taches_qui_attendent", lambda: 3)
            or m.monkeypatch.setattr(promesses, "a_un_travailleur", lambda: True)
        ),
        "3 tâches attendent",
    ),
    "tâche en retard": (
        lambda _m: TachePlanifiee.objects.filter(nom="menage").update(reussie_le=timezone.now() - timedelta(days=2)),
        "--seulement menage",
    ),
    "tâche jamais faite": (lambda _m: TachePlanifiee.objects.filter(nom="detruire").delete(), "n’a jamais réussi"),
    "sans sauvegarde": (lambda m: setattr(m.settings, "SAUVEGARDES", ""), "Rien n’est sauvegardé"),
    "registre": (
        lambda m: (m.dossier / "SAUVEGARDES" / "registre").touch(),  # where its folder should be
        "Le registre des retraits ne s’écrit pas",
    ),
    "clé des sauvegardes": (lambda m: (m.dossier / "cle").write_text("rien"), "32 octets en base64"),
    "vieille sauvegarde": (vieille_archive, "La dernière archive (site) a plus de 30 heures"),
    "aucune archive": (lambda m: effacer_les_archives(m.dossier), "Aucune archive (coffre)"),
    "archive du coffre": (archive_du_coffre_trop_gardee, "Une archive du coffre a plus de sept jours"),
    "second facteur": (
        sans_exigence,
        "Un mot de passe seul",
    ),
    "personne n’administre": (lambda _m: Compte.objects.all().delete(), "Personne n’administre"),
}
AVIS: dict[str, tuple[Any, str]] = {
    "disque bientôt plein": (disque(10**9), "moins de 2 Go"),
    "lignes d’aide": (
        lambda _m: AideSetting.objects.update(verifie_le=aujourdhui() - timedelta(days=181)),
        "depuis 180 jours",
    ),
    "responsable": (lambda _m: ResponsableSetting.objects.update(courriel=""), "Personne n’est inscrite"),
    "tâche échouée": (tache_echouee, "ont échoué depuis un jour : envoyer_code"),
    "facteur qui manque": (sans_second_facteur, "1 comptes de l’équipe sans second facteur"),
}


def test_un_secret_prete_a_notre_groupe_n_est_pas_une_panne(monde: "Monde") -> None:
    secret_prete(0o440)(monde)
    assert diagnostiquer()[0] == 0


class Monde:
    """What a failure may change."""

    def __init__(self, settings: Settings, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keep what is needed."""
        self.settings, self.dossier, self.monkeypatch = settings, dossier, monkeypatch


@pytest.fixture
def monde(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Monde:
    return Monde(settings, tmp_path, monkeypatch)


@pytest.mark.parametrize(("casser", "dit"), PANNES.values(), ids=PANNES.keys())
def test_une_panne_est_nommee_avec_quoi_faire(casser: Any, dit: str, monde: Monde) -> None:
    casser(monde)
    code, reponse = diagnostiquer()
    assert code == 1
    assert dit in reponse
    assert "À faire : " in reponse
    assert SECRET not in reponse


@pytest.mark.parametrize(("casser", "dit"), AVIS.values(), ids=AVIS.keys())
def test_un_avis_est_nomme_et_n_est_pas_une_panne(casser: Any, dit: str, monde: Monde) -> None:
    casser(monde)
    code, reponse = diagnostiquer()
    assert code == 0
    assert dit in reponse


def test_un_examen_qui_rate_ne_cache_pas_les_autres(monde: Monde) -> None:
    monde.monkeypatch.setattr("shutil.disk_usage", refuser(OSError(SECRET)))
    fermer()
    code, reponse = diagnostiquer()
    assert code == 1
    assert "L’examen a échoué (OSError)" in reponse
    assert "maintenance ouvrir" in reponse
    assert SECRET not in reponse
