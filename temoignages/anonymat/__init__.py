"""Find what identifies a person in Québec French, and remove it: pure Python, no model, no network.

``detecter`` reads a text through layers that ignore each other: normalisation, patterns and the net under them,
allowed names, quasi-identifiers, names. ``caviarder`` replaces passages by their offsets.
"""

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace

from .constats import Constat, fusionner
from .motifs import chercher_motifs
from .noms import chercher_noms
from .normalisation import normaliser
from .permis import prenoms_publics, zones_permises
from .quasi import chercher_quasi, porte_un_prenom, relier
from .suites import chercher_suites

__all__ = ["Constat", "caviarder", "detecter"]

# A person's name inside these is part of the name of a thing; elsewhere the person comes first.
_CONTIENNENT_DES_NOMS = {"FACILITY", "SCHOOL", "EMPLOYER", "PLACE", "COMMUNITY", "STREET", "EVENT"}


def detecter(texte: str, permis: Collection[str] = ()) -> list[Constat]:
    """Return what may identify a person in ``texte``, sorted and disjoint, with offsets in ``texte`` itself.

    ``permis`` are names that identify nobody here (resources, regions), matched whatever their accents, apostrophes
    and hyphens; a finding that lies wholly inside one is dropped. Takes time proportional to the length.
    """
    normalise = normaliser(texte)
    lu = normalise.texte
    zones = zones_permises(lu, permis)
    formes = [*chercher_motifs(lu), *chercher_suites(lu)]
    formes += [c for c in relier(list(chercher_quasi(lu)), lu) if not _est_dans(c, zones)]
    prises = [(c.debut, c.fin) for c in formes if c.niveau == "direct" or _explique_ses_noms(c, lu)]
    noms = chercher_noms(lu, sorted(prises + zones), prenoms_publics(lu, zones))
    constats = []
    for constat in fusionner([*formes, *noms]):
        debut, fin = normalise.origine(constat.debut, constat.fin)
        constats.append(replace(constat, debut=debut, fin=fin))
    return constats


def caviarder(texte: str, remplacements: Iterable[tuple[int, int, str]]) -> str:
    """Return ``texte`` with each passage ``(debut, fin, remplacement)`` replaced; offsets are those of ``texte``.

    Raises ``ValueError`` when a passage is empty, out of the text, or overlaps another: nothing is replaced then.
    """
    morceaux: list[str] = []
    position = 0
    for debut, fin, remplacement in sorted(remplacements):
        if not position <= debut < fin <= len(texte):
            raise ValueError(f"Passage invalide ou chevauchant un autre : {debut}-{fin}.")
        morceaux += [texte[position:debut], remplacement]
        position = fin
    return "".join([*morceaux, texte[position:]])


def _explique_ses_noms(constat: Constat, texte: str) -> bool:
    """Return whether the names inside a finding are part of it; a first name in a business may be its owner's."""
    if constat.type == "EMPLOYER" and porte_un_prenom(texte[constat.debut : constat.fin]):
        return False
    return constat.type in _CONTIENNENT_DES_NOMS


def _est_dans(constat: Constat, zones: list[tuple[int, int]]) -> bool:
    """Return whether a finding lies wholly inside an allowed name (sorted, disjoint)."""
    rang = bisect_right(zones, (constat.debut, sys.maxsize)) - 1
    return rang >= 0 and constat.fin <= zones[rang][1]
