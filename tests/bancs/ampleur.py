"""How pages grow with what they list: the benches of the wall, the agenda and the toolkit, and the search."""

import os
from pathlib import Path
from statistics import median
from typing import Any

from . import agenda, mur, outils, recherche
from .bilan import Cible, Sujet
from .reglage import Reglage
from .tableau import nombre


def mesurer_le_mur(reglage: Reglage) -> list[Sujet]:
    """Measure the wall, a story, the home page; then the search, in the same two databases."""
    _demarrer()
    with mur.deux_murs(reglage.textes) as murs:
        releves = mur.mesurer(murs, reglage.lectures)
        vitesses = recherche.indexer(murs)
        cherches = mur.mesurer(murs, reglage.lectures, recherche.adresses)
    petite, grande = reglage.textes
    croissance = Cible(
        f"mur, de {petite} à {grande} textes : p95 × ",
        mur.croissance(releves, reglage.textes),
        mur.CROISSANCE,
        decimales=2,
    )
    return [
        Sujet("Le mur quand il grandit", _en_clair(mur.rapport(releves, reglage.textes)), [croissance]),
        Sujet("La recherche quand les textes sont nombreux", _texte_de_la_recherche(cherches, vitesses)),
    ]


def mesurer_l_agenda(reglage: Reglage) -> list[Sujet]:
    """Measure the list, an event and the feeds."""
    _demarrer()
    from django.test import override_settings  # noqa: PLC0415 - after `setup`

    from .journees import AUJOURDHUI  # noqa: PLC0415 - idem

    tailles = reglage.evenements
    with override_settings(AUJOURDHUI=AUJOURDHUI), agenda.deux_agendas(tailles) as bases:
        releves = agenda.mesurer(bases, reglage.lectures)
    return [_sujet("L’agenda quand il grandit", agenda, releves, tailles, "agenda, de {} à {} événements")]


def mesurer_les_outils(reglage: Reglage) -> list[Sujet]:
    """Measure the library of tools."""
    _demarrer()
    tailles = reglage.outils
    with outils.deux_boites(tailles) as bases:
        releves = outils.mesurer(bases, reglage.lectures)
    return [
        _sujet("La boîte à outils quand elle grandit", outils, releves, tailles, "boîte à outils, de {} à {} outils")
    ]


def _sujet(titre: str, banc: Any, releves: Any, tailles: Any, de_a: str) -> Sujet:
    """Return what a bench of a list found; `de_a`: what it says it is of, with a place for each size."""
    quoi = de_a.format(tailles[0], tailles[1])
    cibles = [
        Cible(f"{quoi} : p95 × ", banc.croissance(releves, tailles), banc.CROISSANCE, decimales=2),
        Cible(f"{quoi} : requêtes", banc.requetes_de(releves), banc.REQUETES, decimales=0),
    ]
    return Sujet(titre, _en_clair(banc.rapport(releves, tailles)), cibles)


def _demarrer() -> None:
    """Start Django in this process, in memory, as the suite has it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_campagne.settings.tests"
    import django  # noqa: PLC0415 - the settings are chosen above

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - after `setup`

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # a warning at each reader otherwise


def _en_clair(texte: str) -> str:
    return f"```text\n{texte.strip()}\n```"


def _texte_de_la_recherche(releves: dict[tuple[str, int], mur.Mesure], vitesses: dict[int, float]) -> str:
    petite, grande = vitesses
    lignes = [f"durée sans cache, en ms, médiane puis p95, de {petite} à {grande} textes", ""]
    for titre in dict.fromkeys(titre for titre, _taille in releves):
        petit, grand = releves[titre, petite], releves[titre, grande]
        chiffres = [1000 * median(petit.durees), petit.p95, 1000 * median(grand.durees), grand.p95]
        lignes.append(
            f"{titre:<46} {' '.join(f'{ms:7.1f}' for ms in chiffres)}  × {chiffres[2] / chiffres[0]:.2f}"
            f"  (requêtes : {petit.requetes}, {grand.requetes})"
        )
    dites = ", ".join(f"{nombre(vitesse, 0)} parmi {taille}" for taille, vitesse in vitesses.items())
    return f"{_en_clair(chr(10).join(lignes))}\n\nFaire tout l’index, en textes par seconde : {dites}."
