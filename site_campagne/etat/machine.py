"""The machine: secrets and who can read them, folders, disk, clock, services."""

import os
import shutil
import stat
import time
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connections

from medias.pannes import StockageIndisponible
from medias.stockage_local import RESERVE
from temoignages.chambre.trousseau import poivre, trousseau

from ..sauvegarde.cles import cles
from ..sauvegarde.fermeture import est_ferme
from ..sauvegarde.lieux import lieu_du_site
from ..sauvegarde.refus import SauvegardeImpossible
from ..sauvegarde.registre import DOSSIER
from .constats import BIEN, Constat, avis, panne
from .dependances import (
    demander_au_cache,
    demander_au_stockage,
    demander_aux_bases,
    migrations_manquantes,
    ouvrir_le_courriel,
)

SECRETS: Final = ("TROUSSEAU", "POIVRE", "CLE_SAUVEGARDES")
DERIVE: Final = 5  # seconds
SECRET_COURT: Final = 50
AUTRES: Final = stat.S_IRWXG | stat.S_IRWXO
ESSAI: Final = f"{DOSSIER}.essai"  # of no kind: the ledger never reads it


def examiner_les_secrets() -> list[Constat]:
    """Check that each secret reads, and that no other account of the machine reads it."""
    constats = list(BIEN)
    if len(settings.SECRET_KEY) < SECRET_COURT:
        constats += panne(
            "secrets", "SECRET_KEY est trop court.", "Faites-en un de 50 caractères : .env.example dit comment."
        )
    for nom, lire in (("TROUSSEAU", trousseau), ("POIVRE", poivre)):
        try:
            lire()
        except (ImproperlyConfigured, OSError):
            vu = f"{nom} : le fichier manque, ne se lit pas, ou ne tient pas une clé."
            constats += panne(
                "secrets", vu, "Remettez la copie gardée en lieu sûr. N’en faites pas un autre : paroles.md."
            )
    for nom in SECRETS:
        fichier = Path(getattr(settings, nom) or "/nulle/part")
        if fichier.is_file() and _se_lit_d_ailleurs(fichier):
            constats += panne(
                "secrets",
                f"{nom} : d’autres comptes de la machine peuvent le lire.",
                f"chmod 600, sur le fichier que dit {nom}.",
            )
    return constats


def _se_lit_d_ailleurs(fichier: Path) -> bool:
    """Say whether another account may read or write. One that is not ours was mounted for us: our group reads it."""
    vu = fichier.stat()
    permis = 0 if vu.st_uid == os.geteuid() else stat.S_IRGRP
    return bool(vu.st_mode & AUTRES & ~permis)


def examiner_les_dossiers() -> list[Constat]:
    """Check that the folder of the data can be written, and that no other account reads a database."""
    racine = Path(settings.VAR)
    if not racine.is_dir() or not os.access(racine, os.W_OK | os.X_OK):
        return panne(
            "dossiers",
            "DOSSIER_DONNEES manque, ou le site ne peut pas y écrire.",
            "Créez-le, et donnez-le au compte du site (chown).",
        )
    constats = list(BIEN)
    for connexion in connections.all():
        fichier = Path(str(connexion.settings_dict["NAME"]))
        if connexion.vendor == "sqlite" and fichier.is_file() and fichier.stat().st_mode & stat.S_IRWXO:
            constats += avis(
                "dossiers",
                f"La base « {connexion.alias} » se lit par tout compte de la machine.",
                "chmod 600, sur son fichier et ceux qui finissent par -wal et -shm.",
            )
    return constats


def examiner_les_bases() -> list[Constat]:
    """Check that both databases answer and have had every migration."""
    try:
        demander_aux_bases()
        manquent = migrations_manquantes()
    except Error:
        return panne(
            "bases",
            "Une base ne répond pas.",
            "PostgreSQL tourne-t-il (systemctl status postgresql@17-main, ou votre numéro)? "
            "DATABASE_URL et COFFRE_URL sont-elles justes?",
        )
    if manquent:
        dites = ", ".join(manquent[:5]) + ("…" if len(manquent) > len(manquent[:5]) else "")
        return panne(
            "bases",
            f"Migrations à faire : {dites}.",
            "manage.py migrate, puis manage.py migrate coffre --database coffre.",
        )
    return BIEN


def examiner_la_fermeture() -> list[Constat]:
    """Say that the site is closed: someone may have forgotten it."""
    if not est_ferme():
        return BIEN
    return panne(
        "fermeture",
        "Le site est fermé : tout le monde voit la page d’attente.",
        "Une restauration est-elle en cours? Sinon : manage.py maintenance ouvrir.",
    )


