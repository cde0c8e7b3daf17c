"""The drill: an archive put back in a database of its own, and counted there; then thrown away."""

from dataclasses import dataclass

from django.db import connections

from .archive import Progres, sans_progres
from .conservation import COFFRE, SITE
from .moteurs import moteur_de
from .refus import SauvegardeImpossible
from .restaurer import MOT, choisir, deplier
from .sauvegarder import BASES, atelier


@dataclass(frozen=True, slots=True)
class Exercice:
    """What a drill found right in an archive."""

    genre: str
    nom: str
    tables: int
    rangees: int
    fichiers: int


def exercer(progres: Progres = sans_progres) -> list[Exercice]:
    """Put the last archive of each kind back, apart from the site; compare every table with what was copied.

    Raises:
        SauvegardeImpossible: an archive is missing, or does not give back what was put in it.
    """
    return [_exercer(genre, progres) for genre in (SITE, COFFRE)]


def _exercer(genre: str, progres: Progres) -> Exercice:
    choix = choisir(MOT, genre, progres)
    base = connections[BASES[genre]]
    with atelier() as dossier:
        copie = deplier(choix, dossier, None, progres)
        with moteur_de(base).a_part(base, copie, dossier) as releve:
            differe = sorted(
                nom for nom in releve | choix.manifeste.releve if not _pareil(nom, releve, choix.manifeste.releve)
            )
    if differe:
        raise SauvegardeImpossible(f"L’exercice a échoué : {', '.join(differe)} ne sont pas comme dans la base copiée.")
    rangees = sum(compte[0] for compte in releve.values())
    return Exercice(genre, choix.nom, len(releve), rangees, len(choix.manifeste.membres) - 1)


def _pareil(nom: str, *releves: dict[str, list[object]]) -> bool:
    une, autre = (releve.get(nom) for releve in releves)
    return une == autre
