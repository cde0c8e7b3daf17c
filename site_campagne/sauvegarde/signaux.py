"""What is written in the ledger, and when: in the instant after it is done, as each transaction ends."""

from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from django.apps import apps
from django.db import router, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, published, unpublished

from medias.autorisations import Accord
from temoignages.signaux import retraits_faits

from .registre import Genre, Inscription, inscrire, inscrire_toutes, marquer, rayer

# What a restore must not bring back, each with the column that tells a row from a later one of the same key.
SUIVIS: Final = {
    "medias.AutorisationImage": "enregistree_le",
    "medias.AutorisationNom": "enregistree_le",
    "medias.DocumentCampagne": "created_at",
    "medias.Enregistrement": "created_at",
    "medias.ImageCampagne": "created_at",
    "medias.VersionDocument": "remplacee_le",
    "pages.Evenement": "cle",
    "wagtailcore.Page": "translation_key",
}
ACCORDS: Final = ("medias.AutorisationImage", "medias.AutorisationNom")


def brancher() -> None:
    """Listen to what is taken back."""
    retraits_faits.connect(_suivre_des_retraits, dispatch_uid="sauvegarde.retrait")
    for nom in SUIVIS:
        post_delete.connect(_suivre_un_effacement, apps.get_model(nom), dispatch_uid="sauvegarde.effacement")
    for nom in ACCORDS:
        post_save.connect(_suivre_un_accord, apps.get_model(nom), dispatch_uid="sauvegarde.accord")
    for signal in (page_unpublished, unpublished):
        signal.connect(_suivre_une_depublication, dispatch_uid="sauvegarde.depublication")
    for signal in (page_published, published):
        signal.connect(_suivre_une_publication, dispatch_uid="sauvegarde.publication")


def marque_de(nom: str, cle: Any, repere: Any) -> str:
    """Return the mark of a row: its model in `SUIVIS`, its key, the value of the column that tells it from others."""
    return marquer(nom, f"{cle}|{repere.isoformat() if hasattr(repere, 'isoformat') else repere}")


def valeur_d_un_accord(accord: Accord) -> str:
    """Return what the ledger keeps of a permission: when it was taken back, and its last day."""
    return f"{accord.retiree_le or ''}|{accord.jusqu_au}"


def _suivre_des_retraits(retraits: dict[str, datetime], **_signal: Any) -> None:
    lignes = [Inscription(Genre.RETRAIT, code, le) for code, le in retraits.items()]
    transaction.on_commit(partial(inscrire_toutes, lignes))


def _suivre_un_effacement(instance: Model, using: str, **_signal: Any) -> None:
    if marque := _marque(instance):
        transaction.on_commit(partial(inscrire, Genre.EFFACEMENT, marque, timezone.now()), using=using)


def _suivre_un_accord(instance: Accord, using: str, **_signal: Any) -> None:
    valeur = valeur_d_un_accord(instance)
    ecrire = partial(inscrire, Genre.ACCORD, _marque(instance), timezone.now(), valeur)
    transaction.on_commit(ecrire, using=using)


def _suivre_une_depublication(instance: Model, **_signal: Any) -> None:
    if marque := _marque(instance):
        ecrire = partial(inscrire, Genre.DEPUBLICATION, marque, timezone.now())
        transaction.on_commit(ecrire, using=router.db_for_write(type(instance)))


def _suivre_une_publication(instance: Model, **_signal: Any) -> None:
    if marque := _marque(instance):
        transaction.on_commit(partial(rayer, Genre.DEPUBLICATION, marque), using=router.db_for_write(type(instance)))


def _marque(objet: Model) -> str:
    """Return the mark of a row; empty for what the ledger does not follow."""
    for nom, champ in SUIVIS.items():
        if isinstance(objet, apps.get_model(nom)):
            repere = getattr(objet, champ)
            repere = repere.astimezone(UTC) if hasattr(repere, "astimezone") else repere
            return marque_de(nom, objet.pk, repere)
    return ""
