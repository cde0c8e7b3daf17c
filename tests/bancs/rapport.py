"""What the bench says, in French: what the detector finds, by type too, what it costs, and the peer beside it."""

import os
import platform
from collections.abc import Iterator, Mapping
from datetime import date

from .cibles import CIBLES, DONNEES_MO, MEMOIRE_MO, MESURES, TEXTES_PAR_SECONDE, Mesure
from .corpus import CORPUS
from .releve import Releve
from .score import Score
from .tableau import intervalle, nombre, pourcentage, tableau

_VERDICTS = {True: "atteinte", False: "MANQUÉE"}

# What is measured, obtained, asked, and whether it is.
Ligne = tuple[str, str, str, bool]


def cibles_manquees(releve: Releve) -> list[str]:
    """Return the targets that are missed, in words."""
    du_score = [
        f"{CORPUS[nom]} : {MESURES[mesure].libelle}"
        for nom, cible in CIBLES.items()
        if nom in releve.scores
        for mesure in cible.manquees(releve.scores[nom])
    ]
    return du_score + [libelle for libelle, _, _, tenue in _couts(releve) if not tenue]


def rapport(releve: Releve, jour: date) -> str:
    """Return the whole report, as Markdown."""
    pair = f"Presidio {releve.pair.version} à vide, sans modèle" if releve.pair else "Presidio n’est pas installé"
    manquees = cibles_manquees(releve)
    parties = [
        f"# Le détecteur d’identifiants, mesuré le {jour.isoformat()}",
        f"Python {platform.python_version()}, {os.cpu_count()} processeurs. {pair}.",
        "## Ce qu’il trouve",
        tableau(
            ("textes", "mesure", "obtenu", "sur", "de … à (95 %)", "cible", "verdict", "Presidio"), 2, _mesures(releve)
        ),
        "## Ce qu’il trouve, par type",
        tableau(("type", *(CORPUS[nom] for nom in releve.scores)), 1, _types(releve.scores)),
        "## Ce qu’il coûte",
        tableau(("mesure", "obtenu", "cible", "verdict"), 1, _lignes_de_cout(releve)),
    ]
    if releve.pair:
        parties += [
            "## Ce que Presidio trouve, par type",
            tableau(("type", *(CORPUS[nom] for nom in releve.pair.scores)), 1, _types(releve.pair.scores)),
        ]
    parties.append(
        "\n".join(("Cibles manquées :\n", *(f"- {cible}" for cible in manquees)))
        if manquees
        else "Toutes les cibles sont atteintes."
    )
    return "\n\n".join(parties) + "\n"


def _mesures(releve: Releve) -> Iterator[tuple[str, ...]]:
    """Yield one line a corpus and measure."""
    for corpus, score in releve.scores.items():
        for nom, mesure in MESURES.items():
            taux = mesure.lire(score)
            cible = getattr(CIBLES[corpus], nom) if corpus in CIBLES else None
            yield (
                CORPUS[corpus],
                mesure.libelle,
                _ecrire(mesure, taux.valeur),
                str(taux.total),
                intervalle(taux) if mesure.est_part else "",
                f"{'≥' if mesure.au_moins else '≤'} {_ecrire(mesure, cible)}" if cible is not None else "",
                _VERDICTS[mesure.est_tenue(taux.valeur, cible)] if cible is not None else "",
                _ecrire(mesure, mesure.lire(releve.pair.scores[corpus]).valeur) if releve.pair else "",
            )


def _types(scores: Mapping[str, Score]) -> Iterator[tuple[str, ...]]:
    """Yield one line a level and type: caught, marked and the interval in each corpus."""
    for niveau, type_ in sorted({cle for score in scores.values() for cle in score.par_type}):
        tous = [score.par_type.get((niveau, type_)) for score in scores.values()]
        cellules = (f"{taux.compte}/{taux.total} ({intervalle(taux, 0)})" if taux else "" for taux in tous)
        yield f"{niveau} {type_}", *cellules


def _lignes_de_cout(releve: Releve) -> Iterator[tuple[str, ...]]:
    for libelle, obtenu, cible, tenue in _couts(releve):
        yield libelle, obtenu, cible, _VERDICTS[tenue]
    yield "premier texte, lexique à lire (s)", nombre(releve.empreinte.secondes, 2), "", ""
    if releve.pair:
        yield "Presidio : textes courts par seconde de processeur", nombre(releve.pair.par_seconde, 0), "", ""


def _couts(releve: Releve) -> list[Ligne]:
    vitesse, memoire = releve.par_seconde, releve.empreinte.memoire_mo
    return [
        (
            "textes courts par seconde de processeur",
            nombre(vitesse, 0),
            f"≥ {TEXTES_PAR_SECONDE}",
            vitesse >= TEXTES_PAR_SECONDE,
        ),
        ("mémoire ajoutée (Mo)", nombre(memoire, 0), f"≤ {MEMOIRE_MO}", memoire <= MEMOIRE_MO),
        (
            "données sur le disque (Mo)",
            nombre(releve.donnees_mo, 1),
            f"≤ {DONNEES_MO}",
            releve.donnees_mo <= DONNEES_MO,
        ),
    ]


def _ecrire(mesure: Mesure, valeur: float) -> str:
    return pourcentage(valeur) if mesure.est_part else nombre(valeur, 2)
