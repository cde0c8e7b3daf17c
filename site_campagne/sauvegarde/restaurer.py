"""Put an archive back: verified first, all of it or nothing, and closed to the public until the replay is done."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Site

from reseau.horloge import maintenant

from .archive import Manifeste, Membre, Progres, epuiser, lire, lire_manifeste, sans_progres, verifier
from .conservation import COFFRE, GARDE_DU_COFFRE, SITE, derniere
from .fermeture import RESTAURATION, fermer, rendre
from .fichiers import DOSSIER, Remise
from .lieux import Dossier, Lieu, lieu_du_coffre, lieu_du_site
from .moteurs import moteur_de
from .refus import RemiseEnDoute, SauvegardeImpossible, dire_les_pannes
from .registre import a_vu
from .rejeu import Bilan, rejouer
from .sauvegarder import BASES, atelier
from .scelle import TRONCON, Entete

# Any row in one of these: people have used this base.
TEMOINS = {SITE: ("reseau.Compte", "temoignages.Depot", "medias.ImageCampagne"), COFFRE: ("coffre.CleDepot",)}
MOT = "dernier"


@dataclass(frozen=True, slots=True)
class Choix:
    """An archive and where it is; what it says of itself, once verified."""

    chez: Lieu
    nom: str
    entete: Entete
    manifeste: Manifeste


def choisir(demande: str, genre: str, progres: Progres = sans_progres) -> Choix:
    """Find an archive — a path, a name, or « dernier » — and verify it to its last byte.

    Raises:
        SauvegardeImpossible: it is not there, not whole, not of this kind, not for this engine or this version.
    """
    chemin = Path(demande)
    if chemin.is_file():
        chez: Lieu = Dossier(chemin.resolve().parent)
        nom = chemin.name
    else:
        chez = lieu_du_site() if genre == SITE else lieu_du_coffre()
        nom = _la_derniere(chez, genre) if demande == MOT else demande
    choix = Choix(chez, nom, *verifier(chez, nom, progres))
    if choix.entete.genre != genre:
        raise SauvegardeImpossible(f"C’est une archive « {choix.entete.genre} », pas « {genre} ».")
    _exiger_la_meme_sorte(choix, genre)
    return choix


def restaurer(choix: Choix, *, remplacer: bool, sans_registre: bool = False, progres: Progres = sans_progres) -> Bilan:
    """Put the site back, then do again what was taken back since; open it at the end, if it was open.

    `sans_registre`: the ledger is lost, and someone knows it; what was taken back since the archive comes back.

    Raises:
        SauvegardeImpossible: before the database was replaced, nothing changed; after, the site stays closed.
    """
    _exiger_vide(SITE, remplacer=remplacer)
    if not sans_registre:
        _exiger_le_registre(choix)
    avant = fermer(RESTAURATION)
    remise, est_remplacee = None, False
    try:
        with atelier() as dossier:
            remise = Remise(dossier)
            copie = deplier(choix, dossier, remise, progres)
            est_remplacee = True  # whatever stops us from here on, words that were taken back may be there
            try:
                moteur_de(connections["default"]).remettre(connections["default"], copie)
            except SauvegardeImpossible as refus:
                est_remplacee = isinstance(refus, RemiseEnDoute)
                raise
    except BaseException:
        if not est_remplacee:
            if remise:
                remise.defaire()
            rendre(avant)
        raise
    bilan = terminer()
    rendre("" if avant == RESTAURATION else avant)
    return bilan


def restaurer_le_coffre(choix: Choix, *, remplacer: bool, progres: Progres = sans_progres) -> None:
    """Put the safe back: the keys of what waits to be read, and its ledger. The replay comes after.

    Raises:
        SauvegardeImpossible: nothing changed; also for an archive that should be destroyed by now.
    """
    if datetime.fromisoformat(choix.entete.cree_le) <= maintenant() - GARDE_DU_COFFRE:
        raise SauvegardeImpossible("Cette archive du coffre a plus de sept jours : détruisez-la, elle ne sert plus.")
    _exiger_vide(COFFRE, remplacer=remplacer)
    with atelier() as dossier:
        copie = deplier(choix, dossier, None, progres)
        moteur_de(connections["coffre"]).remettre(connections["coffre"], copie)
    if choix.manifeste.migrations:
        call_command("migrate", "coffre", database="coffre", interactive=False, verbosity=0)


def terminer() -> Bilan:
    """Bring the tables to this version, replay, index again. Raises `SauvegardeImpossible`: the site stays closed."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        bilan = rejouer()
        for commande in ("update_index", "reindexer_recherche", "reindexer_outils"):
            call_command(commande, verbosity=0, stdout=StringIO(), stderr=StringIO())
    except (DatabaseError, CommandError) as panne:
        raise SauvegardeImpossible(f"L’archive est remise, mais pas tout le reste ({type(panne).__name__}).") from None
    return bilan


