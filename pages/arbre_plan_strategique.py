"""A strategic plan as it is read: numbered, lettered, anchored. Pure functions over the values of its blocks.

Every output reads this tree and nothing else, so that one place keeps the follow-up for adopted plans.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any, Final

from .references.formes import notes

LETTRES: Final = ascii_lowercase


@dataclass(frozen=True, slots=True)
class ResultatLu:
    """An expected result. `suivis`: the latest year first, none before the adoption. `bloc` draws it."""

    lettre: str
    ancre: str
    bloc: Any
    texte: str
    indicateurs: tuple[Any, ...]
    suivis: tuple[Any, ...]

    @property
    def mots(self) -> str:
        """Its words for the grid, where no footnote is called a second time."""
        return sans_notes(self.texte)

    @property
    def mesures(self) -> list[str]:
        """Its indicators for the grid, each with its target."""
        return [mesure(indicateur) for indicateur in self.indicateurs]


@dataclass(frozen=True, slots=True)
class ObjectifLu:
    """An objective: « 1.1 », or « 3 » when it is alone in its issue."""

    numero: str
    ancre: str
    bloc: Any
    titre: str
    resultats: tuple[ResultatLu, ...]


@dataclass(frozen=True, slots=True)
class EnjeuLu:
    """An issue, by its place."""

    numero: str
    ancre: str
    bloc: Any
    titre: str
    analyse: Any
    objectifs: tuple[ObjectifLu, ...]


def lire_enjeux(flux: Iterable[Any], *, est_adopte: bool) -> list[EnjeuLu]:
    """Return the issues of a plan, from 1. Anchors come from the blocks, and stay when these move."""
    return [lire_enjeu(bloc.value, rang, bloc, est_adopte=est_adopte) for rang, bloc in enumerate(flux, 1)]


def lire_enjeu(valeur: Any, rang: int, bloc: Any = None, *, est_adopte: bool) -> EnjeuLu:
    """Return an issue and what stands under it."""
    enfants = valeur["objectifs"].bound_blocks
    objectifs = tuple(
        lire_objectif(enfant.value, f"{rang}.{place}" if len(enfants) > 1 else str(rang), enfant, est_adopte=est_adopte)
        for place, enfant in enumerate(enfants, 1)
    )
    return EnjeuLu(str(rang), _ancre("enjeu", bloc), bloc, valeur["titre"], valeur["analyse"], objectifs)


def lire_objectif(valeur: Any, numero: str, bloc: Any = None, *, est_adopte: bool) -> ObjectifLu:
    """Return an objective and its results, lettered."""
    resultats = tuple(
        lire_resultat(enfant.value, lettre, enfant, est_adopte=est_adopte)
        for lettre, enfant in zip(LETTRES, valeur["resultats"].bound_blocks, strict=False)
    )
    return ObjectifLu(numero, _ancre("objectif", bloc), bloc, valeur["titre"], resultats)


def lire_resultat(valeur: Any, lettre: str, bloc: Any = None, *, est_adopte: bool) -> ResultatLu:
    """Return a result; its follow-up only when the plan is adopted."""
    suivis = sorted(valeur["suivi"], key=lambda suivi: (suivi["annee"] or 0, str(suivi["date"] or "")), reverse=True)
    return ResultatLu(
        lettre,
        _ancre("resultat", bloc),
        bloc,
        valeur["texte"],
        tuple(valeur["indicateurs"].bound_blocks),
        tuple(suivis) if est_adopte else (),
    )


def mots_des(enjeux: Iterable[EnjeuLu]) -> Iterator[str]:
    """Yield every word that is read of some issues, for the search."""
    for enjeu in enjeux:
        yield enjeu.titre
        yield from map(str, enjeu.analyse.stream_block.get_searchable_content(enjeu.analyse))
        for objectif in enjeu.objectifs:
            yield objectif.titre
            for resultat in objectif.resultats:
                yield from (resultat.texte, *resultat.mesures)
                yield from filter(None, (suivi["precision"] for suivi in resultat.suivis))


def mesure(indicateur: Any) -> str:
    """Return an indicator and its target, without footnotes: « Nombre de régions (cible : 12) »."""
    texte = sans_notes(indicateur.value["texte"]).rstrip(".")
    return f"{texte} ({indicateur.value['cible']})" if indicateur.value["cible"] else texte


def sans_notes(texte: str) -> str:
    """Return typed words without the footnotes that they call."""
    for note in reversed(notes(texte)):
        texte = texte[: note.debut].rstrip() + texte[note.fin :]
    return texte


def _ancre(genre: str, bloc: Any) -> str:
    return f"{genre}-{str(bloc.id)[:8]}" if bloc is not None else ""
