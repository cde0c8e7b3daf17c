"""What was taken back is taken back again: after a restore, before the site opens. Doing it twice is doing it once."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError

from site_campagne.menage import MenageIncomplet, faire_le_menage
from temoignages.actions import detruire_echus, recompter, rejouer_retraits
from temoignages.actions.registre import recalculer_attributions
from temoignages.coffre.models import RetraitConsigne

from .lieux import Lieu, lieu_du_site
from .refus import SauvegardeImpossible
from .registre import Genre, Inscription, connues, ecrire, ecrire_ce_qui_attend, lire
from .signaux import ACCORDS, SUIVIS, marque_de

PUBLIES = ("wagtailcore.Page", "pages.Evenement")


@dataclass(slots=True)
class Bilan:
    """What was done again, by number."""

    retraits: int = 0
    effacements: int = 0
    accords: int = 0
    depublications: int = 0
    destructions: int = 0
    attributions: int = 0

    def lignes(self) -> list[str]:
        """Return what to tell the person: the withdrawals always, the rest when there is some."""
        dites = {champ.name: getattr(self, champ.name) for champ in fields(self)}
        return [f"{TITRES[nom]} : {nombre}." for nom, nombre in dites.items() if nombre or nom == "retraits"]


TITRES = {
    "retraits": "Retirés de nouveau",
    "effacements": "Effacés de nouveau (images, enregistrements, documents, pages, accords)",
    "accords": "Accords repris de nouveau",
    "depublications": "Dépubliés de nouveau",
    "destructions": "Textes reçus détruits, leur temps étant passé",
    "attributions": "Signatures rendues plus vagues",
}


def rejouer() -> Bilan:
    """Do again what the ledger says, then what time alone asks for; return how many.

    Raises:
        SauvegardeImpossible: the ledger does not answer, or a step failed: the site must stay closed.
    """
    bilan = Bilan()
    try:
        if settings.SAUVEGARDES:
            chez = lieu_du_site()
            _completer(chez)
            bilan.effacements = _effacer(chez)
            bilan.accords = _reprendre_les_accords(chez)
            bilan.depublications = _depublier(chez)
        bilan.retraits = rejouer_retraits()
        bilan.destructions = detruire_echus()
        bilan.attributions = len(recalculer_attributions())
        recompter()
        faire_le_menage()
        for cache in caches.all():
            cache.clear()
    except (DatabaseError, MenageIncomplet) as panne:
        raison = str(panne) if isinstance(panne, MenageIncomplet) else type(panne).__name__
        raise SauvegardeImpossible(f"Le rejeu n’a pas fini ({raison}) : laissez le site fermé, recommencez.") from None
    return bilan


def completer_le_registre() -> int:
    """Give the ledger outside and that of the safe what either misses; return how many lines. Raises as `rejouer`."""
    return _completer(lieu_du_site())


def _completer(chez: Lieu) -> int:
    en_attente = ecrire_ce_qui_attend(chez)
    ici = dict(RetraitConsigne.objects.values_list("pk", "le"))
    la_bas = {marque for genre, marque in connues(chez) if genre is Genre.RETRAIT}
    for marque in ici.keys() - la_bas:
        ecrire(chez, Inscription(Genre.RETRAIT, marque, ici[marque]))
    if manquent := la_bas - ici.keys():
        lignes = [ligne for ligne in lire(chez, Genre.RETRAIT) if ligne.marque in manquent]
        RetraitConsigne.objects.bulk_create(RetraitConsigne(pk=ligne.marque, le=ligne.le) for ligne in lignes)
    return en_attente + len(ici.keys() ^ la_bas)


def _effacer(chez: Lieu) -> int:
    marques = {marque for genre, marque in connues(chez) if genre is Genre.EFFACEMENT}
    compte = 0
    if not marques:
        return compte
    for nom in SUIVIS:
        for marque, cle in _rangees(nom):
            if marque in marques and (objet := _objet(nom, cle)):
                objet.delete()
                compte += 1
    return compte


def _reprendre_les_accords(chez: Lieu) -> int:
    dits = {ligne.marque: ligne.valeur.partition("|") for ligne in lire(chez, Genre.ACCORD)}
    compte = 0
    for nom in ACCORDS if dits else ():
        for marque, cle in _rangees(nom):
            if marque in dits and (accord := _objet(nom, cle)):
                retiree, _barre, fin = dits[marque]
                compte += _resserrer(accord, retiree, date.fromisoformat(fin))
    return compte


def _resserrer(accord: Any, retiree: str, fin: date) -> bool:
    """Take from a permission what its person took back since."""
    avant = (accord.retiree_le, accord.jusqu_au)
    if retiree:
        accord.retiree_le = min(date.fromisoformat(retiree), accord.retiree_le or date.max)
    accord.jusqu_au = min(fin, accord.jusqu_au)
    if avant == (accord.retiree_le, accord.jusqu_au):
        return False
    accord.save()
    return True


def _depublier(chez: Lieu) -> int:
    dits = {ligne.marque: ligne.le for ligne in lire(chez, Genre.DEPUBLICATION)}
    compte = 0
    for nom in PUBLIES if dits else ():
        for marque, cle in _rangees(nom):
            if marque in dits and (objet := _objet(nom, cle)) and _etait_publie(objet, dits[marque]):
                objet.unpublish()
                compte += 1
    return compte


def _etait_publie(objet: Any, depublie_le: datetime) -> bool:
    publie_le = objet.last_published_at
    return bool(objet.live and (publie_le is None or publie_le < depublie_le))


def _rangees(nom: str) -> list[tuple[str, Any]]:
    """Return the mark and the key of each row of a model."""
    lues = apps.get_model(nom)._base_manager.values_list("pk", SUIVIS[nom])
    return [
        (marque_de(nom, cle, repere.astimezone(UTC) if isinstance(repere, datetime) else repere), cle)
        for cle, repere in lues
    ]


def _objet(nom: str, cle: Any) -> Any:
    objet = apps.get_model(nom)._base_manager.filter(pk=cle).first()
    return getattr(objet, "specific", objet)
