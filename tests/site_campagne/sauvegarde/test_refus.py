"""What is refused, in French, with nothing half done."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from pytest_django import Settings

from medias.pannes import StockageIndisponible
from medias.stockage_local import StockageLocal
from site_campagne.sauvegarde.fermeture import est_ferme
from temoignages.models import Temoignage
from tests.fabriques.fichiers import un_document

from .gestes import archives, lancer, une_parole

pytestmark = pytest.mark.django_db(transaction=True)


def photographier() -> tuple[list[Any], list[Any], bool]:
    """Return what a refused restore must leave as it was."""
    fichiers = sorted(f for f in Path(default_storage.location).rglob("*") if f.is_file())  # type: ignore[attr-defined]
    return list(Temoignage.objects.order_by("pk").values()), fichiers, est_ferme()


@pytest.mark.parametrize("reglage", ["SAUVEGARDES", "SAUVEGARDES_COFFRE", "CLE_SAUVEGARDES"])
def test_sans_lieu_ni_cle_rien_ne_se_sauvegarde(reglage: str, settings: Settings) -> None:
    setattr(settings, reglage, "")

    assert f"REFUS : {reglage}" in lancer("sauvegarder")
    assert not Path(settings.SAUVEGARDES or "rien").exists()


def test_en_production_une_cle_absente_n_est_pas_inventee(settings: Settings) -> None:
    settings.CREER_SECRETS = False

    assert "introuvable ou illisible" in lancer("sauvegarder")
    assert not Path(settings.CLE_SAUVEGARDES).exists()
    assert archives() == archives("coffre") == []


@pytest.mark.parametrize("contenu", ["", "cle-1", "cle-1 pas-du-base64!", "cle-1 YQ=="])
def test_une_cle_mal_ecrite_est_refusee(contenu: str, settings: Settings) -> None:
    Path(settings.CLE_SAUVEGARDES).write_text(contenu)

    assert "32 octets en base64" in lancer("sauvegarder")


@pytest.mark.parametrize(("site", "coffre"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/", "a")])
def test_le_coffre_ne_va_jamais_avec_le_site(site: str, coffre: str, settings: Settings, tmp_path: Path) -> None:
    settings.SAUVEGARDES, settings.SAUVEGARDES_COFFRE = str(tmp_path / site), str(tmp_path / coffre)

    assert "deux endroits" in lancer("sauvegarder")


def abimer_coupee(archive: Path) -> None:
    os.truncate(archive, archive.stat().st_size // 2)


def abimer_un_bit(archive: Path) -> None:
    octets = bytearray(archive.read_bytes())
    octets[-30] ^= 1
    archive.write_bytes(octets)


def abimer_vide(archive: Path) -> None:
    archive.write_bytes(b"")


@pytest.mark.parametrize("abimer", [abimer_coupee, abimer_un_bit, abimer_vide])
def test_une_archive_abimee_ne_touche_a_rien(abimer: Any) -> None:
    une_parole("une chaise qui m’attend")
    un_document()
    lancer("sauvegarder")
    abimer(archives()[0])
    avant = photographier()

    assert "REFUS" in lancer("restaurer", "dernier", "--remplacer")
    assert "REFUS" in lancer("sauvegarder", "--exercice")
    assert photographier() == avant


def test_une_autre_cle_ne_touche_a_rien(settings: Settings, tmp_path: Path) -> None:
    une_parole("une chaise qui m’attend")
    lancer("sauvegarder")
    settings.CLE_SAUVEGARDES = str(tmp_path / "autre")
    avant = photographier()

    assert "clé n’est pas la bonne" in lancer("restaurer", "dernier", "--remplacer")
    assert photographier() == avant


def test_une_archive_du_coffre_n_est_pas_celle_du_site() -> None:
    lancer("sauvegarder")

    assert "« coffre », pas « site »" in lancer("restaurer", str(archives("coffre")[0]), "--remplacer")
    assert "« site », pas « coffre »" in lancer("restaurer", str(archives()[0]), "--coffre", "--remplacer")


def test_sans_archive_on_le_dit() -> None:
    assert "aucune archive" in lancer("restaurer", "dernier")
    assert "introuvable" in lancer("restaurer", "site-20260101T000000Z-0000.sauvegarde")


def test_un_disque_plein_pendant_la_sauvegarde_ne_laisse_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    lancer("sauvegarder")
    bonne = archives()

    def plein(_descripteur: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", plein)
    assert "plus de place" in lancer("sauvegarder")
    assert archives() == bonne, "the last good one stays"
    assert [f for f in bonne[0].parent.iterdir() if f.is_file()] == bonne


def test_un_disque_plein_pendant_la_restauration_defait_tout(monkeypatch: pytest.MonkeyPatch) -> None:
    une_parole("une chaise qui m’attend")
    documents = [un_document(), un_document()]
    lancer("sauvegarder")
    for document in documents:
        default_storage.delete(document.file.name)
    Temoignage.objects.update(texte="autre chose")
    avant, vrai, essais = photographier(), StockageLocal.save, []

    def plein(magasin: Any, nom: str, contenu: Any, **options: Any) -> str:
        essais.append(nom)
        if len(essais) > 1:
            raise StockageIndisponible
        return str(vrai(magasin, nom, contenu, **options))

    monkeypatch.setattr(StockageLocal, "save", plein)
    assert "plus de place" in lancer("restaurer", "dernier", "--remplacer")
    assert photographier() == avant


def test_une_base_qui_refuse_defait_les_fichiers(monkeypatch: pytest.MonkeyPatch) -> None:
    une_parole("une chaise qui m’attend")
    document = un_document()
    lancer("sauvegarder")
    default_storage.delete(document.file.name)
    avant = photographier()

    def plein(*_arguments: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", plein)
    assert "plus de place" in lancer("restaurer", "dernier", "--remplacer")
    assert photographier() == avant


def test_une_archive_d_une_version_plus_recente_est_refusee() -> None:
    with connection.cursor() as curseur:
        curseur.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('pages', '9999_demain', CURRENT_TIMESTAMP)"
        )
    lancer("sauvegarder")

    assert "version plus récente" in lancer("restaurer", "dernier", "--remplacer")


def test_un_fichier_perdu_n_empeche_pas_de_sauvegarder_le_reste() -> None:
    document = un_document()
    default_storage.delete(document.file.name)

    dit = lancer("sauvegarder")
    assert dit.count("relue.") == 2, dit
    assert "Attention : 1 fichiers" in dit


def test_une_base_qui_ne_repond_pas_est_dite_en_francais(monkeypatch: pytest.MonkeyPatch) -> None:
    def en_panne() -> None:
        raise OperationalError

    monkeypatch.setattr("site_campagne.sauvegarde.sauvegarder.completer_le_registre", en_panne)
    assert "La base ne répond pas" in lancer("sauvegarder")
    assert archives() == []
