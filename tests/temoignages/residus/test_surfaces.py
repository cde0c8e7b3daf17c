"""Each surface is enumerated by itself, and what cannot be read is named."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.core.cache import caches
from django.core.mail import EmailMessage, send_mail
from django.db import connection
from pytest_django import Settings

from temoignages.residus.fichiers import lire_courriels_en_fichiers, lire_journaux, lire_medias
from temoignages.residus.memoires import lire_caches, lire_courriels_en_memoire
from temoignages.residus.surfaces import inconnues, tables_sans_modele
from temoignages.residus.tables import lire_table, tables

from .muets import MagasinMuet, SortieMuette

CACHES_DE_DJANGO = "django.core.cache.backends"
PHRASE = "la bouilloire chantait sous les tuques mauves, l’été dernier"


@pytest.mark.django_db
def test_les_tables_sont_celles_des_deux_bases_et_aucune_n_est_orpheline() -> None:
    assert {"wagtailsearch_indexentry_fts_content", "django_migrations", "temoignages_depot"} <= set(tables("default"))
    assert {"coffre_cledepot", "coffre_retraitconsigne"} <= set(tables("coffre"))
    assert tables_sans_modele() == []
    assert [nom for nom in inconnues() if not nom.startswith("journal _pytest.")] == []


@pytest.mark.django_db
def test_toute_valeur_d_une_table_est_lue_quel_que_soit_le_type_declare() -> None:
    with connection.cursor() as curseur:
        curseur.execute("CREATE TABLE essai (a INTEGER, b BLOB, c TEXT, PRIMARY KEY (a, c))")
        curseur.execute("INSERT INTO essai VALUES (%s, %s, %s)", [PHRASE, PHRASE.encode("utf-16-le"), "x"])
    morceaux = list(lire_table("default", "essai"))
    assert [m.surface for m in morceaux if PHRASE in m.texte] == ["default.essai.a", "default.essai.b"]
    assert {m.reference for m in morceaux} == {"1"}, "no single key: the rank of the row"
    assert tables_sans_modele() == ["table default.essai"]


@pytest.mark.django_db
def test_la_session_est_lue_en_clair() -> None:
    session = SessionStore()
    session["brouillon"] = [PHRASE]
    session.save()
    (morceau,) = [m for m in lire_table("default", "django_session") if PHRASE in m.texte]
    assert morceau.surface == "default.django_session.session_data"
    assert morceau.reference not in {session.session_key, ""}, "a session key opens a session: never printed"


def test_les_fichiers_des_magasins_donnent_leur_nom_et_leurs_octets(settings: Settings, tmp_path: Path) -> None:
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / f"{PHRASE}.txt").write_bytes(b"\x00" + PHRASE.encode() + b"\x00")
    noms, octets = list(lire_medias())
    assert (noms.surface, octets.surface) == ("noms:default", "medias:default")
    assert all(PHRASE in morceau.texte for morceau in (noms, octets))
    assert noms.reference == octets.reference
    assert len(noms.reference) == 16


def test_un_magasin_jamais_servi_est_vide(settings: Settings, tmp_path: Path) -> None:
    options = {"location": str(tmp_path / "absent")}
    settings.STORAGES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}}
    assert list(lire_medias()) == []


def test_les_journaux_et_leurs_rotations_sont_lus(tmp_path: Path) -> None:
    fichier, autre = tmp_path / "site.log", tmp_path / "serveur.log"
    (tmp_path / "site.log.1").write_text(PHRASE)
    autre.write_text(PHRASE)
    sortie = logging.FileHandler(fichier)
    journal = logging.getLogger("essai.residus")
    journal.addHandler(sortie)
    try:
        journal.error(PHRASE)
        assert "journal logging.FileHandler" not in inconnues()
        lus = [m for m in lire_journaux([autre]) if PHRASE in m.texte]
    finally:
        journal.removeHandler(sortie)
        sortie.close()
    assert len({m.reference for m in lus}) == 3


def test_un_cache_donne_ses_cles_et_ses_valeurs() -> None:
    caches["default"].set("cle-a-moi", {"texte": PHRASE})
    (cle, valeur) = list(lire_caches())
    assert "cle-a-moi" in cle.texte
    assert PHRASE in valeur.texte
    assert "cle" not in cle.reference


def test_redis_est_lu_sans_rien_rejouer(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        def scan_iter(self) -> list[bytes]:
            return [b":1:parole"]

        def get(self, cle: bytes) -> bytes:
            return b"\x80\x04" + PHRASE.encode()

    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://x"}}
    cache: Any = caches["default"]
    monkeypatch.setattr(cache._cache, "get_client", Client)
    assert [m.surface for m in lire_caches() if PHRASE in m.texte] == ["cache:default"]


def test_les_courriels_sont_decodes(settings: Settings, tmp_path: Path) -> None:
    def envoyer() -> None:
        send_mail("Sujet", PHRASE, None, ["a@exemple.org"])
        message = EmailMessage(PHRASE, "corps", None, ["a@exemple.org"])
        message.attach("piece.txt", PHRASE.encode("utf-16-le"), "application/octet-stream")
        message.send()

    envoyer()
    assert len(mail.outbox) == 2
    assert len([m for m in lire_courriels_en_memoire() if PHRASE in m.texte]) == 3
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    envoyer()
    lus = [m for m in lire_courriels_en_fichiers() if PHRASE in m.texte]
    assert len(lus) == 3
    assert {m.surface for m in lus} == {"courriels"}


@pytest.mark.parametrize(
    ("reglage", "valeur", "nommee"),
    [
        ("EMAIL_BACKEND", "ailleurs.Backend", "courriels ailleurs.Backend"),
        ("TASKS", {"default": {"BACKEND": "ailleurs.File"}}, "tâches ailleurs.File"),
        ("SESSION_ENGINE", "django.contrib.sessions.backends.file", "sessions django.contrib.sessions.backends.file"),
        (
            "CACHES",
            {"pages": {"BACKEND": f"{CACHES_DE_DJANGO}.filebased.FileBasedCache", "LOCATION": "-"}},
            "cache pages",
        ),
        ("STORAGES", {"ailleurs": {"BACKEND": f"{MagasinMuet.__module__}.MagasinMuet"}}, "fichiers ailleurs"),
    ],
)
@pytest.mark.django_db
def test_un_reglage_que_rien_ne_lit_est_nomme(reglage: str, valeur: object, nommee: str, settings: Settings) -> None:
    setattr(settings, reglage, {**getattr(settings, reglage), **valeur} if isinstance(valeur, dict) else valeur)
    assert nommee in inconnues()


@pytest.mark.django_db
def test_une_sortie_que_rien_ne_lit_est_nommee() -> None:
    sortie = SortieMuette()
    logging.getLogger("temoignages").addHandler(sortie)
    try:
        assert f"journal {SortieMuette.__module__}.SortieMuette" in inconnues()
    finally:
        logging.getLogger("temoignages").removeHandler(sortie)
