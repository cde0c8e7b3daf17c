"""The closure of citations: every (Author, year) has its entry, every entry is cited; and footnotes that close."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from ...references.entrees import Bibliographie
from ...references.formes import Appel, appels, notes_mal_fermees
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces

CHAMP = "bibliographie"


class Suite(NamedTuple):
    """A page that cites the bibliography of another: its latest draft, and what is public of it."""

    titre: str
    brouillon: Any
    publiee: Any | None


def _mots_de(page: Any) -> Iterator[Piece]:
    """Yield what may cite; of the bibliography, « cité dans » alone."""
    for piece in pieces(page):
        if piece.texte and (not piece.chemin.startswith(f"{CHAMP}.") or piece.chemin.endswith(".cite_dans")):
            yield piece


def _citations(page: Any, bibliographie: Bibliographie) -> Iterator[tuple[Piece, Appel]]:
    for piece in _mots_de(page):
        # « Autres, 2011 » is enough in a field that holds nothing else.
        texte = f"({piece.texte.strip('() ')})" if piece.chemin.endswith(".cite_dans") else piece.texte
        yield from ((piece, appel) for appel in appels(texte, bibliographie.par_annee))


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the citations without an entry, the entries without a citation, two entries under one key."""
    bibliographie = Bibliographie(page.entrees)
    citees: set[str] = set()
    for piece, appel in _citations(page, bibliographie):
        if entree := bibliographie.trouver(appel.cle):
            citees.add(entree.cle)
        elif appel.est_stricte:
            message = _("« (%(dit)s) » n’a pas d’entrée dans la bibliographie.")
            yield Constat(piece.chemin, message % {"dit": appel.texte})
    if hasattr(page, CHAMP):
        citees |= yield from _des_suites(page, bibliographie)
        yield from _des_entrees(bibliographie, citees)


def _des_suites(page: Any, bibliographie: Bibliographie) -> Any:
    """Read what is published apart and cites the same bibliography: the demands of a platform."""
    citees: set[str] = set()
    for suite in getattr(page, "suites", ()):
        for _piece, appel in _citations(suite.brouillon, bibliographie):
            if entree := bibliographie.trouver(appel.cle):
                citees.add(entree.cle)
        for _piece, appel in _citations(suite.publiee, bibliographie) if suite.publiee else ():
            if entree := bibliographie.trouver(appel.cle):
                citees.add(entree.cle)
            elif appel.est_stricte:
                message = _("« %(titre)s », publiée, cite (%(dit)s), qui n’est plus dans la bibliographie.")
                yield Constat(CHAMP, message % {"titre": suite.titre, "dit": appel.texte})
    return citees


def _des_entrees(bibliographie: Bibliographie, citees: set[str]) -> Iterator[Constat]:
    for entree in bibliographie.entrees:
        if entree.cle not in citees:
            message = _("« %(forme)s » est dans la bibliographie, et rien ne la cite.")
            yield Constat(entree.chemin, message % {"forme": entree.forme_courte})
    for entree in bibliographie.doubles:
        message = _("Deux entrées se citent « %(forme)s » : ajoutez une lettre à l’année (2011a, 2011b).")
        yield Constat(entree.chemin, message % {"forme": entree.forme_courte})


def chercher_les_douteuses(page: Any) -> Iterator[Constat]:
    """Yield what looks like a citation and may be something else: « Montréal (2019) »."""
    bibliographie = Bibliographie(page.entrees)
    for piece, appel in _citations(page, bibliographie):
        if not appel.est_stricte and bibliographie.trouver(appel.cle) is None:
            message = _("« %(dit)s » : si c’est une citation, elle n’a pas d’entrée dans la bibliographie.")
            yield Constat(piece.chemin, message % {"dit": appel.texte})


def chercher_les_notes(page: Any) -> Iterator[Constat]:
    """Yield the footnotes that do not close, or say nothing."""
    for piece in _mots_de(page):
        if notes_mal_fermees(piece.texte):
            yield Constat(piece.chemin, _("Une note de bas de page est vide ou mal fermée : [note : son texte]."))


CLOTURE = Regle("cloture_des_citations", Severite.BLOQUANT, chercher)
DOUTEUSES = Regle("citations_douteuses", Severite.CONSEIL, chercher_les_douteuses)
NOTES = Regle("notes_de_bas_de_page", Severite.BLOQUANT, chercher_les_notes)
REFERENCES = (CLOTURE, NOTES, DOUTEUSES)