def examiner_le_cache() -> list[Constat]:
    """Check that the cache keeps what it is given."""
    try:
        demander_au_cache()
    except Exception:  # noqa: BLE001 - each engine has its own errors
        return panne(
            "cache",
            "Le cache ne garde rien. Les pages s’affichent, plus lentement.",
            "Redis tourne-t-il? CACHE_URL est-elle juste?",
        )
    return BIEN


def examiner_le_stockage() -> list[Constat]:
    """Check that a file could be stored, and that a bucket gives nothing without a signature."""
    from medias.stockage import SeauOuvert, magasin_s3  # noqa: PLC0415 - boto3 is not loaded where there is no bucket

    try:
        demander_au_stockage()
        if settings.STOCKAGE == "s3" and (seau := magasin_s3()):
            seau.verifier_ferme()
    except SeauOuvert:
        return panne(
            "fichiers",
            "Le seau privé se lit sans signature.",
            "Fermez-le chez le fournisseur, tout de suite; puis incident.md, « Fuite ».",
        )
    except (StockageIndisponible, OSError):
        return panne(
            "fichiers",
            "Aucun fichier ne peut être gardé : le serveur S3 ne répond pas, ou le disque est plein.",
            "stockage.md, « Quand le serveur ne répond pas ».",
        )
    return BIEN


def examiner_le_courriel() -> list[Constat]:
    """Sign in at the mail server, and send nothing."""
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return (
            BIEN
            if settings.CREER_SECRETS
            else avis("courriel", "Aucun courriel ne part : ils s’écrivent à l’écran.", "Donnez COURRIEL_URL.")
        )
    try:
        ouvrir_le_courriel()
    except Exception:  # noqa: BLE001 - a network, a certificate, a password: the same thing to do
        return panne(
            "courriel",
            "Le serveur de courriel ne répond pas, ou refuse le mot de passe. Personne ne peut entrer par code.",
            "COURRIEL_URL est-elle juste? Le fournisseur a-t-il une panne?",
        )
    return BIEN


def examiner_le_disque() -> list[Constat]:
    """Look at the room that is left where the data are."""
    racine = Path(settings.VAR)
    libre = shutil.disk_usage(racine if racine.is_dir() else "/").free
    if libre < RESERVE:
        return panne(
            "disque",
            "Il reste moins de 200 Mo : plus aucun dépôt n’est reçu.",
            "Libérez de la place (journaux, vieilles archives), ou agrandissez le disque.",
        )
    if libre < 10 * RESERVE:
        return avis("disque", "Il reste moins de 2 Go.", "Prévoyez de la place; stockage.md dit comment passer à S3.")
    return BIEN


def examiner_l_horloge() -> list[Constat]:
    """Compare the clock with that of the database server, when it is another machine; look at a fixed date."""
    constats = list(BIEN)
    if settings.AUJOURDHUI and not settings.CREER_SECRETS:
        constats += panne(
            "horloge", "AUJOURDHUI fige la date du site.", "Videz cette variable : elle ne sert qu’aux démonstrations."
        )
    if connections["default"].vendor == "postgresql":
        with connections["default"].cursor() as curseur:
            curseur.execute("SELECT extract(epoch FROM clock_timestamp())")
            ecart = abs(float(curseur.fetchone()[0]) - time.time())
        if ecart > DERIVE:
            constats += panne(
                "horloge",
                f"L’horloge et celle de la base diffèrent de {ecart:.0f} secondes.",
                "timedatectl set-ntp true, sur les deux machines.",
            )
    return constats


def examiner_la_cle_des_sauvegardes() -> list[Constat]:
    """Check that the key of the archives reads, where there are archives."""
    try:
        if settings.SAUVEGARDES:
            cles()
    except SauvegardeImpossible as refus:
        return panne("sauvegardes", str(refus), "Remettez la copie gardée en lieu sûr : sauvegardes.md.")
    return BIEN


def examiner_le_registre() -> list[Constat]:
    """Write a line beside those of the ledger of withdrawals, and take it away."""
    if not settings.SAUVEGARDES:
        return BIEN
    try:
        chez = lieu_du_site()
        with chez.ecrire(ESSAI) as sortie:
            sortie.write(b"essai")
        chez.effacer(ESSAI)
    except SauvegardeImpossible as refus:
        return panne(
            "registre",
            f"Le registre des retraits ne s’écrit pas : une restauration remettrait ce qui est retiré. {refus}",
            "sauvegardes.md, « La première fois » : le dossier, son compte, et ReadWritePaths.",
        )
    return BIEN