def deplier(choix: Choix, dossier: Path, remise: Remise | None, progres: Progres) -> Path:
    """Write the copy of the database in a folder, give files back; each member as the verified manifest says it."""
    copie = dossier / moteur_de(connections[BASES[choix.entete.genre]]).membre
    with lire(choix.chez, choix.nom, progres) as (_entete, membres):
        for membre in membres:
            voulue = choix.manifeste.membres.get(membre.nom, ["", ""])[1]
            if membre.nom == copie.name:
                _ecrire(membre, copie)
            elif remise and membre.nom.startswith(DOSSIER):
                remise.remettre(membre, voulue)
                continue
            elif voulue:
                epuiser(membre)
            elif lire_manifeste(membre) == choix.manifeste:
                continue
            if membre.flux.empreinte != voulue:
                raise SauvegardeImpossible("L’archive a changé pendant qu’on la lisait : rien n’a été remis.")
    return copie


def _ecrire(membre: Membre, fichier: Path) -> None:
    with dire_les_pannes("Le dossier de travail"), fichier.open("wb") as sortie:
        shutil.copyfileobj(membre.flux, sortie, TRONCON)


def _la_derniere(chez: Lieu, genre: str) -> str:
    if not (nom := derniere(chez.noms(f"{genre}-"), genre)):
        raise SauvegardeImpossible("Il n’y a aucune archive à cet endroit.")
    return nom


def _exiger_la_meme_sorte(choix: Choix, genre: str) -> None:
    base = connections[BASES[genre]]
    if choix.manifeste.moteur != base.vendor:
        raise SauvegardeImpossible(
            f"L’archive vient d’une base {choix.manifeste.moteur}, celle-ci est {base.vendor} : restaurez sur une base"
            f" {choix.manifeste.moteur}, puis déménagez avec migrer_base."
        )
    # Those of the code, and those that a squashed one stands for.
    disque: dict[Any, Any] = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    connues = {*disque, *(cle for migration in disque.values() for cle in migration.replaces)}
    if set(choix.manifeste.migrations) - {".".join(cle) for cle in connues}:
        raise SauvegardeImpossible("L’archive vient d’une version plus récente du site : installez-la d’abord.")


def _exiger_le_registre(choix: Choix) -> None:
    """Refuse to go on without the ledger that this archive was made beside: it alone says what was taken back since."""
    if not settings.SAUVEGARDES or not a_vu(lieu_du_site(), choix.nom):
        raise SauvegardeImpossible(
            "Le registre des retraits n’est pas là où SAUVEGARDES le dit, ou n’a pas connu cette archive : ce que des"
            " personnes ont retiré depuis reviendrait. Rien n’a été touché. Copiez-y le dossier « registre » qui était"
            " à côté des archives; s’il est perdu pour de bon : --sans-registre."
        )


def _exiger_vide(genre: str, *, remplacer: bool) -> None:
    if remplacer:
        return
    base = connections[BASES[genre]]
    tables = set(base.introspection.table_names())
    for nom in TEMOINS[genre]:
        modele = apps.get_model(nom)
        if modele._meta.db_table in tables and modele._base_manager.exists():
            raise SauvegardeImpossible(
                "Cette base n’est pas vide : rien n’a été touché. Pour la remplacer par l’archive : --remplacer."
            )
