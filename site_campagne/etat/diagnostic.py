"""Every examination, in the order in which one thing explains the next."""

from django.db import Error

from . import machine, promesses
from .constats import Constat, Examen, panne

EXAMENS: tuple[Examen, ...] = (
    machine.examiner_la_fermeture,
    machine.examiner_les_secrets,
    machine.examiner_les_dossiers,
    machine.examiner_le_disque,
    machine.examiner_les_bases,
    machine.examiner_l_horloge,
    machine.examiner_le_cache,
    machine.examiner_le_stockage,
    machine.examiner_le_courriel,
    promesses.examiner_le_travailleur,
    promesses.examiner_les_taches,
    machine.examiner_la_cle_des_sauvegardes,
    machine.examiner_le_registre,
    promesses.examiner_les_sauvegardes,
    promesses.examiner_les_comptes,
    promesses.examiner_la_responsable,
    promesses.examiner_les_lignes_d_aide,
)


def examiner() -> list[Constat]:
    """Return all that is wrong. What cannot be asked because a database is away is said once, by its own line."""
    constats: list[Constat] = []
    for examen in EXAMENS:
        try:
            constats += examen()
        except Error:
            continue
        except Exception as erreur:  # noqa: BLE001 - a broken machine must not hide what else is broken
            nom = examen.__name__.removeprefix("examiner_").replace("_", " ")
            constats += panne(
                nom, f"L’examen a échoué ({type(erreur).__name__}).", "Montrez cette ligne à qui tient le code."
            )
    return constats
